// The scene as SVG: drawn around the view with a margin, moved as one layer during a gesture, drawn anew at rest.
// Relies on memoised shapes: a pan draws only what comes into view, a new level only its own shapes.
// Knows nothing of tools.
import { useLayoutEffect, useMemo, useRef } from 'react';
import { squareMetres } from '../../format';
import type { LevelEntry, PlanElement, RiskLevel } from '../../ipc';
import { usePick, useSettings, useVocabulary } from '../../state/settings';
import { useWords } from '../../words';
import { elementBox } from '../boxes';
import { type Camera, inView } from '../camera';
import { MARGIN, useEye } from '../eye';
import { type Box, overlaps } from '../geometry';
import { useLook } from '../look';
import type { Scene } from '../renderer';
import { AreaName, type PlacedName, placeName, withoutOverlap } from './AreaName';
import { ElementCrowd, isPlain } from './ElementCrowd';
import { ElementShape, isGround } from './ElementShape';
import { GhostFloor } from './GhostFloor';
import { Hatches, hatchUrl } from './Hatches';
import { Pictures } from './Pictures';
import { PinCrowd, PinShape } from './PinShape';
import { BuildingArea, ZoneArea } from './ZoneShape';

/** More pins than this in view are dots without numbers. */
const MANY_PINS = 500;
/** More names than this in view are left out until the user comes nearer. */
const MANY_NAMES = 600;
/** More parts of the drawing than this are drawn together. */
const MANY_ELEMENTS = 1200;
/** How much larger letters and pins are for a projector. */
const LARGE = 1.3;

export function SvgSurface({ scene }: { scene: Scene }) {
  const settled = useEye((eye) => eye.settled);
  const size = useEye((eye) => eye.size);
  const { levels } = useVocabulary();
  const large = useSettings((state) => (state.projector ? LARGE : 1));
  const layer = useFollowing(settled);
  const visible = useMemo(() => inSight(scene, inView(settled, size, MARGIN)), [scene, settled, size]);
  const { scale } = settled;
  const hatches = useMemo(
    () => new Map(levels.map((level) => [level.value, hatchUrl('hatch', level)])),
    [levels],
  );
  const names = useNames({ scene: visible, scale, levels, large });
  const elements = useMemo(() => clearOf(names, visible.elements, scale), [names, visible, scale]);
  const hatched = useLook((look) => look.hatch);
  const hatch = (level: RiskLevel | null) => (level && hatched ? (hatches.get(level) ?? null) : null);
  return (
    <svg
      ref={layer}
      className="plan-layer"
      width={size.width + 2 * MARGIN}
      height={size.height + 2 * MARGIN}
      style={{ left: -MARGIN, top: -MARGIN, transformOrigin: `${MARGIN}px ${MARGIN}px` }}
      role="img"
      aria-label="plan"
    >
      <Hatches levels={levels} prefix="hatch" />
      <g transform={`translate(${settled.x + MARGIN} ${settled.y + MARGIN})`}>
        <Pictures underlays={scene.underlays} scale={scale} />
        <GhostFloor floor={scene.floor} scale={scale} />
        {visible.grounds.map((element) => (
          <ElementShape key={element.id} element={element} scale={scale} />
        ))}
        {visible.buildings.map((item) => (
          <BuildingArea key={item.building.id} item={item} scale={scale} hatch={hatch(item.level)} />
        ))}
        {visible.zones.map((item) => (
          <ZoneArea key={item.zone.id} item={item} scale={scale} hatch={hatch(item.level)} />
        ))}
        <Elements elements={elements} scale={scale} />
        {names.map((own) => (
          <AreaName key={own.id} own={own} scale={scale} large={large} />
        ))}
        {visible.pins.length > MANY_PINS ? (
          <PinCrowd pins={visible.pins} scale={scale} />
        ) : (
          visible.pins.map((item) => <PinShape key={item.point.id} item={item} scale={scale} large={large} />)
        )}
      </g>
    </svg>
  );
}

/** Many parts of a drawing are put together; what has a look of its own is not. */
function Elements({ elements, scale }: { elements: readonly PlanElement[]; scale: number }) {
  const crowded = elements.length > MANY_ELEMENTS;
  const plain = useMemo(() => (crowded ? elements.filter(isPlain) : NONE), [crowded, elements]);
  return (
    <>
      {crowded ? <ElementCrowd elements={plain} scale={scale} /> : null}
      {elements.map((element) =>
        crowded && isPlain(element) ? null : (
          <ElementShape key={element.id} element={element} scale={scale} />
        ),
      )}
    </>
  );
}

type InSight = Omit<Scene, 'floor' | 'underlays' | 'fixed'> & { grounds: readonly PlanElement[] };

function inSight(scene: Scene, view: Box): InSight {
  const elements = scene.elements.filter((element) => overlaps(elementBox(element), view));
  return {
    grounds: elements.filter(isGround),
    elements: elements.filter((element) => !isGround(element)),
    buildings: scene.buildings.filter((item) => overlaps(item.box, view)),
    zones: scene.zones.filter((item) => overlaps(item.box, view)),
    pins: scene.pins.filter(
      ({ at: [x, y] }) => x >= view.left && x <= view.right && y >= view.top && y <= view.bottom,
    ),
  };
}

interface NamesProps {
  scene: InSight;
  scale: number;
  levels: LevelEntry[];
  large: number;
}

/** Names of zones and buildings that cover no other; found anew when what is in sight, the scale or the words change. */
function useNames({ scene, scale, levels, large }: NamesProps): readonly PlacedName[] {
  const w = useWords();
  const pick = usePick();
  const shown = useLook((look) => look.names);
  return useMemo(() => {
    if (!shown || scene.zones.length > MANY_NAMES) return NONE;
    const names = new Map(levels.map((level) => [level.value, pick(level.name)]));
    const word = (level: RiskLevel | null, hasPoints: boolean) =>
      level ? (names.get(level) ?? '') : hasPoints ? w.levels.unassessed : '';
    const buildings = scene.buildings.map((item) =>
      placeName(item, item.building.id, {
        outline: item.outline,
        box: item.box,
        pins: NONE,
        name: item.building.name,
        note: word(item.level, item.hasPoints),
        faded: false,
        scale,
        large,
      }),
    );
    const zones = scene.zones.map((item) =>
      placeName(item, item.zone.id, {
        outline: item.outline,
        box: item.box,
        pins: item.pins,
        name: item.zone.name,
        note: [word(item.level, item.hasPoints), squareMetres(item.area)].filter(Boolean).join(' · '),
        faded: item.faded,
        scale,
        large,
      }),
    );
    const placed = [...buildings, ...zones].filter((own) => own !== null);
    return withoutOverlap(placed);
  }, [scene, scale, levels, large, shown, pick, w]);
}

/** Words of the drawing give way to names of zones, and come back where there is room for both. */
function clearOf(
  names: readonly PlacedName[],
  elements: readonly PlanElement[],
  scale: number,
): readonly PlanElement[] {
  if (names.length === 0 || !elements.some((own) => own.kind === 'label')) return elements;
  return elements.filter((own) => {
    if (own.kind !== 'label') return true;
    const { left, top, right, bottom } = elementBox(own);
    const box = { left: left * scale, top: top * scale, right: right * scale, bottom: bottom * scale };
    return !names.some((name) => overlaps(name.box, box));
  });
}

const NONE: readonly never[] = [];

/** Moves the layer with the camera by a transform, without drawing any shape. */
function useFollowing(settled: Camera) {
  const layer = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    const follow = (camera: Camera) => {
      const svg = layer.current;
      if (!svg) return;
      if (camera === settled) {
        svg.style.transform = '';
        return;
      }
      const ratio = camera.scale / settled.scale;
      svg.style.transform = `translate(${camera.x - settled.x * ratio}px, ${camera.y - settled.y * ratio}px) scale(${ratio})`;
    };
    follow(useEye.getState().camera);
    return useEye.subscribe((eye) => {
      if (eye.settled === settled) follow(eye.camera);
    });
  }, [settled]);
  return layer;
}

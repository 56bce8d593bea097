// A floor to look at and not to touch: as it was, as a merge would make it, as another file has it.
// Relies on the shapes of the plan and on the scene being made the same way. Wheel and drag move the eye, nothing else.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FloorContent, Point } from '../ipc';
import { type Camera, FIRST_CAMERA, fitted, panned, type Size, zoomed } from '../plan/camera';
import { boxOf, isEmpty, NO_BOX, union } from '../plan/geometry';
import type { Scene } from '../plan/renderer';
import { hasPoints, SceneMaker } from '../plan/scene';
import { AreaName, placeName, withoutOverlap } from '../plan/svg/AreaName';
import { ElementShape, isGround } from '../plan/svg/ElementShape';
import { Hatches, hatchUrl } from '../plan/svg/Hatches';
import { PinShape } from '../plan/svg/PinShape';
import { outlinePath, pixel } from '../plan/svg/path';
import { BuildingArea, ZoneArea } from '../plan/svg/ZoneShape';
import type { Project } from '../state/project';
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';

const EVERYTHING = { passes: () => true, levelPasses: () => true };
const LOOK = { zones: true, pins: true, drawing: true, underlays: false, colourBy: 'level' } as const;
const EDGE = { x: 22, top: 22, bottom: 22 };
const NO_MARKS: ReadonlySet<string> = new Set();

interface Props {
  project: Project;
  floor: string;
  content: FloorContent | null;
  /** Rows that are pointed out. */
  marks?: ReadonlySet<string>;
  testid: string;
}

export function StillPlan({ project, floor, content, marks = NO_MARKS, testid }: Props) {
  const maker = useRef<SceneMaker>(null);
  maker.current ??= new SceneMaker();
  const own = maker.current;
  const scene = useMemo(() => {
    const plans = content ? new Map([[floor, content]]) : project.plans;
    return own.make({ ...project, plans }, floor, EVERYTHING, LOOK);
  }, [own, project, floor, content]);
  const { host, size, camera } = useOwnEye(scene, `${floor}/${content === null}`);
  const empty = isEmpty(extent(scene));
  const w = useWords();
  return (
    <div
      ref={host}
      className="still-plan"
      data-testid={testid}
      data-floor={floor}
      data-zones={scene.zones.length}
      data-pins={scene.pins.length}
    >
      {empty ? <p className="still-empty">{w.common.none}</p> : null}
      <svg width={size.width} height={size.height} role="img" aria-label={testid}>
        <Drawn scene={scene} camera={camera} marks={marks} prefix={testid} />
      </svg>
    </div>
  );
}

interface DrawnProps {
  scene: Scene;
  camera: Camera;
  marks: ReadonlySet<string>;
  prefix: string;
}

function Drawn({ scene, camera, marks, prefix }: DrawnProps) {
  const { levels } = useVocabulary();
  const pick = usePick();
  const w = useWords();
  const { scale } = camera;
  const entry = (level: string | null) => levels.find((own) => own.value === level);
  const hatch = (level: string | null) => {
    const own = entry(level);
    return own ? hatchUrl(prefix, own) : null;
  };
  const word = (level: string | null, points: boolean) => {
    const own = entry(level);
    return own ? pick(own.name) : points ? w.levels.unassessed : '';
  };
  const names = scene.zones
    .map((item) =>
      placeName(item, item.zone.id, {
        outline: item.outline,
        box: item.box,
        pins: item.pins,
        name: item.zone.name,
        note: word(item.level, item.hasPoints),
        faded: false,
        scale,
        large: 1,
      }),
    )
    .filter((own) => own !== null);
  return (
    <>
      <Hatches levels={levels} prefix={prefix} />
      <g transform={`translate(${camera.x} ${camera.y})`}>
        {scene.elements.filter(isGround).map((element) => (
          <ElementShape key={element.id} element={element} scale={scale} />
        ))}
        {scene.buildings.map((item) => (
          <BuildingArea key={item.building.id} item={item} scale={scale} hatch={hatch(item.level)} />
        ))}
        {scene.zones.map((item) => (
          <ZoneArea key={item.zone.id} item={item} scale={scale} hatch={hatch(item.level)} />
        ))}
        {scene.elements
          .filter((element) => !isGround(element))
          .map((element) => (
            <ElementShape key={element.id} element={element} scale={scale} />
          ))}
        {withoutOverlap(names).map((own) => (
          <AreaName key={own.id} own={own} scale={scale} large={1} />
        ))}
        {scene.pins.map((item) => (
          <PinShape key={item.point.id} item={item} scale={scale} large={0.8} />
        ))}
        <Marks scene={scene} scale={scale} marks={marks} />
      </g>
    </>
  );
}

function Marks({ scene, scale, marks }: { scene: Scene; scale: number; marks: ReadonlySet<string> }) {
  if (marks.size === 0) return null;
  const round = (id: string, at: Point) => (
    <circle key={id} className="still-mark" cx={pixel(at[0], scale)} cy={pixel(at[1], scale)} r="14" />
  );
  return (
    <>
      {scene.zones
        .filter((item) => marks.has(item.zone.id))
        .map((item) => (
          <path key={item.zone.id} className="still-mark" d={outlinePath(item.outline, scale)} />
        ))}
      {scene.buildings
        .filter((item) => marks.has(item.building.id))
        .map((item) => (
          <path key={item.building.id} className="still-mark" d={outlinePath(item.outline, scale)} />
        ))}
      {scene.elements
        .filter((element) => marks.has(element.id) && element.line[0])
        .map((element) => round(element.id, element.line[0] ?? [0, 0]))}
      {scene.pins.filter((item) => marks.has(item.point.id)).map((item) => round(item.point.id, item.at))}
    </>
  );
}

function extent(scene: Scene) {
  let box = NO_BOX;
  for (const item of scene.zones) box = union(box, item.box);
  for (const item of scene.buildings) box = union(box, item.box);
  for (const element of scene.elements) box = union(box, boxOf(element.line));
  return union(box, boxOf(scene.pins.map((pin) => pin.at)));
}

/** An eye of its own: shows everything when another floor comes up, then goes where the user moves it. */
function useOwnEye(scene: Scene, key: string) {
  const host = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [camera, setCamera] = useState<Camera>(FIRST_CAMERA);
  const shown = useRef(scene);
  shown.current = scene;
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another floor is looked at from afar
  useEffect(() => {
    if (size.width > 1) setCamera(fitted(extent(shown.current), size, EDGE));
  }, [key, size]);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let from: Point | null = null;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const corner = element.getBoundingClientRect();
      const at: Point = [event.clientX - corner.left, event.clientY - corner.top];
      setCamera((own) => zoomed(own, Math.exp(-event.deltaY / 400), at));
    };
    const down = (event: PointerEvent) => {
      from = [event.clientX, event.clientY];
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      if (!from) return;
      const [x, y] = from;
      from = [event.clientX, event.clientY];
      setCamera((own) => panned(own, event.clientX - x, event.clientY - y));
    };
    const up = () => {
      from = null;
    };
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    return () => {
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
    };
  }, []);
  return { host, size, camera };
}

/** The floors of a project in order, with their buildings' names before them. */
export function placesOf(project: Project): { id: string; name: string }[] {
  const { building, floor, campus } = project.tables;
  const place = (own: { building_id: string | null; campus_id: string }) => {
    const house = own.building_id ? building.get(own.building_id) : null;
    return {
      campus: campus.get(own.campus_id)?.ordinal ?? 0,
      house: house?.ordinal ?? -1,
      name: house?.name ?? '',
    };
  };
  return [...floor.values()]
    .map((own) => ({ own, at: place(own) }))
    .sort((a, b) => a.at.campus - b.at.campus || a.at.house - b.at.house || a.own.storey - b.own.storey)
    .map(({ own, at }) => ({ id: own.id, name: `${at.name} ${own.name}`.trim() }));
}

/** The floor to begin with: the wanted one, else the first with points, else the first. */
export function firstFloorOf(project: Project, wanted: string | null): string | null {
  if (wanted && project.tables.floor.has(wanted)) return wanted;
  const floors = placesOf(project);
  return (floors.find(({ id }) => hasPoints(project.standings.floors[id])) ?? floors[0])?.id ?? null;
}

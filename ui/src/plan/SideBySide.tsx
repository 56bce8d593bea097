// All floors of a building beside each other, drawn to one scale; a click goes to a floor.
// Relies on the plans being asked for when they are first shown.
import { useEffect, useMemo, useRef } from 'react';
import { useFilter } from '../list/filter';
import { Icon } from '../parts/icons';
import { LevelSwatch } from '../parts/Level';
import { loadFloor } from '../state/actions';
import { floorsOf, useTable } from '../state/rows';
import { useProject, useView } from '../state/store';
import { useWords } from '../words';
import { elementBox } from './boxes';
import { fitted } from './camera';
import { useEye } from './eye';
import { type Box, isEmpty, NO_BOX, union } from './geometry';
import { useLook } from './look';
import type { Scene } from './renderer';
import { SceneMaker } from './scene';
import { ElementShape } from './svg/ElementShape';
import { ZoneArea } from './svg/ZoneShape';

const LOOK = { zones: true, pins: true, drawing: true, underlays: false };

export function SideBySide({ floor }: { floor: string }) {
  const shown = useLook((look) => look.sideBySide);
  return shown ? <Floors floor={floor} /> : null;
}

function Floors({ floor }: { floor: string }) {
  const w = useWords();
  const floors = useTable('floor');
  const building = floors.get(floor)?.building_id ?? null;
  const own = useMemo(() => floorsOf(floors, building).reverse(), [floors, building]);
  const project = useProject((state) => state.project);
  const scenes = useScenes(own.map((row) => row.id));
  const size = useEye((eye) => eye.size);
  const box = scenes.reduce<Box>((all, scene) => (scene ? union(all, boxOf(scene)) : all), NO_BOX);
  const columns = Math.max(1, Math.min(own.length, Math.floor(size.width / 300)));
  const wide = Math.floor((size.width - 56 - (columns - 1) * 12) / columns) - 2;
  const ratio = isEmpty(box) ? 0.6 : (box.bottom - box.top) / Math.max(1, box.right - box.left);
  const high = Math.round(Math.max(110, Math.min(wide * ratio + 20, 360)));
  const camera = fitted(box, { width: wide, height: high }, { x: 10, top: 10, bottom: 10 });
  return (
    <div className="side-by-side" data-testid="side-by-side">
      <header>
        <b>{w.look.sideBySideTitle}</b>
        <button
          type="button"
          className="ib tiny"
          title={w.common.close}
          onClick={() => useLook.setState({ sideBySide: false })}
          data-testid="side-by-side-close"
        >
          <Icon name="close" size={14} />
        </button>
      </header>
      <div className="side-floors">
        {own.map((row, index) => (
          <button
            key={row.id}
            type="button"
            aria-pressed={row.id === floor}
            style={{ width: wide + 2 }}
            onClick={() => {
              useView.setState({ floor: row.id });
              useLook.setState({ sideBySide: false });
            }}
            data-testid="side-floor"
            data-floor-id={row.id}
          >
            <span>
              <LevelSwatch level={project?.standings.floors[row.id]?.level ?? null} wide={9} high={9} />
              {row.name}
            </span>
            <svg width={wide} height={high} aria-hidden="true">
              <g transform={`translate(${camera.x} ${camera.y})`}>
                {scenes[index]?.zones.map((item) => (
                  <ZoneArea key={item.zone.id} item={item} scale={camera.scale} hatch={null} />
                ))}
                {scenes[index]?.elements.map((element) => (
                  <ElementShape key={element.id} element={element} scale={camera.scale} />
                ))}
                {scenes[index]?.pins.map(({ point, at }) => (
                  <circle
                    key={point.id}
                    className="side-pin"
                    data-level={point.level ?? 'unassessed'}
                    cx={at[0] * camera.scale}
                    cy={at[1] * camera.scale}
                    r="3.5"
                  />
                ))}
              </g>
            </svg>
          </button>
        ))}
      </div>
    </div>
  );
}

function useScenes(floors: readonly string[]): (Scene | null)[] {
  const project = useProject((state) => state.project);
  const colourBy = useLook((look) => look.colourBy);
  const filter = useFilter();
  const makers = useRef(new Map<string, SceneMaker>());
  const missing = floors.filter((id) => !project?.plans.has(id)).join(' ');
  useEffect(() => {
    for (const id of missing.split(' ')) if (id) void loadFloor(id);
  }, [missing]);
  return floors.map((id) => {
    if (!project) return null;
    const maker = makers.current.get(id) ?? new SceneMaker();
    makers.current.set(id, maker);
    return maker.make(project, id, filter, { ...LOOK, colourBy });
  });
}

function boxOf(scene: Scene): Box {
  let box = NO_BOX;
  for (const item of scene.zones) box = union(box, item.box);
  for (const element of scene.elements) box = union(box, elementBox(element));
  return box;
}

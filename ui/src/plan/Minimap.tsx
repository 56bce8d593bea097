// The whole floor in small, with a frame around what is in view; a click or a drag moves the view.
// Relies on the scene that is shown. Hidden while everything is in view anyway.
import { useMemo } from 'react';
import { useWords } from '../words';
import { elementBox } from './boxes';
import { centred, fitted, inView, type Size, toScreen, toWorld } from './camera';
import { look, useEye } from './eye';
import { type Box, isEmpty, NO_BOX, union } from './geometry';
import { useLook } from './look';
import type { Scene } from './renderer';
import { linePath, outlinePath } from './svg/path';

const SIZE: Size = { width: 148, height: 96 };
const MARGIN = { x: 5, top: 5, bottom: 5 };

function boxOfScene(scene: Scene): Box {
  let box = NO_BOX;
  for (const item of scene.zones) box = union(box, item.box);
  for (const item of scene.buildings) box = union(box, item.box);
  for (const element of scene.elements) box = union(box, elementBox(element));
  return box;
}

export function Minimap({ scene }: { scene: Scene }) {
  const shown = useLook((own) => own.minimap);
  const camera = useEye((eye) => eye.settled);
  const size = useEye((eye) => eye.size);
  const box = useMemo(() => boxOfScene(scene), [scene]);
  if (!shown || isEmpty(box)) return null;
  const view = inView(camera, size, 0);
  const all =
    view.left <= box.left && view.top <= box.top && view.right >= box.right && view.bottom >= box.bottom;
  return all ? null : <Small scene={scene} box={box} />;
}

function Small({ scene, box }: { scene: Scene; box: Box }) {
  const w = useWords();
  const small = useMemo(() => fitted(box, SIZE, MARGIN), [box]);
  const camera = useEye((eye) => eye.camera);
  const size = useEye((eye) => eye.size);
  const [left, top] = toScreen(small, toWorld(camera, [0, 0]));
  const [right, bottom] = toScreen(small, toWorld(camera, [size.width, size.height]));
  const go = (event: React.PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return;
    const corner = event.currentTarget.getBoundingClientRect();
    const at = toWorld(small, [event.clientX - corner.left, event.clientY - corner.top]);
    look(centred(useEye.getState().camera, at, size));
  };
  return (
    <svg
      className="minimap"
      width={SIZE.width}
      height={SIZE.height}
      onPointerDown={go}
      onPointerMove={go}
      data-testid="minimap"
    >
      <title>{w.look.minimap}</title>
      <Shapes scene={scene} scale={small.scale} x={small.x} y={small.y} />
      <rect className="minimap-view" x={left} y={top} width={right - left} height={bottom - top} />
    </svg>
  );
}

/** One path for each level: thousands of shapes stay a handful of elements. */
function Shapes({ scene, scale, x, y }: { scene: Scene; scale: number; x: number; y: number }) {
  const paths = useMemo(() => {
    const areas = new Map<string, string>();
    for (const { level, hasPoints, outline } of [...scene.zones, ...scene.buildings]) {
      const word = level ?? (hasPoints ? 'unassessed' : 'none');
      areas.set(word, `${areas.get(word) ?? ''}${outlinePath(outline, scale)}`);
    }
    const walls = scene.elements
      .filter((own) => own.kind === 'wall')
      .map((own) => linePath(own.line, scale, false));
    return { areas: [...areas], walls: walls.join('') };
  }, [scene, scale]);
  return (
    <g transform={`translate(${x} ${y})`}>
      {paths.areas.map(([word, path]) => (
        <path key={word} className="minimap-area" data-level={word} d={path} />
      ))}
      <path className="minimap-wall" d={paths.walls} />
    </g>
  );
}

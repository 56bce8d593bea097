// Walls, doors, windows, stairs, furniture, grounds and labels of a plan.
// Relies on each kind's number of points, as Rust keeps it. Cannot be clicked: the plan is what zones lie on.
import { memo } from 'react';
import type { PlanElement, PlanElementKind, Point } from '../../ipc';
import { distance } from '../geometry';
import { linePath, pixel } from './path';

/** Kinds that lie under the zones. */
const GROUNDS: ReadonlySet<PlanElementKind> = new Set<PlanElementKind>(['road', 'green', 'water', 'sports']);

export function isGround(element: PlanElement): boolean {
  return GROUNDS.has(element.kind);
}

const WALL = 200;
const SMALLEST_LETTERS = 7;

export const ElementShape = memo(function ElementShape({
  element,
  scale,
}: {
  element: PlanElement;
  scale: number;
}) {
  const { kind, line } = element;
  switch (kind) {
    case 'wall':
      return (
        <path className="el-wall" d={linePath(line, scale, false)} strokeWidth={thickness(element, scale)} />
      );
    case 'window':
      return <Window element={element} scale={scale} />;
    case 'door':
      return <Door line={line} scale={scale} />;
    case 'stair':
      return <path className="el-thin" d={stairPath(line, scale)} />;
    case 'line':
      return <path className="el-thin" d={linePath(line, scale, false)} />;
    case 'label':
      return <Label element={element} scale={scale} />;
    case 'column':
    case 'furniture':
    case 'road':
    case 'green':
    case 'water':
    case 'sports':
      return <path className={`el-${kind}`} d={linePath(line, scale, true)} />;
  }
});

function thickness(element: PlanElement, scale: number): number {
  return Math.max(1.4, (element.size || WALL) * scale);
}

function Window({ element, scale }: { element: PlanElement; scale: number }) {
  const path = linePath(element.line, scale, false);
  const wide = thickness(element, scale);
  return (
    <>
      <path className="el-wall" d={path} strokeWidth={wide} />
      <path className="el-opening" d={path} strokeWidth={Math.max(0.6, wide - 2)} />
    </>
  );
}

function Door({ line, scale }: { line: readonly Point[]; scale: number }) {
  const [hinge, closed, open] = line;
  if (!hinge || !closed || !open) return null;
  const radius = pixel(distance(hinge, closed), scale);
  const turn = (closed[0] - hinge[0]) * (open[1] - hinge[1]) - (closed[1] - hinge[1]) * (open[0] - hinge[0]);
  const [cx, cy] = [pixel(closed[0], scale), pixel(closed[1], scale)];
  const [ox, oy] = [pixel(open[0], scale), pixel(open[1], scale)];
  const [hx, hy] = [pixel(hinge[0], scale), pixel(hinge[1], scale)];
  return (
    <>
      <path
        className="el-opening"
        d={`M${hx} ${hy}L${cx} ${cy}`}
        strokeWidth={Math.max(2, WALL * scale + 0.6)}
      />
      <path
        className="el-thin"
        d={`M${cx} ${cy}A${radius} ${radius} 0 0 ${turn > 0 ? 1 : 0} ${ox} ${oy}L${hx} ${hy}`}
      />
    </>
  );
}

/** A tread about every 0.3 m, between the first edge and the one opposite. */
function stairPath(line: readonly Point[], scale: number): string {
  const [a, b, c, d] = line;
  if (!a || !b || !c || !d) return '';
  const treads = Math.max(2, Math.min(40, Math.round(distance(a, d) / 300)));
  let path = linePath([a, b, c, d], scale, true);
  for (let step = 1; step < treads; step += 1) {
    const t = step / treads;
    path += linePath([between(a, d, t), between(b, c, t)], scale, false);
  }
  return path;
}

function between(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

function Label({ element, scale }: { element: PlanElement; scale: number }) {
  const at = element.line[0];
  const size = Math.min(28, (element.size || 500) * scale);
  if (!at || size < SMALLEST_LETTERS) return null;
  return (
    <text className="el-label" x={pixel(at[0], scale)} y={pixel(at[1], scale)} fontSize={size}>
      {element.text}
    </text>
  );
}

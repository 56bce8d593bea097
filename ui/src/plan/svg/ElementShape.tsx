// Walls, doors, windows, stairs, furniture, grounds, labels, dimensions, routes and symbols of a plan.
// Relies on each kind's number of points, as Rust keeps it. What lies under the pointer is reckoned elsewhere.
import { memo } from 'react';
import { metres } from '../../format';
import type { PlanElement, PlanElementKind, Point } from '../../ipc';
import { distance } from '../geometry';
import { useSymbol } from '../pictures';
import { dimensionLine } from '../tools/shapes';
import { linePath, pixel, textWidth } from './path';

/** Kinds that lie under the zones. */
const GROUNDS: ReadonlySet<PlanElementKind> = new Set<PlanElementKind>(['road', 'green', 'water', 'sports']);

export function isGround(element: PlanElement): boolean {
  return GROUNDS.has(element.kind);
}

const WALL = 240;
const SMALLEST_LETTERS = 7;

export const ElementShape = memo(function ElementShape({
  element,
  scale,
}: {
  element: PlanElement;
  scale: number;
}) {
  return (
    <g className="element" data-element={element.id} data-kind={element.kind}>
      <Face element={element} scale={scale} />
    </g>
  );
});

function Face({ element, scale }: { element: PlanElement; scale: number }) {
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
    case 'dimension':
      return <DrawnDimension element={element} scale={scale} />;
    case 'route':
      return <Route element={element} scale={scale} />;
    case 'symbol':
      return <SymbolFace element={element} scale={scale} />;
  }
}

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
  if (!hinge || !closed) return null;
  if (!open)
    return (
      <path
        className="el-opening"
        d={linePath(line, scale, false)}
        strokeWidth={Math.max(2, WALL * scale + 0.6)}
      />
    );
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
  if (line.length > 4) return linePath(line, scale, true);
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
  const along = element.line[1];
  const turn = along ? (Math.atan2(along[1] - at[1], along[0] - at[0]) * 180) / Math.PI : 0;
  const [x, y] = [pixel(at[0], scale), pixel(at[1], scale)];
  return (
    <text
      className="el-label"
      x={x}
      y={y}
      fontSize={size}
      transform={turn ? `rotate(${turn} ${x} ${y})` : undefined}
    >
      {element.text}
    </text>
  );
}

/** The line beside what it measures, with its length; the length is never typed. */
function DrawnDimension({ element, scale }: { element: PlanElement; scale: number }) {
  const [a, b, through] = element.line;
  if (!a || !b || !through) return null;
  const [from, to] = dimensionLine(a, b, through);
  const [x, y] = [pixel((from[0] + to[0]) / 2, scale), pixel((from[1] + to[1]) / 2, scale)];
  const length = metres(distance(a, b));
  const text = element.text ? `${element.text} ${length}` : length;
  const turn = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  const upright = turn > 90 || turn <= -90 ? turn + 180 : turn;
  const fits = distance(from, to) * scale > textWidth(text, 11) + 6;
  return (
    <g className="el-dimension">
      <path
        d={`${linePath([a, from], scale, false)}${linePath([b, to], scale, false)}`}
        className="faint-line"
      />
      <path d={linePath([from, to], scale, false)} />
      {[from, to].map((end) => (
        <path
          key={`${end[0]} ${end[1]}`}
          d="M-4 4L4 -4"
          transform={`translate(${pixel(end[0], scale)} ${pixel(end[1], scale)}) rotate(${turn})`}
          className="tick"
        />
      ))}
      {fits ? (
        <text transform={`translate(${x} ${y}) rotate(${upright})`} y="-4">
          {text}
        </text>
      ) : null}
    </g>
  );
}

function Route({ element, scale }: { element: PlanElement; scale: number }) {
  const { line } = element;
  const [before, end] = line.slice(-2);
  if (!before || !end) return null;
  const turn = (Math.atan2(end[1] - before[1], end[0] - before[0]) * 180) / Math.PI;
  return (
    <g className="el-route">
      <path d={linePath(line, scale, false)} />
      <path
        className="route-head"
        d="M0 0L-11 -6V6z"
        transform={`translate(${pixel(end[0], scale)} ${pixel(end[1], scale)}) rotate(${turn})`}
      />
    </g>
  );
}

const SYMBOL = 600;
const SMALLEST_SYMBOL = 9;
const LARGEST_SYMBOL = 64;

function SymbolFace({ element, scale }: { element: PlanElement; scale: number }) {
  const address = useSymbol(element.text);
  const [at, towards] = element.line;
  const size = Math.max(SMALLEST_SYMBOL, Math.min(LARGEST_SYMBOL, (element.size || SYMBOL) * scale));
  if (!at || !address) return null;
  // Its upper edge points to the second place.
  const turn = towards ? (Math.atan2(towards[1] - at[1], towards[0] - at[0]) * 180) / Math.PI + 90 : 0;
  return (
    <image
      href={address}
      width={size}
      height={size}
      transform={`translate(${pixel(at[0], scale)} ${pixel(at[1], scale)}) rotate(${turn}) translate(${-size / 2} ${-size / 2})`}
    />
  );
}

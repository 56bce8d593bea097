// Pulling the pointer to what is near: corners, crossings, middles, feet of perpendiculars, edges, extensions, the grid.
// Relies on a tolerance in millimetres that means the same on the screen at every scale. Knows no tool.
import type { Point } from '../ipc';
import { distance, middle, nearestOnSegment } from './geometry';
import { type Edge, Near } from './near';

export type SnapKind =
  | 'corner'
  | 'crossing'
  | 'middle'
  | 'perpendicular'
  | 'edge'
  | 'extension'
  | 'line'
  | 'angle'
  | 'grid';

export interface Snap {
  at: Point;
  kind: SnapKind | null;
  /** Lines that say why: from the place to what it lines up with. */
  guides: readonly [Point, Point][];
}

export const NO_TARGETS = new Near();

export interface SnapOptions {
  /** How near is near, in millimetres. */
  tolerance: number;
  /** The grid's step in millimetres; 0 for none. */
  grid: number;
  /** Corners of the draft that the place may line up with; a perpendicular is dropped from the last one. */
  line: readonly Point[];
  /** The corner that a straight angle is measured from. */
  straight: Point | null;
  /** Shapes that pull nothing, because they move themselves. */
  without?: ReadonlySet<string>;
}

const EIGHTH = Math.PI / 4;
/** An edge is extended for places this many tolerances from its end. */
const EXTENDED = 16;
/** More edges around a place than this are not crossed with each other. */
const CROSSED = 12;

export function snapped(place: Point, targets: Near, options: SnapOptions): Snap {
  const { tolerance, grid, without, straight } = options;
  const edges = targets
    .edges(place, tolerance)
    .filter(({ edge }) => !without?.has(edge.of))
    .slice(0, CROSSED);
  if (straight) return straightened(place, straight, targets, options);
  const own = targets.corners(place, tolerance).filter(({ of }) => !without?.has(of));
  const corner = nearest(
    place,
    own.map(({ at }) => at),
    tolerance,
  );
  if (corner) return { at: corner, kind: 'corner', guides: [] };
  const crossing = nearest(place, crossings(edges.map(({ edge }) => edge)), tolerance);
  if (crossing) return { at: crossing, kind: 'crossing', guides: [] };
  const half = nearest(
    place,
    edges.map(({ edge }) => middle(edge.a, edge.b)),
    tolerance * 0.8,
  );
  if (half) return { at: half, kind: 'middle', guides: [] };
  const from = options.line.at(-1);
  const feet = from ? edges.flatMap(({ edge }) => foot(from, edge)) : [];
  const dropped = nearest(place, feet, tolerance);
  if (from && dropped) return { at: dropped, kind: 'perpendicular', guides: [[from, dropped]] };
  const lines = [...alignments(place, options), ...extensions(place, targets, options)];
  const best = edges[0];
  if (best) return onEdge(place, best.edge, best.on, lines, tolerance);
  return alongLines(place, lines, options) ?? ofGrid(place, grid);
}

function ofGrid(place: Point, grid: number): Snap {
  if (grid <= 0) return { at: place, kind: null, guides: [] };
  return { at: onGrid(place, grid), kind: 'grid', guides: [] };
}

export function onGrid([x, y]: Point, grid: number): Point {
  return [Math.round(x / grid) * grid, Math.round(y / grid) * grid];
}

function nearest(place: Point, places: readonly Point[], tolerance: number): Point | null {
  let best: Point | null = null;
  let least = tolerance;
  for (const own of places) {
    const away = distance(place, own);
    if (away <= least) [best, least] = [own, away];
  }
  return best;
}

/** A line without ends through `through`, with what it comes from. */
interface Line {
  through: Point;
  unit: Point;
  kind: 'line' | 'extension';
}

/** Where two lines meet; `null` when they hardly do. */
export function meeting(a: Point, u: Point, b: Point, v: Point): Point | null {
  const across = u[0] * v[1] - u[1] * v[0];
  if (Math.abs(across) < 0.02) return null;
  const t = ((b[0] - a[0]) * v[1] - (b[1] - a[1]) * v[0]) / across;
  return [a[0] + u[0] * t, a[1] + u[1] * t];
}

function unitOf(a: Point, b: Point): Point | null {
  const length = distance(a, b);
  return length > 0 ? [(b[0] - a[0]) / length, (b[1] - a[1]) / length] : null;
}

function crossings(edges: readonly Edge[]): Point[] {
  const found: Point[] = [];
  edges.forEach((one, index) => {
    for (const other of edges.slice(index + 1)) {
      const [u, v] = [unitOf(one.a, one.b), unitOf(other.a, other.b)];
      const at = u && v ? meeting(one.a, u, other.a, v) : null;
      if (at && isOn(at, one) && isOn(at, other)) found.push(at);
    }
  });
  return found;
}

function isOn(at: Point, { a, b }: Edge): boolean {
  return distance(at, nearestOnSegment(at, a, b)) < 1;
}

function foot(from: Point, edge: Edge): Point[] {
  const unit = unitOf(edge.a, edge.b);
  if (!unit) return [];
  const along = (from[0] - edge.a[0]) * unit[0] + (from[1] - edge.a[1]) * unit[1];
  const at: Point = [edge.a[0] + unit[0] * along, edge.a[1] + unit[1] * along];
  return isOn(at, edge) && distance(at, from) > 1 ? [at] : [];
}

function projected(place: Point, { through, unit }: Line): Point {
  const along = (place[0] - through[0]) * unit[0] + (place[1] - through[1]) * unit[1];
  return [through[0] + unit[0] * along, through[1] + unit[1] * along];
}

/** Upright and level lines through corners of the draft. */
function alignments(place: Point, { line, tolerance }: SnapOptions): Line[] {
  const across = line.find((corner) => Math.abs(corner[0] - place[0]) <= tolerance);
  const along = line.find((corner) => Math.abs(corner[1] - place[1]) <= tolerance);
  const found: Line[] = [];
  if (across) found.push({ through: across, unit: [0, 1], kind: 'line' });
  if (along) found.push({ through: along, unit: [1, 0], kind: 'line' });
  return found;
}

/** Edges that end near by and would pass here if they went on. */
function extensions(place: Point, targets: Near, { tolerance, without }: SnapOptions): Line[] {
  const found: Line[] = [];
  for (const { edge, on, away } of targets.edges(place, tolerance * EXTENDED)) {
    if (found.length >= 2) break;
    const unit = without?.has(edge.of) || away <= tolerance ? null : unitOf(edge.a, edge.b);
    // The nearest place of an edge that could be extended is one of its ends.
    const isEnd = distance(on, edge.a) < 1 || distance(on, edge.b) < 1;
    if (!unit || !isEnd) continue;
    const line: Line = { through: on, unit, kind: 'extension' };
    if (distance(place, projected(place, line)) > tolerance) continue;
    if (found.some((other) => distance(other.through, projected(other.through, line)) < 1)) continue;
    found.push(line);
  }
  return found;
}

function onEdge(place: Point, edge: Edge, on: Point, lines: readonly Line[], tolerance: number): Snap {
  const unit = unitOf(edge.a, edge.b);
  for (const line of lines) {
    const at = unit ? meeting(edge.a, unit, line.through, line.unit) : null;
    if (at && isOn(at, edge) && distance(at, place) <= tolerance * 1.5)
      return { at, kind: line.kind, guides: [[line.through, at]] };
  }
  return { at: on, kind: 'edge', guides: [] };
}

function alongLines(place: Point, lines: readonly Line[], { tolerance, grid }: SnapOptions): Snap | null {
  const [one, ...others] = lines;
  if (!one) return null;
  for (const other of others) {
    const at = meeting(one.through, one.unit, other.through, other.unit);
    if (!at || distance(at, place) > tolerance * 1.5) continue;
    return {
      at,
      kind: one.kind,
      guides: [
        [one.through, at],
        [other.through, at],
      ],
    };
  }
  const level = one.unit[0] === 0 || one.unit[1] === 0;
  const at = projected(level && grid > 0 ? onGrid(place, grid) : place, one);
  return { at, kind: one.kind, guides: [[one.through, at]] };
}

/** The nearest place in one of the eight directions from `from`; on its way it keeps to edges and corners. */
function straightened(place: Point, from: Point, targets: Near, options: SnapOptions): Snap {
  const { tolerance, grid, without } = options;
  const angle = Math.round(Math.atan2(place[1] - from[1], place[0] - from[0]) / EIGHTH) * EIGHTH;
  const unit: Point = [Math.cos(angle), Math.sin(angle)];
  const ray: Line = { through: from, unit, kind: 'line' };
  const at = projected(place, ray);
  for (const { edge } of targets.edges(at, tolerance)) {
    const own = without?.has(edge.of) ? null : unitOf(edge.a, edge.b);
    const cut = own ? meeting(from, unit, edge.a, own) : null;
    if (cut && isOn(cut, edge) && distance(cut, at) <= tolerance)
      return { at: cut, kind: 'edge', guides: [[from, cut]] };
  }
  for (const corner of targets.corners(place, tolerance * 2)) {
    if (without?.has(corner.of)) continue;
    const level = projected(corner.at, ray);
    if (distance(level, at) <= tolerance)
      return {
        at: level,
        kind: 'line',
        guides: [
          [from, level],
          [corner.at, level],
        ],
      };
  }
  const length = distance(from, at);
  const round = grid > 0 ? Math.round(length / grid) * grid : length;
  const end: Point = [from[0] + unit[0] * round, from[1] + unit[1] * round];
  return { at: end, kind: 'angle', guides: [[from, end]] };
}

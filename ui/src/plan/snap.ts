// Pulling the pointer to what is near: corners, edges, the line of a corner, the grid.
// Relies on a tolerance in millimetres that means the same on the screen at every scale. Knows no tool.
import type { Point } from '../ipc';
import { distance, nearestOnSegment } from './geometry';

export type SnapKind = 'corner' | 'edge' | 'line' | 'grid';

export interface Snap {
  at: Point;
  kind: SnapKind | null;
  /** Lines that say why: from the place to what it lines up with. */
  guides: readonly [Point, Point][];
}

export interface Targets {
  corners: readonly Point[];
  edges: readonly (readonly [Point, Point])[];
}

export const NO_TARGETS: Targets = { corners: [], edges: [] };

export interface SnapOptions {
  /** How near is near, in millimetres. */
  tolerance: number;
  /** The grid's step in millimetres; 0 for none. */
  grid: number;
  /** Corners of the draft that the place may line up with. */
  line: readonly Point[];
  /** The corner that a straight angle is measured from. */
  straight: Point | null;
}

const EIGHTH = Math.PI / 4;

export function snapped(place: Point, targets: Targets, options: SnapOptions): Snap {
  if (options.straight) return straightened(place, options.straight, options.grid);
  const corner = nearest(place, targets.corners, options.tolerance);
  if (corner) return { at: corner, kind: 'corner', guides: [] };
  const edge = nearestEdge(place, targets.edges, options.tolerance);
  const lined = linedUp(place, options);
  if (edge) return { at: edge, kind: 'edge', guides: [] };
  if (lined) return lined;
  if (options.grid > 0) return { at: onGrid(place, options.grid), kind: 'grid', guides: [] };
  return { at: place, kind: null, guides: [] };
}

export function onGrid([x, y]: Point, grid: number): Point {
  return [Math.round(x / grid) * grid, Math.round(y / grid) * grid];
}

function nearest(place: Point, corners: readonly Point[], tolerance: number): Point | null {
  let best: Point | null = null;
  let least = tolerance;
  for (const corner of corners) {
    if (Math.abs(corner[0] - place[0]) > least || Math.abs(corner[1] - place[1]) > least) continue;
    const own = distance(place, corner);
    if (own <= least) [best, least] = [corner, own];
  }
  return best;
}

function nearestEdge(place: Point, edges: Targets['edges'], tolerance: number): Point | null {
  let best: Point | null = null;
  let least = tolerance;
  for (const [a, b] of edges) {
    if (place[0] < Math.min(a[0], b[0]) - least || place[0] > Math.max(a[0], b[0]) + least) continue;
    if (place[1] < Math.min(a[1], b[1]) - least || place[1] > Math.max(a[1], b[1]) + least) continue;
    const on = nearestOnSegment(place, a, b);
    const own = distance(place, on);
    if (own <= least) [best, least] = [on, own];
  }
  return best;
}

function linedUp(place: Point, { line, tolerance, grid }: SnapOptions): Snap | null {
  const across = line.find((corner) => Math.abs(corner[0] - place[0]) <= tolerance);
  const along = line.find((corner) => Math.abs(corner[1] - place[1]) <= tolerance);
  if (!across && !along) return null;
  const [gridX, gridY] = grid > 0 ? onGrid(place, grid) : place;
  const at: Point = [across ? across[0] : gridX, along ? along[1] : gridY];
  const guides = [across, along].flatMap((corner): [Point, Point][] => (corner ? [[corner, at]] : []));
  return { at, kind: 'line', guides };
}

/** The nearest place in one of the eight directions from `from`. */
function straightened(place: Point, from: Point, grid: number): Snap {
  const angle = Math.round(Math.atan2(place[1] - from[1], place[0] - from[0]) / EIGHTH) * EIGHTH;
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  const length = (place[0] - from[0]) * ux + (place[1] - from[1]) * uy;
  const round = grid > 0 ? Math.round(length / grid) * grid : length;
  const at: Point = [from[0] + ux * round, from[1] + uy * round];
  return { at, kind: 'line', guides: [[from, at]] };
}

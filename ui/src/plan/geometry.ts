// Shapes as they are drawn and hit: boxes, areas, places for names. Model coordinates are millimetres, y down.
// Relies on outlines that Rust has judged valid. Decides nothing: which zone a point belongs to is Rust's answer.
import type { Outline, Point } from '../ipc';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const NO_BOX: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

export function boxOf(points: readonly Point[]): Box {
  return points.reduce(extended, NO_BOX);
}

export function extended(box: Box, [x, y]: Point): Box {
  return {
    left: Math.min(box.left, x),
    top: Math.min(box.top, y),
    right: Math.max(box.right, x),
    bottom: Math.max(box.bottom, y),
  };
}

export function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

export function isEmpty(box: Box): boolean {
  return box.left > box.right;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

export function middle(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** The place of a segment nearest to `point`. */
export function nearestOnSegment(point: Point, a: Point, b: Point): Point {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  if (length === 0) return a;
  const along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return [a[0] + t * dx, a[1] + t * dy];
}

/** Pairs of neighbouring corners, the last with the first. */
export function edgesOf(ring: readonly Point[]): [Point, Point][] {
  return ring.map((corner, index) => [corner, ring[(index + 1) % ring.length] ?? corner]);
}

export function ringContains(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  for (const [[ax, ay], [bx, by]] of edgesOf(ring)) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

export function contains(outline: Outline, point: Point): boolean {
  return outline.reduce((inside, ring) => inside !== ringContains(ring, point), false);
}

function ringArea(ring: readonly Point[]): number {
  let twice = 0;
  for (const [[ax, ay], [bx, by]] of edgesOf(ring)) twice += ax * by - bx * ay;
  return Math.abs(twice) / 2;
}

/** Area in square millimetres, holes taken off. */
export function areaOf(outline: Outline): number {
  return outline.reduce((sum, ring, index) => sum + (index === 0 ? 1 : -1) * ringArea(ring), 0);
}

/** Length around the outer ring in millimetres. */
export function perimeterOf(outline: Outline): number {
  return edgesOf(outline[0] ?? []).reduce((sum, [a, b]) => sum + distance(a, b), 0);
}

export function moved(outline: Outline, [dx, dy]: Point): Outline {
  return outline.map((ring) => ring.map(([x, y]): Point => [x + dx, y + dy]));
}

export function withCorner(outline: Outline, ring: number, index: number, at: Point): Outline {
  return outline.map((own, r) => (r === ring ? own.map((corner, i) => (i === index ? at : corner)) : own));
}

/** A corner more, after the one with this index. */
export function withNewCorner(outline: Outline, ring: number, after: number, at: Point): Outline {
  return outline.map((own, r) =>
    r === ring ? [...own.slice(0, after + 1), at, ...own.slice(after + 1)] : own,
  );
}

/** A corner less; `null` when the ring would have fewer than three. */
export function withoutCorner(outline: Outline, ring: number, index: number): Outline | null {
  if ((outline[ring]?.length ?? 0) <= 3) return null;
  return outline.map((own, r) => (r === ring ? own.filter((_, i) => i !== index) : own));
}

export function rectangle(a: Point, b: Point): Outline {
  return [
    [
      [Math.min(a[0], b[0]), Math.min(a[1], b[1])],
      [Math.max(a[0], b[0]), Math.min(a[1], b[1])],
      [Math.max(a[0], b[0]), Math.max(a[1], b[1])],
      [Math.min(a[0], b[0]), Math.max(a[1], b[1])],
    ],
  ];
}

/** How far a place inside is from the nearest edge; negative outside. */
function clearance(outline: Outline, point: Point): number {
  let nearest = Infinity;
  for (const ring of outline) {
    for (const [a, b] of edgesOf(ring))
      nearest = Math.min(nearest, distance(point, nearestOnSegment(point, a, b)));
  }
  return contains(outline, point) ? nearest : -nearest;
}

const STEPS = 7;

export interface Room {
  wide: number;
  high: number;
}

/**
 * Where a name fits best: wide inside the outline and away from `avoid`. Places level with the middle win over
 * equally good ones, so that neighbouring rooms have their names in one line.
 */
export function labelPlace(outline: Outline, avoid: readonly Point[], room: Room): Point {
  const ring = outline[0] ?? [];
  const box = boxOf(ring);
  const centre: Point = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  let best = centre;
  let bestValue = labelValue(outline, avoid, room, centre, centre);
  for (let i = 1; i < STEPS; i += 1) {
    for (let j = 1; j < STEPS; j += 1) {
      const place: Point = [
        box.left + ((box.right - box.left) * i) / STEPS,
        box.top + ((box.bottom - box.top) * j) / STEPS,
      ];
      const value = labelValue(outline, avoid, room, place, centre);
      if (value > bestValue) [best, bestValue] = [place, value];
    }
  }
  return best;
}

/** Whether the four corners of a text around `place` lie inside. */
export function roomFits(outline: Outline, place: Point, room: Room): boolean {
  return cornersOf(place, room).every((corner) => contains(outline, corner));
}

function cornersOf([x, y]: Point, { wide, high }: Room): Point[] {
  return [-0.5, 0.5].flatMap((across) =>
    [-0.5, 0.5].map((down): Point => [x + across * wide, y + down * high]),
  );
}

function labelValue(
  outline: Outline,
  avoid: readonly Point[],
  room: Room,
  place: Point,
  centre: Point,
): number {
  let value = Math.min(clearance(outline, place), room.high);
  for (const corner of cornersOf(place, room)) if (!contains(outline, corner)) value -= room.wide / 2;
  for (const pin of avoid) {
    const dx = Math.max(0, Math.abs(pin[0] - place[0]) - room.wide / 2);
    const dy = Math.max(0, Math.abs(pin[1] - place[1]) - room.high / 2);
    const gap = Math.hypot(dx, dy);
    if (gap < room.high) value -= (room.high - gap) * 2;
  }
  return value - distance(place, centre) * 0.08;
}

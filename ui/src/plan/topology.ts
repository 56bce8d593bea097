// Borders that several zones have in common: a corner or a side moves in all of them.
// Relies on corners that coincide to a millimetre. Checks nothing: Rust judges the outlines that come out.
import type { Outline, Point } from '../ipc';
import { distance } from './geometry';

/** Places nearer than this are one. */
const SAME = 1;

/** A zone with another outline. */
export interface Reshaped {
  zone: string;
  outline: Outline;
}

interface Own {
  zone: string;
  outline: Outline;
}

function same(a: Point, b: Point): boolean {
  return Math.abs(a[0] - b[0]) <= SAME && Math.abs(a[1] - b[1]) <= SAME;
}

/** Zones that have a corner at `from`, with the corner at `to`. */
export function cornersMoved(zones: readonly Own[], from: Point, to: Point): Reshaped[] {
  return zones.flatMap(({ zone, outline }) => {
    if (!outline.some((ring) => ring.some((corner) => same(corner, from)))) return [];
    const moved = outline.map((ring) => ring.map((corner) => (same(corner, from) ? to : corner)));
    return [{ zone, outline: moved }];
  });
}

/** How far a place is from the line through `a` and `b`, and how far along it. */
function seen(place: Point, a: Point, b: Point): { off: number; along: number; length: number } {
  const length = distance(a, b);
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const [dx, dy] = [place[0] - a[0], place[1] - a[1]];
  return { off: Math.abs(dx * uy - dy * ux), along: dx * ux + dy * uy, length };
}

function isBetween(place: Point, a: Point, b: Point): boolean {
  const { off, along, length } = seen(place, a, b);
  return off <= SAME && along >= -SAME && along <= length + SAME;
}

function isInLine(p: Point, q: Point, a: Point, b: Point): boolean {
  return seen(p, a, b).off <= SAME && seen(q, a, b).off <= SAME;
}

/** A ring whose edges along `a`-`b` are moved; `null` when it has none there. */
function ringMoved(ring: readonly Point[], a: Point, b: Point, by: Point): Point[] | null {
  const whole = ring.flatMap((corner, index): Point[] => {
    const next = ring[(index + 1) % ring.length] ?? corner;
    if (!isInLine(corner, next, a, b)) return [corner];
    // The ends of the side become corners of a longer edge that runs along it.
    const inner = [a, b].filter(
      (end) => isBetween(end, corner, next) && !same(end, corner) && !same(end, next),
    );
    inner.sort((one, other) => distance(corner, one) - distance(corner, other));
    return [corner, ...inner];
  });
  const at = (index: number): Point => whole[(index + whole.length) % whole.length] ?? [0, 0];
  const moves = whole.map((corner, index) => isBetween(corner, a, b) && isBetween(at(index + 1), a, b));
  if (!moves.includes(true)) return null;
  const shift = ([x, y]: Point): Point => [x + by[0], y + by[1]];
  return whole.flatMap((corner, index): Point[] => {
    const before = moves[(index + whole.length - 1) % whole.length];
    const after = moves[index];
    if (!before && !after) return [corner];
    if (before && after) return [shift(corner)];
    const outside = before ? at(index + 1) : at(index - 1);
    if (!isInLine(corner, outside, a, b)) return [shift(corner)];
    return before ? [shift(corner), corner] : [corner, shift(corner)];
  });
}

/** Zones with a border along `a`-`b`, with that border moved. */
export function sidesMoved(zones: readonly Own[], a: Point, b: Point, by: Point): Reshaped[] {
  if (by[0] === 0 && by[1] === 0) return [];
  return zones.flatMap(({ zone, outline }) => {
    let touched = false;
    const moved = outline.map((ring) => {
      const own = ringMoved(ring, a, b, by);
      touched ||= own !== null;
      return own ?? ring;
    });
    return touched ? [{ zone, outline: moved }] : [];
  });
}

/** How far a side is pulled square to itself when the pointer goes to `to`. */
export function pull(a: Point, b: Point, to: Point): Point {
  const length = distance(a, b) || 1;
  const normal: Point = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  const off = (to[0] - a[0]) * normal[0] + (to[1] - a[1]) * normal[1];
  return [Math.round(normal[0] * off) + 0, Math.round(normal[1] * off) + 0];
}

// Where parts of the drawing lie: their boxes and their edges, reckoned once for each.
// Relies on elements that keep their identity while nothing about them changes.
import type { PlanElement, PlanElementKind, Point, Underlay } from '../ipc';
import { type Box, boxOf } from './geometry';
import { textWidth } from './svg/path';

/** Kinds whose last point is joined with the first. */
export const CLOSED: ReadonlySet<PlanElementKind> = new Set<PlanElementKind>([
  'stair',
  'column',
  'furniture',
  'road',
  'green',
  'water',
  'sports',
]);

const LETTERS = 500;
const SYMBOL = 600;

const boxes = new WeakMap<PlanElement, Box>();
const edges = new WeakMap<PlanElement, readonly (readonly [Point, Point])[]>();

export function elementBox(element: PlanElement): Box {
  const known = boxes.get(element);
  if (known) return known;
  const box = boxFor(element);
  boxes.set(element, box);
  return box;
}

function boxFor({ kind, line, size, text }: PlanElement): Box {
  const [x, y] = line[0] ?? [0, 0];
  if (kind === 'label') {
    const high = size || LETTERS;
    const half = textWidth(text, high) / 2;
    return { left: x - half, right: x + half, top: y - high * 0.6, bottom: y + high * 0.6 };
  }
  if (kind === 'symbol') {
    const half = (size || SYMBOL) / 2;
    return { left: x - half, right: x + half, top: y - half, bottom: y + half };
  }
  return boxOf(line);
}

export function elementEdges(element: PlanElement): readonly (readonly [Point, Point])[] {
  const known = edges.get(element);
  if (known) return known;
  const { line, kind } = element;
  const found = line.flatMap((corner, index): [Point, Point][] => {
    const next = line[index + 1] ?? (CLOSED.has(kind) ? line[0] : undefined);
    return next ? [[corner, next]] : [];
  });
  edges.set(element, found);
  return found;
}

/** The corners of the part of a picture that is shown, on the floor. */
export function underlayCorners(underlay: Underlay): Point[] {
  const { origin, width, height, crop, rotation } = underlay;
  const scale = Number(underlay.millimetres_per_pixel);
  const { left, top, width: wide, height: high } = crop ?? { left: 0, top: 0, width, height };
  const turn = ((rotation / 100) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  const place = (x: number, y: number): Point => [
    origin[0] + x * cos - y * sin,
    origin[1] + x * sin + y * cos,
  ];
  return [place(left, top), place(left + wide, top), place(left + wide, top + high), place(left, top + high)];
}

export function underlayBox(underlay: Underlay): Box {
  return boxOf(underlayCorners(underlay));
}

// Cells that are shapes, for drawing two of them over each other.
// Relies on how Rust writes shapes: corners `x,y` parted by spaces, rings by `;`. Judges no shape.
import type { Outline, Point } from '../ipc';

/** Columns whose cells can be drawn. */
const SHAPES: ReadonlySet<string> = new Set(['outline', 'line', 'position', 'origin']);

export function isShape(field: string): boolean {
  return SHAPES.has(field);
}

function pointOf(text: string): Point | null {
  const [x, y, more] = text.split(',').map(Number);
  const whole = x !== undefined && y !== undefined && more === undefined;
  return whole && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
}

/** The rings of a cell; nothing where there is no shape. */
export function ringsOf(cell: string | null): Outline {
  if (!cell) return [];
  const rings = cell.split(';').map((ring) => ring.trim().split(/\s+/).map(pointOf));
  return rings.every((ring): ring is Point[] => ring.every((point) => point !== null)) ? rings : [];
}

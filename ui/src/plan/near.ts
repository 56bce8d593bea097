// Corners and edges by place: a grid of cells, so that a pointer asks only what lies around it.
// Relies on lengths in millimetres. Knows nothing of snapping and of what the edges belong to.
import type { Point } from '../ipc';
import { nearestOnSegment } from './geometry';

/** An edge with the shape that it belongs to. */
export interface Edge {
  readonly a: Point;
  readonly b: Point;
  readonly of: string;
}

export interface CornerOf {
  readonly at: Point;
  readonly of: string;
}

const CELL = 4000;
/** An edge through more cells than this is looked at every time instead. */
const MOST_CELLS = 400;
const HALF = 1 << 20;

function key(column: number, row: number): number {
  return (column + HALF) * (2 * HALF) + row + HALF;
}

function cell(length: number): number {
  return Math.floor(length / CELL);
}

function into<T>(cells: Map<number, T[]>, at: number, item: T): void {
  const own = cells.get(at);
  if (own) own.push(item);
  else cells.set(at, [item]);
}

export class Near {
  private readonly cornerCells = new Map<number, CornerOf[]>();
  private readonly edgeCells = new Map<number, Edge[]>();
  private readonly long: Edge[] = [];

  addCorner(at: Point, of: string): void {
    into(this.cornerCells, key(cell(at[0]), cell(at[1])), { at, of });
  }

  addEdge(a: Point, b: Point, of: string): void {
    const edge = { a, b, of };
    const [left, right] = [cell(Math.min(a[0], b[0])), cell(Math.max(a[0], b[0]))];
    const [top, bottom] = [cell(Math.min(a[1], b[1])), cell(Math.max(a[1], b[1]))];
    if ((right - left + 1) * (bottom - top + 1) > MOST_CELLS) {
      this.long.push(edge);
      return;
    }
    for (let column = left; column <= right; column += 1) {
      for (let row = top; row <= bottom; row += 1) into(this.edgeCells, key(column, row), edge);
    }
  }

  /** Corners at most `reach` away in both directions. */
  corners([x, y]: Point, reach: number): CornerOf[] {
    const found: CornerOf[] = [];
    this.eachCell([x, y], reach, (at) => {
      for (const corner of this.cornerCells.get(at) ?? []) {
        if (Math.abs(corner.at[0] - x) <= reach && Math.abs(corner.at[1] - y) <= reach) found.push(corner);
      }
    });
    return found;
  }

  /** Edges that pass at most `reach` away, each with its nearest place, the nearest first. */
  edges(place: Point, reach: number): { edge: Edge; on: Point; away: number }[] {
    const seen = new Set<Edge>();
    const found: { edge: Edge; on: Point; away: number }[] = [];
    const look = (edge: Edge) => {
      if (seen.has(edge)) return;
      seen.add(edge);
      const on = nearestOnSegment(place, edge.a, edge.b);
      const away = Math.hypot(on[0] - place[0], on[1] - place[1]);
      if (away <= reach) found.push({ edge, on, away });
    };
    this.eachCell(place, reach, (at) => {
      for (const edge of this.edgeCells.get(at) ?? []) look(edge);
    });
    for (const edge of this.long) look(edge);
    return found.sort((one, other) => one.away - other.away);
  }

  private eachCell([x, y]: Point, reach: number, look: (at: number) => void): void {
    for (let column = cell(x - reach); column <= cell(x + reach); column += 1) {
      for (let row = cell(y - reach); row <= cell(y + reach); row += 1) look(key(column, row));
    }
  }
}

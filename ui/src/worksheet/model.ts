// Rows and columns of a grid as it shows them: texts in cells, in the order that sorting and filters give.
// Relies on cells being texts in the order of the columns. Knows nothing of what they stand for.
import type { RiskLevel } from '../ipc';
import type { SheetView } from './edits';
import { type Comparison, orderOf, wordsOfFilter } from './order';

export interface SheetColumn {
  key: string;
  title: string;
  /** The head above several columns, such as the five classes of measures. */
  group?: string;
  /** What the column is for, for the pointer that rests on its head. */
  hint?: string;
  width: number;
  kind: 'text' | 'number' | 'choice' | 'level';
  writable: boolean;
  /** Words to choose from. */
  choices?: readonly string[];
  /** Whether a cell holds several of them. */
  several?: boolean;
  comparison: Comparison;
}

export interface SheetRow {
  id: string;
  /** What the plan selects when a cell of the row is selected. */
  owner: string;
  /** The first row of its owner shows what belongs to the owner. */
  first: boolean;
  cells: readonly string[];
  level: RiskLevel | null;
}

export interface SheetOrder {
  column: string;
  descending: boolean;
}

const searched = new WeakMap<SheetRow, string>();

function searchText(row: SheetRow): string {
  const known = searched.get(row);
  if (known !== undefined) return known;
  const text = row.cells.join('\n').toLowerCase();
  searched.set(row, text);
  return text;
}

/** So many rows are made ready for the filter between two frames. */
const SLICE = 300;

/** Makes rows ready for the filter while nobody waits for it; the returned function stops that. */
export function readyToFilter(rows: readonly SheetRow[]): () => void {
  let at = 0;
  let timer = 0;
  const slice = () => {
    const end = Math.min(rows.length, at + SLICE);
    for (; at < end; at += 1) if (rows[at]) searchText(rows[at] as SheetRow);
    if (at < rows.length) timer = window.setTimeout(slice, 4);
  };
  timer = window.setTimeout(slice, 250);
  return () => window.clearTimeout(timer);
}

/** Rows in the wished order. Ordered before they are filtered, so that a letter more in the filter orders nothing anew. */
export function orderedRows(
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  order: SheetOrder | null,
): readonly SheetRow[] {
  const index = order ? columns.findIndex((column) => column.key === order.column) : -1;
  const column = columns[index];
  if (!order || !column) return rows;
  const texts = rows.map((row) => row.cells[index] ?? '');
  const places = orderOf(texts, column.comparison, order.descending, column.key);
  const ordered: SheetRow[] = [];
  for (const place of places) {
    const row = rows[place];
    if (row) ordered.push(row);
  }
  return ordered;
}

/** Rows that hold every word of the filter. */
export function filteredRows(rows: readonly SheetRow[], filter: string): readonly SheetRow[] {
  const words = wordsOfFilter(filter);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = searchText(row);
    return words.every((word) => text.includes(word));
  });
}

export function viewOf(
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  growing: boolean,
): SheetView {
  // The last row of a growing grid is the empty one below the others.
  return {
    size: { rows: growing ? rows.length - 1 : rows.length, columns: columns.length },
    writable: (column) => columns[column]?.writable ?? false,
    text: (row, column) => rows[row]?.cells[column] ?? '',
    growing,
  };
}

/** Left edges of the columns, and the whole width at the end. */
export function edgesOf(columns: readonly SheetColumn[]): readonly number[] {
  const edges = [0];
  for (const column of columns) edges.push((edges.at(-1) ?? 0) + column.width);
  return edges;
}

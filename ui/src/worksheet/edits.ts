// What a paste or a bulk change writes: a block of texts for some rows and some columns, as one step.
// Relies on the rows and columns as they are shown. Decides nothing of what a cell may hold: that is Rust's.
import { type Area, type Rectangle, rectangleOf, type Size } from './area';

/** Texts for rows and columns, row by row. A row past the last one is a new row. */
export interface BlockEdit {
  rows: readonly number[];
  columns: readonly number[];
  cells: readonly (readonly string[])[];
}

export interface SheetView {
  size: Size;
  /** Whether typing may change the column. */
  writable: (column: number) => boolean;
  text: (row: number, column: number) => string;
  /** Whether rows may be added below the last one. */
  growing: boolean;
}

function upTo(count: number, from = 0): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

/** The rows that change and the columns that may; `null` when nothing does. */
function changing(edit: BlockEdit, view: SheetView): BlockEdit | null {
  const places = upTo(edit.columns.length).filter((place) => view.writable(edit.columns[place] ?? -1));
  const columns = places.map((place) => edit.columns[place] ?? 0);
  const rows: number[] = [];
  const cells: string[][] = [];
  edit.rows.forEach((row, index) => {
    const own = places.map((place) => edit.cells[index]?.[place] ?? '');
    const isNew = row >= view.size.rows;
    const differs = own.some((text, place) => text !== (isNew ? '' : view.text(row, columns[place] ?? 0)));
    if (!differs) return;
    rows.push(row);
    cells.push(own);
  });
  return rows.length > 0 && columns.length > 0 ? { rows, columns, cells } : null;
}

/** A single cell goes into all that is selected; a block goes down and right of the selection's corner, again and
 * again where the selection is a multiple of it. */
export function pasteEdit(
  block: readonly (readonly string[])[],
  area: Area,
  view: SheetView,
): BlockEdit | null {
  const { top, bottom, left, right } = rectangleOf(area);
  const high = block.length;
  const wide = Math.max(...block.map((row) => row.length), 0);
  if (high === 0 || wide === 0) return null;
  const [ownHigh, ownWide] = [bottom - top + 1, right - left + 1];
  const times = ownHigh % high === 0 && ownWide % wide === 0;
  const [down, beside] = times ? [ownHigh, ownWide] : [high, wide];
  const rows = upTo(down, top).filter((row) => view.growing || row < view.size.rows);
  const columns = upTo(beside, left).filter((column) => column < view.size.columns);
  const cells = rows.map((row) =>
    columns.map((column) => {
      const own = block[(row - top) % high]?.[(column - left) % wide];
      return own ?? (row < view.size.rows ? view.text(row, column) : '');
    }),
  );
  return changing({ rows, columns, cells }, view);
}

/** One text into everything that is selected. */
export function sameTextEdit(text: string, area: Area, view: SheetView): BlockEdit | null {
  return pasteEdit([[text]], area, view);
}

/** The rows and columns of a fill down, the row to copy first: the first one selected, or the one above a single one. */
export function fillDownOf(
  area: Area,
  view: SheetView,
): { rows: readonly number[]; columns: readonly number[] } | null {
  const { top, bottom, left, right } = rectangleOf(area);
  const from = top === bottom ? top - 1 : top;
  const columns = upTo(right - left + 1, left).filter(view.writable);
  return from < 0 || columns.length === 0 ? null : { rows: upTo(bottom - from + 1, from), columns };
}

export function blockOf(rectangle: Rectangle, view: SheetView): string[][] {
  const rows = upTo(rectangle.bottom - rectangle.top + 1, rectangle.top).filter(
    (row) => row < view.size.rows,
  );
  return rows.map((row) =>
    upTo(rectangle.right - rectangle.left + 1, rectangle.left).map((column) => view.text(row, column)),
  );
}

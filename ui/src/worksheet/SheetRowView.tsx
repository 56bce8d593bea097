// One row of a grid. Drawn anew only when its own cells or its own part of the selection change.
// Relies on cells that keep their identity. Knows nothing of typing.
import { memo } from 'react';
import { LevelChip } from '../parts/Level';
import type { SheetColumn, SheetRow } from './model';

interface Props {
  row: SheetRow;
  index: number;
  top: number;
  /** Of the whole row, whichever cells are in sight. */
  width: number;
  columns: readonly SheetColumn[];
  edges: readonly number[];
  /** How many columns stay in sight at the left. */
  frozen: number;
  /** Columns from `left` up to `right` are in sight besides. */
  left: number;
  right: number;
  /** First and last selected column of this row; -1 for none. */
  from: number;
  to: number;
  /** The column that is typed into; -1 in other rows. */
  focus: number;
  /** Whether the plan's selection is this row's owner. */
  chosen: boolean;
}

/** Width of the column of row numbers. */
export const NUMBERS = 44;

export const SheetRowView = memo(function SheetRowView(props: Props) {
  const { row, index, top, width, columns, frozen, left, right, chosen } = props;
  const cell = (place: number) => cellOf(props, place);
  return (
    <div
      className={chosen ? 'sheet-row chosen' : 'sheet-row'}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      style={{ top, width }}
      data-row={row.id}
      data-owner={row.owner}
      data-first={row.first || undefined}
    >
      <div className="sheet-frozen" role="presentation">
        <span className="sheet-number" data-index={index}>
          {index + 1}
        </span>
        {columns.slice(0, frozen).map((_, place) => cell(place))}
      </div>
      {columns.slice(left, right).map((_, place) => cell(left + place))}
    </div>
  );
});

function cellOf({ row, columns, edges, frozen, left, from, to, focus }: Props, place: number) {
  const column = columns[place];
  if (!column) return null;
  const text = row.cells[place] ?? '';
  const names = ['sheet-cell', column.kind];
  if (place < frozen) names.push('frozen');
  if (place >= from && place <= to) names.push('selected');
  if (place === focus) names.push('focused');
  if (!column.writable) names.push('fixed');
  // The first cell in sight keeps the room of those that are not.
  const hidden = place === left ? (edges[left] ?? 0) - (edges[frozen] ?? 0) : 0;
  return (
    <span
      key={column.key}
      className={names.join(' ')}
      role="gridcell"
      aria-colindex={place + 1}
      style={hidden > 0 ? { width: column.width, marginLeft: hidden } : { width: column.width }}
      data-column={column.key}
      data-place={place}
      title={text.length > 12 ? text : undefined}
    >
      {column.kind === 'level' ? <LevelChip level={row.level} /> : text}
    </span>
  );
}

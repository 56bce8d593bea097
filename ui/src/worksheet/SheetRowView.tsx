// One row of a grid. Drawn anew only when its own cells or its own part of the selection change.
// Relies on cells that keep their identity. Knows nothing of typing.
import { memo } from 'react';
import { LevelChip } from '../parts/Level';
import type { SheetColumn, SheetRow } from './model';

interface Props {
  row: SheetRow;
  index: number;
  top: number;
  columns: readonly SheetColumn[];
  edges: readonly number[];
  /** How many columns stay in sight at the left. */
  frozen: number;
  /** First and last selected column of this row; -1 for none. */
  from: number;
  to: number;
  /** The column that is typed into; -1 in other rows. */
  focus: number;
  /** Whether the plan's selection is this row's owner. */
  chosen: boolean;
}

export const SheetRowView = memo(function SheetRowView(props: Props) {
  const { row, index, top, columns, edges, frozen, from, to, focus, chosen } = props;
  return (
    <div
      className={chosen ? 'sheet-row chosen' : 'sheet-row'}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      style={{ top }}
      data-row={row.id}
      data-owner={row.owner}
      data-first={row.first || undefined}
    >
      <span className="sheet-number" data-index={index}>
        {index + 1}
      </span>
      {columns.map((column, place) => (
        <SheetCell
          key={column.key}
          row={row}
          column={column}
          place={place}
          left={place < frozen ? (edges[place] ?? 0) : null}
          selected={place >= from && place <= to}
          focused={place === focus}
        />
      ))}
    </div>
  );
});

interface CellProps {
  row: SheetRow;
  column: SheetColumn;
  place: number;
  left: number | null;
  selected: boolean;
  focused: boolean;
}

/** Width of the column of row numbers. */
export const NUMBERS = 44;

function SheetCell({ row, column, place, left, selected, focused }: CellProps) {
  const text = row.cells[place] ?? '';
  const names = ['sheet-cell', column.kind];
  if (left !== null) names.push('frozen');
  if (selected) names.push('selected');
  if (focused) names.push('focused');
  if (!column.writable) names.push('fixed');
  return (
    <span
      className={names.join(' ')}
      role="gridcell"
      style={left === null ? { width: column.width } : { width: column.width, left: left + NUMBERS }}
      data-column={column.key}
      data-place={place}
      title={text.length > 12 ? text : undefined}
    >
      {column.kind === 'level' ? <LevelChip level={row.level} /> : text}
    </span>
  );
}

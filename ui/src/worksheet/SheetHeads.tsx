// The heads of a grid: groups above, titles below; a click puts the rows in order.
// Relies on the widths of the columns.
import { memo } from 'react';
import type { SheetColumn, SheetOrder } from './model';

interface Props {
  columns: readonly SheetColumn[];
  frozen: number;
  order: SheetOrder | null;
  width: number;
  height: number;
  onOrder: (order: SheetOrder | null) => void;
}

/** Up, down, and back to the order of the table. */
function next(order: SheetOrder | null, column: string): SheetOrder | null {
  if (order?.column !== column) return { column, descending: false };
  return order.descending ? null : { column, descending: true };
}

export const SheetHeads = memo(function SheetHeads(props: Props) {
  const { columns, frozen, order, width, height, onOrder } = props;
  const head = (column: SheetColumn, place: number) => {
    const first = column.group !== undefined && columns[place - 1]?.group !== column.group;
    const sorted = order?.column === column.key ? (order.descending ? 'descending' : 'ascending') : 'none';
    return (
      <button
        key={column.key}
        type="button"
        role="columnheader"
        aria-colindex={place + 1}
        aria-sort={sorted}
        className={place < frozen ? 'sheet-head frozen' : 'sheet-head'}
        data-grouped={column.group !== undefined || undefined}
        data-first={first || undefined}
        style={{ width: column.width }}
        title={column.hint}
        onClick={() => onOrder(next(order, column.key))}
        data-testid={`sheet-sort-${column.key}`}
      >
        {first ? <i>{column.group}</i> : null}
        <span>{column.title}</span>
      </button>
    );
  };
  return (
    <div className="sheet-heads" role="row" style={{ width, height }}>
      <div className="sheet-frozen" role="presentation">
        <span className="sheet-number" />
        {columns.slice(0, frozen).map(head)}
      </div>
      {columns.slice(frozen).map((column, place) => head(column, frozen + place))}
    </div>
  );
});

// A table of rows that are typed in place, with a line below for the next one.
// Relies on `set-field` for each cell. A refusal marks the cell and is told.
import { Select } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { toCallError } from '../backend';
import { readDay } from '../format/day';
import type { RowId, Table } from '../ipc';
import { attempt, execute } from '../state/actions';
import { notifyError } from '../state/notices';
import { useWords } from '../words';
import { type Choice, choiceRow, setField } from './fields';
import { Icon } from './icons';
import { useDraft } from './useDraft';

export interface GridColumn<R> {
  column: string;
  title: string;
  width: string;
  kind: 'text' | 'number' | 'day' | 'choice' | 'yes' | 'own';
  value: (row: R) => string | number | boolean | null;
  choices?: readonly Choice[];
  /** What an `own` column shows. */
  show?: (row: R) => ReactNode;
  /** How far the first column is moved in, in steps. */
  depth?: (row: R) => number;
}

interface Props<R extends { id: string }> {
  table: Table;
  rows: readonly R[];
  columns: readonly GridColumn<R>[];
  /** The column that a new row begins with. */
  first: string;
  /** What is typed for a new row. */
  placeholder: string;
  /** Cells of a new row besides the typed one; `null` when no row can be added now. */
  fresh: (() => Record<string, string | number | null>) | null;
  onRemove: (row: R) => void;
  after?: (row: R) => ReactNode;
  testid: string;
}

export function Grid<R extends { id: string }>(props: Props<R>) {
  const { table, rows, columns, first, placeholder, fresh, onRemove, after, testid } = props;
  const w = useWords();
  const template = `${columns.map((own) => own.width).join(' ')} 30px`;
  return (
    <div className="grid" role="table" data-testid={testid}>
      <div className="grid-row heads" role="row" style={{ gridTemplateColumns: template }}>
        {columns.map((own) => (
          <span key={own.column} role="columnheader">
            {own.title}
          </span>
        ))}
      </div>
      {rows.map((row) => (
        <div key={row.id} data-row={row.id}>
          <div className="grid-row" role="row" style={{ gridTemplateColumns: template }}>
            {columns.map((own) =>
              own.show ? (
                <span key={own.column} className="grid-own">
                  {own.show(row)}
                </span>
              ) : (
                <GridCell
                  key={own.column}
                  row={{ table, id: row.id }}
                  column={own}
                  value={own.value(row)}
                  depth={own.depth?.(row) ?? 0}
                />
              ),
            )}
            <button
              type="button"
              className="ib tiny"
              title={w.common.remove}
              onClick={() => onRemove(row)}
              data-testid={`${testid}-remove`}
            >
              <Icon name="close" size={12} />
            </button>
          </div>
          {after?.(row)}
        </div>
      ))}
      {fresh ? (
        <NewRow table={table} first={first} placeholder={placeholder} fresh={fresh} testid={testid} />
      ) : null}
    </div>
  );
}

interface CellProps<R> {
  row: RowId;
  column: GridColumn<R>;
  value: string | number | boolean | null;
  depth: number;
}

function GridCell<R>({ row, column, value, depth }: CellProps<R>) {
  if (column.kind === 'choice') return <ChoiceCell row={row} column={column} value={value} />;
  if (column.kind === 'yes') {
    return (
      <span className="grid-check">
        <input
          type="checkbox"
          checked={value === true}
          aria-label={column.title}
          onChange={(event) => void attempt(setField(row, column.column, event.target.checked ? 1 : 0))}
        />
      </span>
    );
  }
  return <TextCell row={row} column={column} value={value} depth={depth} />;
}

/** What a typed text says; a day is written as people write days, and what is none is left to Rust to refuse. */
function cellOf(kind: GridColumn<never>['kind'], text: string): string | number | null {
  if (kind === 'number') return Number(text.trim() || 0);
  if (kind === 'day') return text.trim() === '' ? null : (readDay(text) ?? text);
  return text;
}

function TextCell<R>({ row, column, value, depth }: CellProps<R>) {
  const keep = async (text: string) => {
    const own = cellOf(column.kind, text);
    try {
      await execute(setField(row, column.column, own));
    } catch (thrown) {
      notifyError(toCallError(thrown).api);
      throw thrown;
    }
  };
  const draft = useDraft(String(value ?? ''), keep);
  return (
    <input
      className="grid-text"
      value={draft.text}
      style={depth > 0 ? { paddingLeft: 8 + depth * 16 } : undefined}
      aria-label={column.title}
      aria-invalid={draft.error !== null}
      inputMode={column.kind === 'number' ? 'numeric' : undefined}
      onChange={(event) => draft.change(event.target.value)}
      onBlur={() => void draft.send()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void draft.send();
        if (event.key === 'Escape') draft.giveUp();
      }}
      data-testid={`cell-${column.column}`}
    />
  );
}

function ChoiceCell<R>({ row, column, value }: Omit<CellProps<R>, 'depth'>) {
  return (
    <Select
      variant="borderless"
      className="grid-choice"
      value={value === null || value === '' ? null : String(value)}
      options={[...(column.choices ?? [])]}
      optionRender={choiceRow}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      aria-label={column.title}
      onChange={(chosen: string | undefined) => void attempt(setField(row, column.column, chosen ?? null))}
      data-testid={`cell-${column.column}`}
    />
  );
}

interface NewProps {
  table: Table;
  first: string;
  placeholder: string;
  fresh: () => Record<string, string | number | null>;
  testid: string;
}

function NewRow({ table, first, placeholder, fresh, testid }: NewProps) {
  const w = useWords();
  const [text, setText] = useState('');
  const busy = useRef(false);
  const add = async () => {
    const typed = text.trim();
    if (typed === '' || busy.current) return;
    busy.current = true;
    const made = await attempt({ type: 'add', table, cells: { ...fresh(), [first]: typed } });
    busy.current = false;
    if (made) setText('');
  };
  return (
    <div className="grid-new">
      <Icon name="plus" size={13} />
      <input
        value={text}
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add();
        }}
        data-testid={`${testid}-new`}
      />
      {text.trim() ? (
        <button type="button" className="link" onClick={() => void add()} data-testid={`${testid}-add`}>
          {w.common.add} <kbd>Enter</kbd>
        </button>
      ) : null}
    </div>
  );
}

// The list or the worksheet of one family as a grid, bound to the plan's selection.
// Relies on Rust for every row and every change. Each typed cell, paste and fill is one step of undo.
import { Input } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { PointView, RiskPointKind } from '../ipc';
import { useNames } from '../list/filter';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { useLevelShort } from '../parts/Level';
import { SearchField } from '../parts/SearchField';
import { attempt, redo, undo } from '../state/actions';
import { select } from '../state/go';
import { departmentTree, usePeople, useProjectRow, useTable } from '../state/rows';
import { usePick, useSettings, useVocabulary } from '../state/settings';
import { useProject, useSelection } from '../state/store';
import { useWords } from '../words';
import { type Area, areaAt, cellsOf, clampArea, rectangleOf } from './area';
import { columnsOf, FROZEN, type SheetKind } from './columns';
import { useSheetData } from './data';
import { fillDownOf, sameTextEdit } from './edits';
import {
  filteredRows,
  orderedRows,
  readyToFilter,
  type SheetColumn,
  type SheetOrder,
  type SheetRow,
  viewOf,
} from './model';
import { RefusedCells } from './RefusedCells';
import { factorNames, type Lookup, listRows, worksheetRows } from './rows';
import { Sheet } from './Sheet';
import { fillDown, goToRow, useNewRow, writeBlock } from './write';

const NONE: ReadonlyMap<string, PointView> = new Map();

/** Words to choose from in the cells that refer to other rows or catalogues. */
function useChoices(kind: RiskPointKind): Readonly<Record<string, readonly string[]>> {
  const w = useWords();
  const pick = usePick();
  const departments = useTable('department');
  const posts = useTable('post');
  const people = usePeople();
  const catalogue = useProjectRow()?.accident_catalogue;
  const english = useSettings((state) => state.language === 'en');
  const { hazard_factors, accident_types } = useVocabulary();
  return useMemo(
    () => ({
      department_id: departmentTree(departments).map((own) => own.row.name),
      person_id: people.map((own) => own.name),
      post_id: kind === 'activity' ? [...posts.values()].map((own) => own.name) : [],
      special_equipment: [w.worksheet.yes, w.worksheet.no],
      factor: hazard_factors.map((own) => `${own.value} ${pick(own.name)}`),
      accidents: accident_types
        .filter((own) => own.catalogue === catalogue || own.catalogue === 'school')
        .map((own) => (english ? own.name.english : `${own.value}${own.name.chinese}`)),
    }),
    [departments, posts, people, catalogue, hazard_factors, accident_types, kind, english, pick, w],
  );
}

function useSheetColumns(kind: RiskPointKind, view: SheetKind): readonly SheetColumn[] {
  const w = useWords();
  const pick = usePick();
  const vocabulary = useVocabulary();
  const choices = useChoices(kind);
  return useMemo(
    () => columnsOf(kind, view, { vocabulary, pick, w, choices }),
    [kind, view, vocabulary, pick, w, choices],
  );
}

function useSheetRows(
  kind: RiskPointKind,
  view: SheetKind,
  columns: readonly SheetColumn[],
): { rows: readonly SheetRow[]; ready: boolean } {
  const w = useWords();
  const pick = usePick();
  const short = useLevelShort();
  const { hazard_factors } = useVocabulary();
  const data = useSheetData(kind, view);
  const points = useProject((state) => state.project?.points ?? NONE);
  const posts = useTable('post');
  const names = useNames();
  const factor = useMemo(() => factorNames(hazard_factors, pick), [hazard_factors, pick]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of levels change with the language, as columns do
  const rows = useMemo(() => {
    const lookup: Lookup = {
      points,
      names,
      post: (id) => (id && posts.get(id)?.name) || '',
      factor,
      yesNo: (value) => (value ? w.worksheet.yes : w.worksheet.no),
    };
    return view === 'list'
      ? listRows(data.points, columns, lookup, (own) => short(own?.level ?? null))
      : worksheetRows(data.rows, columns, lookup, short);
  }, [data, columns, points, names, posts, factor, view]);
  return { rows, ready: data.ready };
}

function emptyRow(columns: readonly SheetColumn[]): SheetRow {
  return { id: '', owner: '', first: true, level: null, cells: columns.map(() => '') };
}

export function Worksheet({ kind, view }: { kind: RiskPointKind; view: SheetKind }) {
  const w = useWords();
  const columns = useSheetColumns(kind, view);
  const { rows, ready } = useSheetRows(kind, view, columns);
  const chosen = useSelection((state) => (state.row?.table === 'risk_point' ? state.row.id : null));
  const [order, setOrder] = useState<SheetOrder | null>(null);
  const [filter, setFilter] = useState('');
  const [area, setArea] = useState<Area | null>(null);
  const growing = view === 'list' && filter === '';
  useEffect(() => readyToFilter(rows), [rows]);
  const ordered = useMemo(() => orderedRows(rows, columns, order), [rows, columns, order]);
  const shown = useMemo(() => {
    const own = filteredRows(ordered, filter);
    return growing ? [...own, emptyRow(columns)] : own;
  }, [ordered, columns, filter, growing]);
  useWaitingRow(shown, columns, setArea);
  const sheetView = useMemo(() => viewOf(shown, columns, growing), [shown, columns, growing]);
  const own = area ? clampArea(area, { rows: shown.length, columns: columns.length }) : null;

  const addHazard = async () => {
    const changed = await attempt({
      type: 'add',
      table: 'hazard',
      cells: { point_id: chosen, description: w.worksheet.newHazard },
    });
    const made = changed?.created.find((row) => row.table === 'hazard');
    if (made) goToRow(made.id, 'description');
  };

  return (
    <div className="worksheet" data-testid={`worksheet-${kind}`} data-view={view} data-ready={ready}>
      <div className="worksheet-bar">
        <SearchField
          placeholder={w.worksheet.find}
          value={filter}
          onChange={setFilter}
          testid="worksheet-filter"
        />
        <span className="faint" data-testid="worksheet-count">
          {w.worksheet.rows(shown.length - (growing ? 1 : 0), rows.length)}
        </span>
        {view === 'sheet' ? (
          <button
            type="button"
            className="ib"
            disabled={!chosen}
            title={w.worksheet.addRowHint}
            onClick={() => void addHazard()}
            data-testid="worksheet-add"
          >
            <Icon name="plus" size={13} /> {w.worksheet.addRow}
          </button>
        ) : null}
        <Bulk
          area={own}
          column={own ? columns[own.focus.column] : undefined}
          onPut={(text) => {
            const edit = own ? sameTextEdit(text, own, sheetView) : null;
            if (edit) void writeBlock(edit, shown, columns, view, kind);
          }}
          onFill={() => {
            const fill = own ? fillDownOf(own, sheetView) : null;
            if (fill) void fillDown(fill.rows, fill.columns, shown, columns, view);
          }}
        />
        <span className="keys">{w.worksheet.keys}</span>
      </div>
      {ready && rows.length === 0 && view === 'sheet' ? (
        <Empty title={w.worksheet.emptyTitle[kind]} text={w.worksheet.emptyText} />
      ) : (
        <Sheet
          rows={shown}
          columns={columns}
          frozen={FROZEN}
          order={order}
          onOrder={setOrder}
          growing={growing}
          chosen={chosen}
          onChoose={(owner) => select({ table: 'risk_point', id: owner })}
          onEdit={(edit) => void writeBlock(edit, shown, columns, view, kind)}
          onFillDown={(from, to) => void fillDown(from, to, shown, columns, view)}
          onUndo={(forward) => void (forward ? redo() : undo())}
          area={area}
          onArea={setArea}
          label={w.worksheet.tabs[kind]}
        />
      )}
      <RefusedCells />
    </div>
  );
}

/** Goes to a new row as soon as it is there. */
function useWaitingRow(
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  go: (area: Area) => void,
): void {
  const wanted = useNewRow();
  useEffect(() => {
    if (wanted.row === null) return;
    const index = rows.findIndex((own) => own.id === wanted.row);
    if (index < 0) return;
    useNewRow.setState({ row: null });
    const column = columns.findIndex((own) => own.key === wanted.column);
    go(areaAt(index, Math.max(0, column)));
    select({ table: 'risk_point', id: rows[index]?.owner ?? '' });
  }, [rows, columns, go, wanted]);
}

interface BulkProps {
  area: Area | null;
  column: SheetColumn | undefined;
  onPut: (text: string) => void;
  onFill: () => void;
}

/** A selection of several cells can be changed at once, also by people who do not know the keys. */
function Bulk({ area, column, onPut, onFill }: BulkProps) {
  const w = useWords();
  const [text, setText] = useState('');
  if (!area || cellsOf(area) < 2) return null;
  const { top, bottom, left, right } = rectangleOf(area);
  const put = () => {
    onPut(text.trim());
    setText('');
  };
  return (
    <span className="bulk" data-testid="worksheet-bulk">
      <b>{w.worksheet.selected(bottom - top + 1, right - left + 1)}</b>
      {left === right && column?.writable ? (
        <>
          <Input
            size="small"
            value={text}
            placeholder={w.worksheet.putHint}
            list={column.choices ? 'worksheet-bulk-choices' : undefined}
            onChange={(event) => setText(event.target.value)}
            onPressEnter={put}
            data-testid="worksheet-bulk-text"
          />
          {column.choices ? (
            <datalist id="worksheet-bulk-choices">
              {column.choices.map((own) => (
                <option key={own} value={own} />
              ))}
            </datalist>
          ) : null}
          <button type="button" className="ib" onClick={put} data-testid="worksheet-bulk-put">
            {w.worksheet.putInto}
          </button>
        </>
      ) : null}
      <button
        type="button"
        className="ib"
        title={w.worksheet.fillDownHint}
        onClick={onFill}
        data-testid="worksheet-fill-down"
      >
        {w.worksheet.fillDown}
      </button>
    </span>
  );
}

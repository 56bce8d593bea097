// Writing from the grid: a block, a fill down, a new row, each one step of undo.
// Relies on `paste-block`, which judges every cell first; refused cells are shown before anything is written.
import { create } from 'zustand';
import { backend, toCallError } from '../backend';
import type { CellFault, PasteBlock, RiskPointKind, RowId, Table } from '../ipc';
import { attempt, execute } from '../state/actions';
import { notifyError } from '../state/notices';
import { formatBlock } from './block';
import { type KeptText, textsKept } from './data';
import type { BlockEdit } from './edits';
import type { SheetColumn, SheetRow } from './model';

/** A block with cells that are refused, waiting for the user's word. */
interface Waiting {
  block: PasteBlock;
  refused: readonly CellFault[];
  taken: number;
}

export const usePasting = create<{ waiting: Waiting | null; done: (() => void) | null }>(() => ({
  waiting: null,
  done: null,
}));

/** A new row that the grid goes to as soon as it is there. */
export const useNewRow = create<{ row: string; column: string } | { row: null }>(() => ({ row: null }));

export function goToRow(row: string, column: string): void {
  useNewRow.setState({ row, column });
}

export function tableOf(view: 'list' | 'sheet'): Table {
  return view === 'list' ? 'risk_point' : 'hazard';
}

function blockFor(
  edit: BlockEdit,
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  table: Table,
  kind: RiskPointKind,
): PasteBlock {
  const own: RowId[] = [];
  for (const row of edit.rows) {
    const id = rows[row]?.id;
    if (id) own.push({ table, id });
  }
  return {
    rows: own,
    columns: edit.columns.map((column) => columns[column]?.key ?? ''),
    text: formatBlock(edit.cells),
    create: own.length < edit.rows.length && table === 'risk_point' ? { points: kind } : null,
    skip_refused: false,
  };
}

/** What was typed into rows that are there, for columns that keep a text as it is typed. */
function plainTexts(edit: BlockEdit, rows: readonly SheetRow[], columns: readonly SheetColumn[]): KeptText[] {
  return edit.rows.flatMap((place, index) => {
    const row = rows[place]?.id;
    if (!row) return [];
    return edit.columns.flatMap((own, at) => {
      const column = columns[own];
      const text = edit.cells[index]?.[at] ?? '';
      return column?.kind === 'text' && column.comparison === 'text'
        ? [{ row, column: column.key, text }]
        : [];
    });
  });
}

/** Writes a block; of several cells the refused ones are shown first. Whether it is written already. */
export async function writeBlock(
  edit: BlockEdit,
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  view: 'list' | 'sheet',
  kind: RiskPointKind,
): Promise<boolean> {
  const table = tableOf(view);
  const block = blockFor(edit, rows, columns, table, kind);
  try {
    if (edit.rows.length * edit.columns.length > 1) {
      const preview = await backend().call('preview-paste', block);
      if (preview.refused.length > 0) {
        usePasting.setState({ waiting: { block, refused: preview.refused, taken: preview.taken } });
        return false;
      }
    }
    const texts = plainTexts(edit, rows, columns);
    const changed = await execute({ type: 'paste-block', ...block }, () => textsKept(texts));
    const made = changed.created.filter((row) => row.table === table);
    if (made.length === 1 && made[0]) goToRow(made[0].id, 'name');
    return true;
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
    return false;
  }
}

export async function writeAccepted(): Promise<void> {
  const { waiting } = usePasting.getState();
  usePasting.setState({ waiting: null });
  if (waiting) await attempt({ type: 'paste-block', ...waiting.block, skip_refused: true });
}

export async function fillDown(
  rows: readonly number[],
  columns: readonly number[],
  all: readonly SheetRow[],
  heads: readonly SheetColumn[],
  view: 'list' | 'sheet',
): Promise<void> {
  const table = tableOf(view);
  const own = rows.flatMap((row) => (all[row]?.id ? [{ table, id: all[row]?.id ?? '' }] : []));
  await attempt({
    type: 'fill-down',
    rows: own,
    columns: columns.map((column) => heads[column]?.key ?? ''),
  });
}

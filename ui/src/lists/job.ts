// The list that is being taken in: its file, how it is read, what would become of it.
// Relies on Rust for everything that is understood of a sheet. Nothing is written before `accept`.
import { create } from 'zustand';
import { backend, toCallError } from '../backend';
import type {
  ApiError,
  ListField,
  ListMapping,
  ListProposal,
  ListSheet,
  ListSubject,
  RiskPointKind,
} from '../ipc';
import { changing } from '../state/actions';
import { notify, notifyError } from '../state/notices';
import { bothWords } from '../words';

export type Stage = 'file' | 'columns' | 'rows';

export interface Job {
  open: boolean;
  stage: Stage;
  path: string | null;
  sheets: readonly ListSheet[];
  mapping: ListMapping;
  /** Columns that were chosen by hand. */
  byHand: ReadonlySet<string>;
  proposal: ListProposal | null;
  /** Why the list cannot be read as it is mapped now. */
  error: ApiError | null;
  busy: boolean;
}

export const PLAIN: ListMapping = {
  sheet: null,
  header_row: null,
  header_rows: null,
  columns: {},
  kind: null,
  preset: null,
  assessor: null,
  subject: null,
};

const CLOSED: Job = {
  open: false,
  stage: 'file',
  path: null,
  sheets: [],
  mapping: PLAIN,
  byHand: new Set(),
  proposal: null,
  error: null,
  busy: false,
};

export const useJob = create<Job>(() => CLOSED);

/** Opens the wizard; `kind` and `subject` are what the user looks at, where that tells. */
export function openListImport(kind: RiskPointKind | null = null, subject: ListSubject | null = null): void {
  useJob.setState({ ...CLOSED, open: true, mapping: { ...PLAIN, kind, subject } });
}

export function closeListImport(): void {
  asked += 1;
  useJob.setState(CLOSED);
}

/** Looks at a file: its sheets, and what the program makes of it. */
export async function lookAt(path: string): Promise<void> {
  const { kind, subject } = useJob.getState().mapping;
  useJob.setState({ busy: true });
  try {
    const sheets = await backend().call('list-sheets', { path });
    useJob.setState({
      path,
      sheets,
      mapping: { ...PLAIN, kind, subject },
      byHand: new Set(),
      stage: 'columns',
      proposal: null,
    });
    await preview();
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
    useJob.setState({ busy: false });
  }
}

/** Counts what was asked, so that only the answer to the latest question is shown. */
let asked = 0;

async function preview(): Promise<void> {
  const { path, mapping } = useJob.getState();
  if (!path) return;
  asked += 1;
  const own = asked;
  useJob.setState({ busy: true });
  try {
    const proposal = await backend().call('preview-list', { path, mapping });
    if (own === asked) useJob.setState({ proposal, error: null, busy: false });
  } catch (thrown) {
    if (own === asked)
      useJob.setState({ proposal: null, error: toCallError(thrown).api, busy: false, stage: 'columns' });
  }
}

/** Reads the list in another way. */
export function change(part: Partial<ListMapping>): void {
  useJob.setState(({ mapping }) => ({ mapping: { ...mapping, ...part } }));
  void preview();
}

/** Another sheet has columns of its own. */
export function changeSheet(sheet: string): void {
  useJob.setState({ byHand: new Set() });
  change({ sheet, header_row: null, header_rows: null, columns: {} });
}

export function changeHeader(row: number): void {
  useJob.setState({ byHand: new Set() });
  change({ header_row: row, columns: {} });
}

export function changeSubject(subject: ListSubject | null): void {
  useJob.setState({ byHand: new Set() });
  change({ subject, columns: {} });
}

/** What was found for the other columns is kept with it: a mapping that says something is taken as a whole. */
export function changeColumn(column: string, field: ListField): void {
  const { mapping, proposal, byHand } = useJob.getState();
  const found = (proposal?.columns ?? []).flatMap((own): [string, ListField][] =>
    own.field ? [[own.column, own.field]] : [],
  );
  useJob.setState({ byHand: new Set(byHand).add(column) });
  change({ columns: { ...Object.fromEntries(found), ...mapping.columns, [column]: field } });
}

/** Whether accepting the list would do anything. */
export function bringsSomething(proposal: ListProposal | null): boolean {
  return proposal !== null && (proposal.command !== null || proposal.staff !== null);
}

/** Takes the list in as one step. */
export async function accept(): Promise<void> {
  const { path, mapping, proposal } = useJob.getState();
  if (!path || !proposal) return;
  useJob.setState({ busy: true });
  const done = await changing('apply-list', { path, mapping });
  if (!done) {
    useJob.setState({ busy: false });
    return;
  }
  const { created, updated } = proposal;
  notify({ kind: 'done', text: bothWords((words) => words.lists.applied(created, updated)) });
  closeListImport();
}

// Which column of the board a danger stands in, and which lines a filter lets through.
// Relies on states that Rust worked out. Knows nothing of how they are shown.
import type { DangerLine, DangerState, HiddenDangerGrade } from '../ipc';

export const COLUMNS = ['confirm', 'assign', 'rectify', 'accept', 'filed'] as const;
export type BoardColumn = (typeof COLUMNS)[number];

const COLUMN_OF: Record<DangerState, BoardColumn> = {
  draft: 'confirm',
  reported: 'confirm',
  confirmed: 'assign',
  'handed-up': 'assign',
  rectifying: 'rectify',
  'extension-asked': 'rectify',
  suspended: 'rectify',
  'awaiting-acceptance': 'accept',
  closed: 'filed',
  'not-danger': 'filed',
  void: 'filed',
};

export function columnOf(state: DangerState): BoardColumn {
  return COLUMN_OF[state];
}

/** Whether it was confirmed and is not closed. */
export function isOpen(state: DangerState): boolean {
  const column = COLUMN_OF[state];
  return column !== 'confirm' && column !== 'filed';
}

/** Whether nothing more is waited for. */
export function isSettled(state: DangerState): boolean {
  return COLUMN_OF[state] === 'filed';
}

export interface DangerFilters {
  text: string;
  grade: HiddenDangerGrade | null;
  department: string | null;
  overdue: boolean;
  filed: boolean;
}

export const NO_DANGER_FILTERS: DangerFilters = {
  text: '',
  grade: null,
  department: null,
  overdue: false,
  filed: false,
};

export function passes(line: DangerLine, filters: DangerFilters): boolean {
  const { text, grade, department, overdue, filed } = filters;
  if (!filed && columnOf(line.state) === 'filed') return false;
  if (grade && line.grade !== grade) return false;
  if (department && line.department !== department) return false;
  if (overdue && !line.overdue) return false;
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  const said = [
    line.code,
    line.description,
    line.place,
    line.point_name,
    line.responsible_name,
    line.department_name,
  ];
  return said.some((own) => own?.toLowerCase().includes(wanted));
}

/** Overdue ones first, then major ones, then by deadline and code. */
export function byUrgency(a: DangerLine, b: DangerLine): number {
  return (
    Number(b.overdue) - Number(a.overdue) ||
    Number(b.grade === 'major') - Number(a.grade === 'major') ||
    (a.deadline ?? '9999').localeCompare(b.deadline ?? '9999') ||
    a.code.localeCompare(b.code)
  );
}

// From what is chosen above the record to what Rust is asked for.
// Relies on Rust to judge which entries fit. Times are those of the user's day, sent in UTC.
import type { HistoryQuery, RowId, Table } from '../ipc';

export type Span = 'any' | 'today' | 'week' | 'month' | 'days';

export interface RecordFilter {
  actor: string | null;
  span: Span;
  /** First and last day of the span `days`, as typed; what is no day is no limit. */
  from: string;
  to: string;
  kind: string | null;
  table: Table | null;
  /** One thing alone, with its name. */
  row: { id: RowId; name: string } | null;
  text: string;
}

export const NO_FILTER: RecordFilter = {
  actor: null,
  span: 'any',
  from: '',
  to: '',
  kind: null,
  table: null,
  row: null,
  text: '',
};

export function isFiltering(filter: RecordFilter): boolean {
  const { actor, span, kind, table, row, text } = filter;
  return (
    actor !== null || span !== 'any' || kind !== null || table !== null || row !== null || text.trim() !== ''
  );
}

const DAYS: Record<Exclude<Span, 'any' | 'days'>, number> = { today: 0, week: 6, month: 29 };

/** The beginning of a day that was typed like `2026-11-5`, `2026/11/05`, `2026.11.5` or `20261105`, so many days later. */
export function dayOf(text: string, later = 0): Date | null {
  const parts = /^(\d{4})(?:[-/.年]?)(\d{1,2})(?:[-/.月]?)(\d{1,2})日?$/.exec(text.trim());
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])];
  const own = new Date(year, month, day);
  // The 31st of a month of 30 days is no day.
  if (own.getMonth() !== month || own.getDate() !== day) return null;
  return new Date(year, month, day + later);
}

function limits({ span, from, to }: RecordFilter, now: Date): [since: string | null, until: string | null] {
  if (span === 'any') return [null, null];
  if (span === 'days') {
    const end = dayOf(to, 1);
    return [dayOf(from)?.toISOString() ?? null, end ? new Date(end.getTime() - 1).toISOString() : null];
  }
  const first = new Date(now.getFullYear(), now.getMonth(), now.getDate() - DAYS[span]);
  return [first.toISOString(), null];
}

export function queryOf(filter: RecordFilter, now: Date, limit: number): HistoryQuery {
  const [since, until] = limits(filter, now);
  return {
    actor: filter.actor,
    since,
    until,
    kind: filter.kind,
    table: filter.row ? null : filter.table,
    row: filter.row?.id ?? null,
    text: filter.text.trim() || null,
    before: null,
    limit,
  };
}

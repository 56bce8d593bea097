// From what is chosen above the record to what Rust is asked for.
// Relies on Rust to judge which entries fit. Times are those of the user's day, sent in UTC.
import type { HistoryQuery, RowId, Table } from '../ipc';

export type Span = 'any' | 'today' | 'week' | 'month';

export interface RecordFilter {
  actor: string | null;
  span: Span;
  kind: string | null;
  table: Table | null;
  /** One thing alone, with its name. */
  row: { id: RowId; name: string } | null;
  text: string;
}

export const NO_FILTER: RecordFilter = {
  actor: null,
  span: 'any',
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

const DAYS: Record<Span, number | null> = { any: null, today: 0, week: 6, month: 29 };

/** The beginning of the user's day so many days ago. */
function since(span: Span, now: Date): string | null {
  const days = DAYS[span];
  if (days === null) return null;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).toISOString();
}

export function queryOf(filter: RecordFilter, now: Date, limit: number): HistoryQuery {
  return {
    actor: filter.actor,
    since: since(filter.span, now),
    until: null,
    kind: filter.kind,
    table: filter.row ? null : filter.table,
    row: filter.row?.id ?? null,
    text: filter.text.trim() || null,
    before: null,
    limit,
  };
}

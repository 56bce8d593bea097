// The rows of a list or worksheet of one family, asked for once and then only for the points that a step touched.
// Relies on `point-list`, `worksheet` and `point`; the first rows come before the others.
// Knows nothing of cells.
import { useEffect, useState } from 'react';
import { backend, toCallError } from '../backend';
import type { Changed, RiskPoint, RiskPointKind, Worksheet, WorksheetRow } from '../ipc';
import { onChanged } from '../state/actions';
import { notifyError } from '../state/notices';
import { useProject } from '../state/store';

/** So many rows come first; they fill every screen. */
const FIRST = 120;
/** A step that touches more points than this has everything asked again. */
const MANY = 40;

export interface SheetData {
  points: readonly RiskPoint[];
  rows: readonly WorksheetRow[];
  /** Whether the first answer has come. */
  ready: boolean;
}

const NOTHING: SheetData = { points: [], rows: [], ready: false };

function byCode<T>(code: (row: T) => string): (a: T, b: T) => number {
  return (a, b) => (code(a) < code(b) ? -1 : code(a) > code(b) ? 1 : 0);
}

/** A text that Rust has taken into a cell. */
export interface KeptText {
  row: string;
  column: string;
  text: string;
}

let justKept: readonly KeptText[] = [];

/** Shows texts with the step that keeps them, before their rows are answered anew. */
export function textsKept(texts: readonly KeptText[]): void {
  justKept = texts;
}

/** A row of a table with texts of its columns; a column that is no text of it changes nothing. */
function withFields<T extends { id: string }>(row: T, texts: readonly KeptText[]): T {
  const own = texts.filter(({ column }) => typeof (row as Record<string, unknown>)[column] === 'string');
  if (own.length === 0) return row;
  return { ...row, ...Object.fromEntries(own.map(({ column, text }) => [column, text])) };
}

/** What is shown with the texts in it. */
export function withTexts(data: SheetData, texts: readonly KeptText[]): SheetData {
  const byRow = new Map<string, KeptText[]>();
  for (const text of texts) byRow.set(text.row, [...(byRow.get(text.row) ?? []), text]);
  const points = data.points.map((point) => withFields(point, byRow.get(point.id) ?? []));
  const rows = data.rows.map((row) => {
    const hazard = withFields(row.hazard, byRow.get(row.hazard.id) ?? []);
    return hazard === row.hazard ? row : { ...row, hazard };
  });
  return { ...data, points, rows };
}

/** Whether rows say the same as those that are shown. */
function shownAlready(rows: readonly WorksheetRow[], fresh: readonly WorksheetRow[]): boolean {
  return JSON.stringify(rows) === JSON.stringify(fresh);
}

/** Whether the same rows stand in the same order. */
function inPlace(old: readonly WorksheetRow[], fresh: readonly WorksheetRow[]): boolean {
  return (
    old.length === fresh.length &&
    old.every(
      (row, index) => row.hazard.id === fresh[index]?.hazard.id && row.point_code === fresh[index].point_code,
    )
  );
}

/** Rows with those of some points put in the place of the old ones; `fresh` stays in its own order. */
export function withPointRows(
  rows: readonly WorksheetRow[],
  touched: ReadonlySet<string>,
  fresh: readonly WorksheetRow[],
): readonly WorksheetRow[] {
  const old = rows.filter((row) => touched.has(row.hazard.point_id));
  // What was shown with the step is not drawn again.
  if (shownAlready(old, fresh)) return rows;
  // A typed cell moves no row.
  if (inPlace(old, fresh)) {
    const byId = new Map(fresh.map((row) => [row.hazard.id, row]));
    return rows.map((row) => byId.get(row.hazard.id) ?? row);
  }
  const kept = rows.filter((row) => !touched.has(row.hazard.point_id));
  // Both parts are in order already, so sorting is stable and quick.
  return [...kept, ...fresh].sort(byCode((row) => row.point_code));
}

export function withPoints(
  points: readonly RiskPoint[],
  touched: ReadonlySet<string>,
  fresh: readonly RiskPoint[],
): RiskPoint[] {
  return [...points.filter((point) => !touched.has(point.id)), ...fresh].sort(byCode((point) => point.code));
}

/** The points of which something in a row may have changed. */
export function touchedPoints(changed: Changed): Set<string> {
  const touched = new Set(changed.details);
  for (const point of changed.points) touched.add(point.id);
  for (const row of changed.removals) if (row.table === 'risk_point') touched.add(row.id);
  return touched;
}

/** What the rows belong to: with another of these an answer is of no use. */
function asOf(kind: RiskPointKind): string {
  const { project } = useProject.getState();
  return JSON.stringify([kind, project?.file.path, project?.basis, project?.step]);
}

function firstRows(kind: RiskPointKind): Promise<Worksheet> {
  return backend().call('worksheet', { kind, points: null, skip: 0, limit: FIRST });
}

/** The first rows where nothing is shown, or in front of as many as before; else what is shown waits for all. */
function withFirst(old: SheetData, first: Worksheet): SheetData {
  if (old.rows === first.rows) return old;
  if (old.rows.length <= first.rows.length) return { points: [], rows: first.rows, ready: true };
  if (old.rows.length !== first.total) return old;
  return { ...old, rows: [...first.rows, ...old.rows.slice(first.rows.length)] };
}

let early: { of: string; rows: Promise<Worksheet>; answer: Worksheet | null } | null = null;

/** Rows that take longer are not waited for before their grid is shown. */
const MOMENT = 60;

/** Asks for the first rows of a worksheet that is about to be shown. Resolves when they are there, so that the grid is
 * drawn once, with them; or after a moment. */
export function askEarly(kind: RiskPointKind): Promise<void> {
  const own = { of: asOf(kind), rows: firstRows(kind), answer: null as Worksheet | null };
  early = own;
  return new Promise((resolve) => {
    // Whoever takes the rows tells why there are none.
    own.rows
      .then((rows) => {
        own.answer = rows;
      })
      .catch(() => undefined)
      .finally(resolve);
    setTimeout(resolve, MOMENT);
  });
}

function earlyOf(kind: RiskPointKind) {
  return early?.of === asOf(kind) ? early : null;
}

/** The first rows, if they are there already. */
function earlyData(kind: RiskPointKind, view: 'list' | 'sheet'): SheetData {
  const own = view === 'sheet' ? earlyOf(kind)?.answer : null;
  return own ? { points: [], rows: own.rows, ready: true } : NOTHING;
}

function askedEarly(kind: RiskPointKind): Promise<Worksheet> {
  const own = earlyOf(kind);
  early = null;
  return own?.rows ?? firstRows(kind);
}

/** Resolves when the page has drawn what it has; a window that draws nothing is not waited for. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, 250);
  });
}

export function useSheetData(kind: RiskPointKind, view: 'list' | 'sheet'): SheetData {
  const [data, setData] = useState(() => earlyData(kind, view));
  const path = useProject((state) => state.project?.file.path);
  const basis = useProject((state) => state.project?.basis);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file or basis has other rows
  useEffect(() => {
    let over = false;
    let asked = 0;
    let steps = 0;
    const tell = (thrown: unknown) => {
      if (!over) notifyError(toCallError(thrown).api);
    };
    const readAll = async () => {
      asked += 1;
      const own = asked;
      const fits = () => !over && own === asked;
      if (view === 'list') {
        const points = await backend().call('point-list', { kind });
        if (fits()) setData({ points, rows: [], ready: true });
        return;
      }
      const first = await askedEarly(kind);
      if (!fits()) return;
      setData((old) => withFirst(old, first));
      if (first.total <= first.rows.length) return;
      // The others are many: they come when the first ones can be seen.
      let since = steps;
      await drawn();
      if (!fits()) return;
      const rest = await backend().call('worksheet', { kind, points: null, skip: FIRST, limit: null });
      let rows = [...first.rows, ...rest.rows];
      // A step in between may have moved rows from one part to the other.
      for (let mixed = rest.total !== first.total; fits() && (mixed || since !== steps); mixed = false) {
        since = steps;
        rows = (await backend().call('worksheet', { kind, points: null, skip: 0, limit: null })).rows;
      }
      if (fits()) setData({ points: [], rows, ready: true });
    };
    const readSome = async (touched: ReadonlySet<string>, gone: ReadonlySet<string>) => {
      const ids = [...touched].filter((id) => !gone.has(id));
      if (view === 'list') {
        const details = await Promise.all(ids.map((point) => backend().call('point', { point })));
        const own = details.map((detail) => detail.point).filter((point) => point.kind === kind);
        if (!over) setData((old) => ({ ...old, points: withPoints(old.points, touched, own) }));
        return;
      }
      const fresh = await backend().call('worksheet', { kind, points: ids, skip: 0, limit: null });
      if (over) return;
      setData((old) => {
        const rows = withPointRows(old.rows, touched, fresh.rows);
        return rows === old.rows ? old : { ...old, rows };
      });
    };
    const begin = earlyData(kind, view);
    setData((old) => (old.rows === begin.rows ? old : begin));
    readAll().catch(tell);
    const stop = onChanged((changed) => {
      const touched = touchedPoints(changed);
      const gone = new Set(changed.removals.filter((row) => row.table === 'risk_point').map((row) => row.id));
      const texts = justKept;
      justKept = [];
      if (touched.size === 0) return;
      steps += 1;
      if (touched.size <= MANY && texts.length > 0) setData((old) => withTexts(old, texts));
      (touched.size > MANY ? readAll() : readSome(touched, gone)).catch(tell);
    });
    return () => {
      over = true;
      stop();
    };
  }, [kind, view, path, basis]);
  return data;
}

// What became of the points since the month began: asked of the record once for each step.
// Relies on `history-page` for the last step before the month and on `past` for how it left the project.
import { useEffect, useState } from 'react';
import { backend } from '../backend';
import type { ChangeKind, LevelChange } from '../compare/changes';
import type { Moment, PointView, RiskLevel } from '../ipc';
import { rankOf } from '../list/rows';
import { useProject } from '../state/store';

export interface Month {
  /** First day, as people write it. */
  since: string;
  /** Whether the project is no older than the month. */
  begun: boolean;
  steps: number;
  changes: readonly LevelChange[];
  /** How the levels stood over the month, oldest first. */
  moments: readonly Moment[];
}

/** More steps than these are not counted. */
export const MOST_STEPS = 1000;
const MOMENTS = 60;

/** What differs between the points before and now: new, gone, raised, lowered. */
export function changesBetween(
  before: Iterable<PointView>,
  now: ReadonlyMap<string, PointView>,
  levels: readonly RiskLevel[],
): LevelChange[] {
  const rank = rankOf(levels);
  const of = (kind: ChangeKind, then: PointView | null, point: PointView | null): LevelChange => ({
    point: (point ?? then)?.id ?? '',
    code: (point ?? then)?.code ?? '',
    name: (point ?? then)?.name ?? '',
    kind,
    before: then?.level ?? null,
    after: point?.level ?? null,
    scoreBefore: then?.score ?? null,
    scoreAfter: point?.score ?? null,
  });
  const changes: LevelChange[] = [];
  const known = new Set<string>();
  for (const then of before) {
    known.add(then.id);
    const point = now.get(then.id);
    if (!point) changes.push(of('gone', then, null));
    else if (point.level !== then.level)
      changes.push(of(rank(point.level) < rank(then.level) ? 'raised' : 'lowered', then, point));
  }
  for (const point of now.values()) if (!known.has(point.id)) changes.push(of('new', null, point));
  const order: readonly ChangeKind[] = ['raised', 'new', 'lowered', 'gone'];
  return changes.sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || rank(a.after) - rank(b.after),
  );
}

function firstOfMonth(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), 1);
}

function day(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

async function ask(levels: readonly RiskLevel[], now: Date): Promise<Month> {
  const first = firstOfMonth(now);
  const query = {
    actor: null,
    kind: null,
    table: null,
    row: null,
    text: null,
    before: null,
  };
  const since = first.toISOString();
  const [earlier, own, moments] = await Promise.all([
    backend().call('history-page', { ...query, since: null, until: since, limit: 20 }),
    backend().call('history-page', { ...query, since, until: null, limit: MOST_STEPS }),
    backend().call('timeline', { steps: MOMENTS }),
  ]);
  // Steps that were taken back or came from another copy are no state that the project was in.
  const last = earlier.entries.find((entry) => entry.state === 'done' && !entry.merged);
  const oldest = moments[0];
  const sequence = last?.sequence ?? oldest?.sequence;
  const past = sequence === undefined ? null : await backend().call('past', { sequence });
  const points = useProject.getState().project?.points ?? new Map<string, PointView>();
  const inMonth = moments.filter((moment) => moment.at >= since);
  const before = moments.filter((moment) => moment.at < since).at(-1);
  return {
    since: day(first),
    begun: !last,
    steps: own.entries.length,
    changes: past ? changesBetween(past.points, points, levels) : [],
    moments: before ? [before, ...inMonth] : inMonth,
  };
}

export function useMonth(levels: readonly RiskLevel[]): Month | null {
  const step = useProject((state) => state.project?.step);
  const basis = useProject((state) => state.project?.basis);
  const [month, setMonth] = useState<Month | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step and the basis change what it is compared with
  useEffect(() => {
    let over = false;
    ask(levels, new Date()).then(
      (own) => {
        if (!over) setMonth(own);
      },
      // The project was closed meanwhile; the next one is asked about when it opens.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [step, basis, levels]);
  return month;
}

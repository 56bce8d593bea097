// What changed this month: how the levels went, and each point whose level is another one.
// Relies on `month.ts` for the comparison.
import { useState } from 'react';
import { CHANGE_KINDS, type ChangeKind, countsOf, type LevelChange } from '../compare/changes';
import { LevelChip } from '../parts/Level';
import { goTo } from '../state/go';
import { useWords } from '../words';
import { Trend } from './LevelRing';
import { MOST_STEPS, type Month } from './month';

const FEW = 6;

export function MonthPanel({ month, large = false }: { month: Month | null; large?: boolean }) {
  const w = useWords();
  const [only, setOnly] = useState<ChangeKind | null>(null);
  const [all, setAll] = useState(false);
  if (!month) return null;
  const counts = countsOf(month.changes);
  const own = month.changes.filter((change) => only === null || change.kind === only);
  const shown = all && !large ? own : own.slice(0, FEW);
  return (
    <div className="month" data-testid="month" data-changes={month.changes.length}>
      <p className="faint">
        {month.begun ? w.overview.monthBegun : w.overview.monthSince(month.since)} ·{' '}
        {month.steps < MOST_STEPS
          ? w.overview.monthSteps(month.steps)
          : w.overview.monthStepsMany(MOST_STEPS)}
      </p>
      {month.moments.length > 1 ? <Trend moments={month.moments} large={large} /> : null}
      {month.changes.length === 0 ? (
        <p>{w.overview.monthNone}</p>
      ) : (
        <>
          <div className="change-kinds">
            {CHANGE_KINDS.filter((kind) => counts.has(kind)).map((kind) => (
              <button
                key={kind}
                type="button"
                className="level-toggle"
                aria-pressed={only === kind}
                onClick={() => setOnly(only === kind ? null : kind)}
                data-testid={`month-${kind}`}
              >
                {w.compare.kinds[kind]} <b>{counts.get(kind)}</b>
              </button>
            ))}
          </div>
          <ul className="month-rows">
            {shown.map((change) => (
              <Row key={change.point} change={change} />
            ))}
          </ul>
          {shown.length < own.length && !large ? (
            <button type="button" className="link" onClick={() => setAll(true)}>
              {w.overview.more(own.length)}
            </button>
          ) : null}
        </>
      )}
    </div>
  );
}

function Row({ change }: { change: LevelChange }) {
  const w = useWords();
  return (
    <li>
      <button
        type="button"
        disabled={change.kind === 'gone'}
        onClick={() => goTo({ table: 'risk_point', id: change.point })}
        data-testid="month-row"
      >
        <span>
          <em>{change.code}</em> {change.name}
        </span>
        {change.kind === 'new' ? <i>—</i> : <LevelChip level={change.before} />}
        <i aria-hidden="true">→</i>
        {change.kind === 'gone' ? <i>—</i> : <LevelChip level={change.after} />}
        <b data-kind={change.kind}>{w.compare.kinds[change.kind]}</b>
      </button>
    </li>
  );
}

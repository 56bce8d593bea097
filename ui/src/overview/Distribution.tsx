// Points by department, building, accident type or kind, as bars in the colours of their levels.
// Relies on groups that Rust counted and put in order. Each part of a bar opens its points.
import { useState } from 'react';
import type { Overview, OverviewGroup, OverviewTally, RiskLevel } from '../ipc';
import { useLevelShort } from '../parts/Level';
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { openPoints } from './behind';

export type By = 'departments' | 'buildings' | 'accidents' | 'kinds';

const BYS: readonly By[] = ['departments', 'buildings', 'accidents', 'kinds'];
const FEW = 8;

export function Distribution({ overview }: { overview: Overview }) {
  const w = useWords();
  const [by, setBy] = useState<By>('departments');
  return (
    <section className="card" data-testid="distribution">
      <header>
        <h2>{w.overview.distribution}</h2>
        <div className="seg" role="tablist">
          {BYS.map((own) => (
            <button
              key={own}
              type="button"
              role="tab"
              aria-selected={own === by}
              onClick={() => setBy(own)}
              data-testid={`by-${own}`}
            >
              {w.overview.by[own]}
            </button>
          ))}
        </div>
      </header>
      <Bars key={by} groups={overview[by]} few={FEW} />
    </section>
  );
}

export function Bars({ groups, few }: { groups: readonly OverviewGroup[]; few: number }) {
  const w = useWords();
  const pick = usePick();
  const [all, setAll] = useState(false);
  const own = groups.filter((group) => group.total > 0);
  const most = Math.max(1, ...own.map((group) => group.total));
  const shown = all ? own : own.slice(0, few);
  if (own.length === 0) return <p className="faint">{w.overview.nothing}</p>;
  return (
    <>
      <ul className="bars">
        {shown.map((group) => (
          <li key={group.key || 'none'} data-testid="bar" data-key={group.key}>
            <span title={pick(group.title)}>{pick(group.title)}</span>
            <Bar group={group} most={most} />
            <button
              type="button"
              className="number"
              onClick={() => openPoints(pick(group.title), everyone(group))}
              data-testid="bar-total"
            >
              {group.total}
            </button>
          </li>
        ))}
      </ul>
      {shown.length < own.length ? (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {w.overview.more(own.length)}
        </button>
      ) : null}
    </>
  );
}

function everyone(group: OverviewGroup): string[] {
  return [group.major, group.high, group.medium, group.low, group.unassessed].flatMap(
    (tally) => tally.points,
  );
}

function Bar({ group, most }: { group: OverviewGroup; most: number }) {
  const pick = usePick();
  const short = useLevelShort();
  const { levels } = useVocabulary();
  const parts: [RiskLevel | null, OverviewTally][] = [
    ...levels.map((level): [RiskLevel | null, OverviewTally] => [level.value, group[level.value]]),
    [null, group.unassessed],
  ];
  return (
    <div className="bar">
      {parts
        .filter(([, tally]) => tally.count > 0)
        .map(([level, tally]) => {
          const title = `${pick(group.title)} · ${short(level)} ${tally.count}`;
          const share = tally.count / most;
          return (
            <button
              key={level ?? 'none'}
              type="button"
              data-level={level ?? 'unassessed'}
              data-hatch={levels.find((own) => own.value === level)?.print.hatch ?? 'plain'}
              style={{ width: `${share * 100}%` }}
              title={title}
              aria-label={title}
              onClick={() => openPoints(title, tally.points)}
              data-testid="bar-part"
            >
              {share > 0.05 ? tally.count : ''}
            </button>
          );
        })}
    </div>
  );
}

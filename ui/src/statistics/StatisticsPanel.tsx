// 统计: every indicator of a period with what it is made of, the months before, and where dangers come from.
// Relies on `statistics` for every number and the rows behind it. Reckons nothing.
import { useState } from 'react';
import { addMonths, lastOf, monthOf, today } from '../format/day';
import { useAsked } from '../inspect/useAsked';
import type { Distribution, Statistics, StatisticsIndicator } from '../ipc';
import { DayField } from '../parts/DayField';
import { errorText } from '../parts/fields';
import { Card } from '../screens/Page';
import { usePick, useSettings } from '../state/settings';
import { useWords } from '../words';
import { HorizontalBars, MonthBars } from './Bars';
import { MonthReportPanel } from './MonthReportPanel';
import { openTally, tallyOf, written } from './rows';

/** How far the trend looks back. */
const MONTHS = 12;

interface Period {
  from: string;
  to: string;
}

function monthPeriod(month: string): Period {
  return { from: `${month}-01`, to: lastOf(month) };
}

/** The figures of any period, or the report of a month. */
export function StatisticsPanel() {
  const w = useWords();
  const [view, setView] = useState<'figures' | 'report'>('figures');
  return (
    <>
      <div className="seg statistics-views" role="tablist">
        {(['figures', 'report'] as const).map((own) => (
          <button
            key={own}
            type="button"
            role="tab"
            aria-selected={own === view}
            onClick={() => setView(own)}
            data-testid={`statistics-${own}`}
          >
            {w.report.views[own]}
          </button>
        ))}
      </div>
      {view === 'figures' ? <Figures /> : <MonthReportPanel />}
    </>
  );
}

function Figures() {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const now = monthOf(today());
  const [period, setPeriod] = useState<Period>(() => monthPeriod(now));
  const { answer, error } = useAsked('statistics', period);
  const quarter = addMonths(now, -((Number(now.slice(5)) - 1) % 3));
  const periods: [string, Period][] = [
    [w.statistics.thisMonth, monthPeriod(now)],
    [w.statistics.lastMonth, monthPeriod(addMonths(now, -1))],
    [w.statistics.thisQuarter, { from: `${quarter}-01`, to: lastOf(addMonths(quarter, 2)) }],
    [w.statistics.thisYear, { from: `${now.slice(0, 4)}-01-01`, to: `${now.slice(0, 4)}-12-31` }],
  ];
  return (
    <div className="statistics" data-testid="statistics" data-from={period.from} data-to={period.to}>
      <div className="statistics-bar">
        <div className="seg" role="tablist">
          {periods.map(([name, own]) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={own.from === period.from && own.to === period.to}
              onClick={() => setPeriod(own)}
              data-testid="period"
            >
              {name}
            </button>
          ))}
        </div>
        <DayField
          label={w.statistics.from}
          value={period.from}
          offers={[]}
          onChange={(from) => (from ? setPeriod({ ...period, from }) : undefined)}
          testid="statistics-from"
        />
        <DayField
          label={w.statistics.to}
          value={period.to}
          offers={[]}
          onChange={(to) => (to ? setPeriod({ ...period, to }) : undefined)}
          testid="statistics-to"
        />
        <p className="faint">{w.statistics.text}</p>
      </div>
      {error ? <p className="field-error">{errorText(error, language)}</p> : null}
      {answer ? <Shown statistics={answer} /> : null}
    </div>
  );
}

function Shown({ statistics }: { statistics: Statistics }) {
  const w = useWords();
  const { answer: trend } = useAsked('statistics-trend', { until: statistics.period.to, months: MONTHS });
  return (
    <>
      <div className="indicators">
        {statistics.indicators.map((own, at) => (
          <IndicatorTile
            key={own.key}
            indicator={own}
            before={statistics.values_before[at] ?? null}
            period={statistics.period}
          />
        ))}
      </div>
      <div className="overview-grid">
        <Card title={w.statistics.trend}>{trend ? <MonthBars months={trend.months} /> : null}</Card>
        <Distributions distributions={statistics.distributions} />
      </div>
    </>
  );
}

interface TileProps {
  indicator: StatisticsIndicator;
  before: number | null;
  period: Period;
}

function IndicatorTile({ indicator, before, period }: TileProps) {
  const w = useWords();
  const pick = usePick();
  const { value, unit, numerator, denominator } = indicator;
  const tally = tallyOf(indicator);
  const title = pick(indicator);
  return (
    <button
      type="button"
      className="indicator"
      disabled={tally.count === 0 || tally.rows.of === 'heads'}
      onClick={() => void openTally(title, tally.rows, period, w)}
      data-key={indicator.key}
      data-value={value ?? ''}
      data-testid="indicator"
    >
      <span>{title}</span>
      <strong>{written(value, unit, w)}</strong>
      <em>
        {unit === 'percent' && denominator.count > 0
          ? `${w.statistics.of(numerator.count, denominator.count)}　`
          : ''}
        {w.statistics.before(written(before, unit, w))}
      </em>
    </button>
  );
}

function Distributions({ distributions }: { distributions: readonly Distribution[] }) {
  const w = useWords();
  const pick = usePick();
  const [by, setBy] = useState(distributions[0]?.by);
  const shown = distributions.find((own) => own.by === by);
  const groups = (shown?.groups ?? []).filter((own) => own.confirmed.length > 0);
  return (
    <section className="card" data-testid="statistics-by">
      <header>
        <h2>{w.statistics.by}</h2>
        <div className="seg" role="tablist">
          {distributions.map((own) => (
            <button
              key={own.by}
              type="button"
              role="tab"
              aria-selected={own.by === by}
              title={pick(own.title)}
              onClick={() => setBy(own.by)}
              data-testid={`by-${own.by}`}
            >
              {w.statistics.bys[own.by]}
            </button>
          ))}
        </div>
      </header>
      {groups.length > 0 ? (
        <HorizontalBars groups={groups} />
      ) : (
        <p className="faint">{w.statistics.nothing}</p>
      )}
    </section>
  );
}

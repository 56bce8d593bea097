// 统计: every indicator of a period with what it is made of, the months before, and where dangers come from.
// Relies on `statistics` for every number and the rows behind it. Reckons nothing.
import { useState } from 'react';
import { addMonths, lastOf, monthOf, today } from '../format/day';
import { useAsked } from '../inspect/useAsked';
import type { Indicator, StatisticsView } from '../ipc';
import { DayField } from '../parts/DayField';
import { Card } from '../screens/Page';
import { usePick } from '../state/settings';
import { useWords } from '../words';
import { HorizontalBars, MonthBars } from './Bars';
import { openRows } from './rows';

interface Period {
  from: string;
  to: string;
}

function monthPeriod(month: string): Period {
  return { from: `${month}-01`, to: lastOf(month) };
}

export function StatisticsPanel() {
  const w = useWords();
  const now = monthOf(today());
  const [period, setPeriod] = useState<Period>(() => monthPeriod(now));
  const { answer } = useAsked('statistics', period);
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
      {answer ? <Shown view={answer} /> : null}
    </div>
  );
}

function Shown({ view }: { view: StatisticsView }) {
  const w = useWords();
  return (
    <>
      <div className="indicators">
        {view.indicators.map((own) => (
          <IndicatorTile key={own.key} indicator={own} />
        ))}
      </div>
      <div className="overview-grid">
        <Card title={w.statistics.trend}>
          <MonthBars months={view.trend} />
        </Card>
        <Distributions view={view} />
      </div>
    </>
  );
}

function IndicatorTile({ indicator }: { indicator: Indicator }) {
  const w = useWords();
  const pick = usePick();
  const { value, before } = indicator;
  const shown = value === null ? w.statistics.dash : `${value}${indicator.unit}`;
  const rows = indicator.whole.length > 0 ? indicator.whole : indicator.part;
  return (
    <button
      type="button"
      className="indicator"
      disabled={rows.length === 0}
      onClick={() => openRows(pick(indicator.name), rows)}
      data-key={indicator.key}
      data-value={value ?? ''}
      data-testid="indicator"
    >
      <span>{pick(indicator.name)}</span>
      <strong>{shown}</strong>
      <em>
        {indicator.whole.length > 0
          ? w.statistics.of(indicator.part.length, indicator.whole.length)
          : ''}
        {before === undefined ? '' : ` ${w.statistics.before(before === null ? w.statistics.dash : before)}`}
      </em>
    </button>
  );
}

type By = keyof StatisticsView['distributions'];

function Distributions({ view }: { view: StatisticsView }) {
  const w = useWords();
  const bys = Object.keys(view.distributions) as By[];
  const [by, setBy] = useState<By>(bys[0] ?? 'departments');
  const groups = view.distributions[by] ?? [];
  return (
    <section className="card" data-testid="statistics-by">
      <header>
        <h2>{w.statistics.by}</h2>
        <div className="seg" role="tablist">
          {bys.map((own) => (
            <button
              key={own}
              type="button"
              role="tab"
              aria-selected={own === by}
              onClick={() => setBy(own)}
              data-testid={`by-${own}`}
            >
              {w.statistics.bys[own]}
            </button>
          ))}
        </div>
      </header>
      {groups.length > 0 ? <HorizontalBars groups={groups} /> : <p className="faint">{w.statistics.nothing}</p>}
    </section>
  );
}

// Simple bars: months beside each other, groups below each other. Each opens the rows that it stands for.
// Relies on counts from Rust. Draws with SVG and nothing else.

import { monthOf } from '../format/day';
import type { StatisticsGroup, TrendMonth } from '../ipc';
import { usePick } from '../state/settings';
import { useWords } from '../words';
import { openDangers } from './rows';

const WIDE = 44;
const HIGH = 150;

export function MonthBars({ months }: { months: readonly TrendMonth[] }) {
  const w = useWords();
  const most = Math.max(1, ...months.flatMap((own) => [own.confirmed.length, own.closed.length]));
  const high = (count: number) => (count / most) * (HIGH - 20);
  const width = months.length * WIDE;
  return (
    <div className="month-bars" data-testid="trend">
      <svg viewBox={`0 0 ${width} ${HIGH + 22}`} role="img" aria-label={w.statistics.trend}>
        <path className="axis" d={`M0 ${HIGH}H${width}`} />
        {months.map((own, at) => (
          <g key={own.period.from} transform={`translate(${at * WIDE} 0)`}>
            <Bar
              x={6}
              high={high(own.confirmed.length)}
              count={own.confirmed.length}
              kind="found"
              onClick={() => openDangers(`${monthOf(own.period.from)} ${w.statistics.found}`, own.confirmed)}
            />
            <Bar
              x={23}
              high={high(own.closed.length)}
              count={own.closed.length}
              kind="closed"
              onClick={() => openDangers(`${monthOf(own.period.from)} ${w.statistics.closed}`, own.closed)}
            />
            <text x={WIDE / 2} y={HIGH + 15}>
              {monthOf(own.period.from).slice(2).replace('-', '.')}
            </text>
          </g>
        ))}
      </svg>
      <p className="faint bars-key">
        <i data-kind="found" /> {w.statistics.found} <i data-kind="closed" /> {w.statistics.closed}
      </p>
    </div>
  );
}

interface BarProps {
  x: number;
  high: number;
  count: number;
  kind: 'found' | 'closed';
  onClick: () => void;
}

function Bar({ x, high, count, kind, onClick }: BarProps) {
  if (count === 0) return null;
  return (
    <g
      className="bar-part"
      role="button"
      tabIndex={0}
      onClick={onClick}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onClick();
      }}
    >
      <rect x={x} y={HIGH - high} width={15} height={high} data-kind={kind} />
      <text x={x + 7.5} y={HIGH - high - 4}>
        {count}
      </text>
    </g>
  );
}

export function HorizontalBars({ groups }: { groups: readonly StatisticsGroup[] }) {
  const pick = usePick();
  const most = Math.max(1, ...groups.map((own) => own.confirmed.length));
  return (
    <ul className="bars plain-bars">
      {groups.map((own) => (
        <li key={own.key || 'none'} data-testid="statistics-bar" data-key={own.key}>
          <span title={pick(own.title)}>{pick(own.title)}</span>
          <button
            type="button"
            className="plain-bar"
            onClick={() => openDangers(pick(own.title), own.confirmed)}
            title={String(own.confirmed.length)}
          >
            <i style={{ width: `${(own.confirmed.length / most) * 100}%` }} />
          </button>
          <button
            type="button"
            className="number"
            onClick={() => openDangers(pick(own.title), own.confirmed)}
          >
            {own.confirmed.length}
          </button>
        </li>
      ))}
    </ul>
  );
}

// A chart of the month report: columns side by side, lines over months, or bars with their names.
// Relies on labels and series from Rust; a month without a value leaves a gap. Draws with SVG and nothing else.
import type { ReportChart as Chart, ReportSeries } from '../ipc';
import { usePick } from '../state/settings';

const WIDE = 360;
const HIGH = 150;
const TOP = 16;
const FOOT = 20;
/** Colours of the series, told apart by lightness as well. */
const INKS = ['#b45309', '#0f766e', '#5b636d'];

export function ReportChart({ chart }: { chart: Chart }) {
  const pick = usePick();
  return (
    <figure className="report-chart" data-testid="report-chart" data-kind={chart.kind}>
      <figcaption>
        {pick(chart.title)}
        <em>{pick(chart.unit)}</em>
      </figcaption>
      {chart.kind === 'bars' ? <Bars chart={chart} /> : <OverMonths chart={chart} />}
      {chart.series.length > 1 ? (
        <p className="faint">
          {chart.series.map((own, at) => (
            <span key={pick(own.title)}>
              <i style={{ background: inkOf(at) }} /> {pick(own.title)}
            </span>
          ))}
        </p>
      ) : null}
    </figure>
  );
}

function inkOf(at: number): string {
  return INKS[at % INKS.length] ?? '#5b636d';
}

function greatest(series: readonly ReportSeries[]): number {
  return Math.max(1, ...series.flatMap((own) => own.values.map((value) => value ?? 0)));
}

function written(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

function OverMonths({ chart }: { chart: Chart }) {
  const pick = usePick();
  const most = chart.kind === 'lines' ? 100 : greatest(chart.series);
  const step = WIDE / Math.max(1, chart.labels.length);
  const high = (value: number) => TOP + (1 - Math.min(1, value / most)) * HIGH;
  const middle = (at: number) => (at + 0.5) * step;
  return (
    <svg viewBox={`0 0 ${WIDE} ${TOP + HIGH + FOOT}`} role="img" aria-label={pick(chart.title)}>
      <path className="axis" d={`M0 ${TOP + HIGH}H${WIDE}`} />
      {chart.labels.map((label, at) => (
        <text key={pick(label)} x={middle(at)} y={TOP + HIGH + 15}>
          {pick(label)}
        </text>
      ))}
      {chart.series.map((own, index) =>
        chart.kind === 'columns' ? (
          <Columns
            key={pick(own.title)}
            series={own}
            ink={inkOf(index)}
            width={Math.min(20, step / (chart.series.length + 1))}
            left={(at, width) => middle(at) + (index - chart.series.length / 2) * width}
            high={high}
          />
        ) : (
          <Line key={pick(own.title)} series={own} ink={inkOf(index)} x={middle} y={high} />
        ),
      )}
    </svg>
  );
}

interface ColumnsProps {
  series: ReportSeries;
  ink: string;
  width: number;
  left: (at: number, width: number) => number;
  high: (value: number) => number;
}

function Columns({ series, ink, width, left, high }: ColumnsProps) {
  const shown = series.values.flatMap((value, at) => (value ? [{ value, x: left(at, width) }] : []));
  return (
    <g>
      {shown.map(({ value, x }) => (
        <g key={x}>
          <rect x={x} y={high(value)} width={width - 2} height={TOP + HIGH - high(value)} fill={ink} />
          <text x={x + width / 2 - 1} y={high(value) - 3}>
            {written(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface LineProps {
  series: ReportSeries;
  ink: string;
  x: (at: number) => number;
  y: (value: number) => number;
}

function Line({ series, ink, x, y }: LineProps) {
  const dots = series.values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  // Months without a value are not bridged.
  const path = dots
    .map(({ value, at }, index) => `${dots[index - 1]?.at === at - 1 ? 'L' : 'M'}${x(at)} ${y(value)}`)
    .join('');
  return (
    <g>
      <path d={path} fill="none" stroke={ink} strokeWidth={2} />
      {dots.map(({ value, at }) => (
        <g key={at}>
          <circle cx={x(at)} cy={y(value)} r={3} fill={ink} />
          <text x={x(at)} y={y(value) - 6}>
            {written(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

function Bars({ chart }: { chart: Chart }) {
  const pick = usePick();
  const values = chart.series[0]?.values ?? [];
  const most = greatest(chart.series);
  return (
    <ul className="bars plain-bars">
      {chart.labels.map((label, at) => (
        <li key={pick(label)}>
          <span title={pick(label)}>{pick(label)}</span>
          <span className="plain-bar">
            <i style={{ width: `${((values[at] ?? 0) / most) * 100}%` }} />
          </span>
          <b>{written(values[at] ?? 0)}</b>
        </li>
      ))}
    </ul>
  );
}

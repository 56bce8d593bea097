// The rows of the risk list: sortable, of any number, bound to the selection both ways.
// Relies on points that keep their identity, so that a new level draws one row. Filters stand elsewhere.
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import type { PointView } from '../ipc';
import { LevelChip } from '../parts/Level';
import { hover, select } from '../state/go';
import { type Column, useSelection, useView } from '../state/store';
import { type Dictionary, useWords } from '../words';
import type { Names } from './rows';
import { reveal, useVirtual } from './virtual';

export const ROW = 32;

export const COLUMNS: readonly Column[] = [
  'level',
  'code',
  'name',
  'place',
  'kind',
  'department',
  'person',
  'score',
  'tier',
  'hazards',
];

interface Props {
  points: readonly PointView[];
  names: Names;
  /** Whether the heads change the order. */
  sortable?: boolean;
  /** Points that are picked for something done to all of them; without `onPick` none can be. */
  picked?: ReadonlySet<string>;
  onPick?: (picked: ReadonlySet<string>) => void;
}

const NOTHING: ReadonlySet<string> = new Set();

export function RiskTable({ points, names, sortable = true, picked = NOTHING, onPick }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { first, last } = useVirtual(box, points.length, ROW);
  const selected = useSelection((state) => (state.row?.table === 'risk_point' ? state.row.id : null));
  const w = useWords();
  // A row that moves because its level changed stays in sight.
  const place = useMemo(() => points.findIndex((point) => point.id === selected), [points, selected]);

  useEffect(() => {
    if (place >= 0 && box.current) reveal(box.current, place, ROW);
  }, [place]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = points[Math.max(0, Math.min(points.length - 1, place + by))];
    if (next) select({ table: 'risk_point', id: next.id });
  };

  const latest = useRef({ points, picked, onPick });
  latest.current = { points, picked, onPick };
  const anchor = useRef<string | null>(null);
  // The same function for as long as the list stands, so that a pick draws one row.
  const pick = useCallback((id: string, toHere: boolean) => {
    const { points, picked, onPick } = latest.current;
    const next = new Set(picked);
    const at = points.findIndex((point) => point.id === id);
    const from = toHere ? points.findIndex((point) => point.id === anchor.current) : -1;
    if (from >= 0 && at >= 0) {
      for (const point of points.slice(Math.min(from, at), Math.max(from, at) + 1)) next.add(point.id);
    } else if (!next.delete(id)) next.add(id);
    anchor.current = id;
    onPick?.(next);
  }, []);
  const pickAll = () =>
    onPick?.(picked.size === points.length ? NOTHING : new Set(points.map((own) => own.id)));

  return (
    <div
      className="risk-table"
      role="table"
      aria-rowcount={points.length}
      data-picking={onPick ? true : undefined}
      data-testid="risk-table"
    >
      <Heads
        sortable={sortable}
        w={w}
        all={onPick ? { on: picked.size === points.length, some: picked.size > 0, toggle: pickAll } : null}
      />
      <div
        ref={box}
        className="risk-rows"
        role="rowgroup"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list is walked with the arrow keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        onMouseLeave={() => hover(null)}
      >
        <div style={{ height: points.length * ROW, position: 'relative' }}>
          {points.slice(first, last).map((point, index) => (
            <Row
              key={point.id}
              point={point}
              top={(first + index) * ROW}
              selected={point.id === selected}
              names={names}
              w={w}
              picked={picked.has(point.id)}
              onPick={onPick ? pick : null}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface HeadsProps {
  sortable: boolean;
  w: Dictionary;
  all: { on: boolean; some: boolean; toggle: () => void } | null;
}

function Heads({ sortable, w, all }: HeadsProps) {
  const order = useView((view) => view.order);
  const sort = (column: Column) => {
    const descending = order.column === column ? !order.descending : column === 'level' || column === 'score';
    useView.setState({ order: { column, descending } });
  };
  return (
    <div className="risk-row heads" role="row">
      {all ? (
        <span className="cell pick">
          <input
            type="checkbox"
            checked={all.on}
            ref={(box) => {
              if (box) box.indeterminate = all.some && !all.on;
            }}
            onChange={all.toggle}
            aria-label={w.control.pickAll}
            data-testid="pick-all"
          />
        </span>
      ) : null}
      {COLUMNS.map((column) => (
        <button
          key={column}
          type="button"
          role="columnheader"
          className={`cell ${column}`}
          disabled={!sortable}
          aria-sort={
            order.column === column && sortable ? (order.descending ? 'descending' : 'ascending') : 'none'
          }
          data-testid={`sort-${column}`}
          onClick={() => sort(column)}
        >
          {w.columns[column]}
        </button>
      ))}
    </div>
  );
}

interface RowProps {
  point: PointView;
  top: number;
  selected: boolean;
  names: Names;
  w: Dictionary;
  picked: boolean;
  onPick: ((id: string, toHere: boolean) => void) | null;
}

const Row = memo(function Row({ point, top, selected, names, w, picked, onPick }: RowProps) {
  const place = [names.floor(point), names.zone(point.zone_id)].filter(Boolean).join(' · ');
  const open =
    point.hazards === 0 ? w.list.noHazards : point.unassessed > 0 ? w.list.open(point.unassessed) : '';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are taken by the list around the rows
    <div
      className={selected ? 'risk-row selected' : 'risk-row'}
      role="row"
      aria-selected={selected}
      style={{ top }}
      data-row={point.id}
      data-level={point.level ?? 'unassessed'}
      onClick={() => select({ table: 'risk_point', id: point.id })}
      onMouseEnter={() => hover(point.id)}
    >
      {onPick ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box inside takes the keys
        <span className="cell pick" role="cell" onClick={(event) => event.stopPropagation()}>
          <input
            type="checkbox"
            checked={picked}
            aria-label={w.control.pick(point.name)}
            onChange={() => undefined}
            onClick={(event) => onPick(point.id, event.shiftKey)}
            data-testid="pick"
          />
        </span>
      ) : null}
      <span className="cell level">
        <LevelChip level={point.level} />
      </span>
      <span className="cell code">{point.code}</span>
      <span className="cell name">
        {point.name}
        {open ? <em>{open}</em> : null}
        {point.spread ? <em className="warn">{w.list.spread}</em> : null}
        {point.reason === 'danger' ? <em className="warn">{w.why.danger}</em> : null}
      </span>
      <span className="cell place">{place}</span>
      <span className="cell kind">{names.kind(point.kind)}</span>
      <span className="cell department">{names.department(point.department_id)}</span>
      <span className="cell person">{names.person(point.person_id)}</span>
      <span className="cell score">{point.score ?? (point.reason === 'direct' ? w.list.direct : '—')}</span>
      <span className="cell tier">
        {names.tier(point.tier_id)}
        {point.tier_by_hand ? <em>{w.list.byHand}</em> : null}
      </span>
      <span className="cell hazards">
        {point.hazards} / {point.measures}
      </span>
    </div>
  );
});

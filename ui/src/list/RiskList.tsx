// The risk list below the plan: a bar that folds it and draws its height, the filters, the rows.
// Relies on the same filters as the plan. In the step of assessment what is open comes first.
import { useMemo } from 'react';
import type { PointView } from '../ipc';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { useVocabulary } from '../state/settings';
import { NO_FILTERS, useProject, useView } from '../state/store';
import { useWords } from '../words';
import { Filters } from './Filters';
import { useNames, usePasses } from './filter';
import { RiskTable } from './RiskTable';
import { openFirst, rankOf, sorted } from './rows';

const NONE: ReadonlyMap<string, PointView> = new Map();

/** The points of the list in its order. */
export function useListed(openFirstOrder: boolean): PointView[] {
  const points = useProject((state) => state.project?.points ?? NONE);
  const order = useView((view) => view.order);
  const floor = useView((view) => (view.filters.onFloor ? view.floor : null));
  const passes = usePasses();
  const names = useNames();
  const { levels } = useVocabulary();
  return useMemo(() => {
    const rank = rankOf(levels.map((level) => level.value));
    const shown = [...points.values()].filter(
      (point) => (!floor || point.floor_id === floor) && passes(point),
    );
    return openFirstOrder ? openFirst(shown) : sorted(shown, order, names, rank);
  }, [points, order, floor, passes, names, levels, openFirstOrder]);
}

const LEAST = 108;

export function RiskList({ toAssess }: { toAssess: boolean }) {
  const w = useWords();
  const { open, height } = useView((view) => view.list);
  const order = useView((view) => view.order);
  const onFloor = useView((view) => view.filters.onFloor);
  const total = useProject((state) => state.project?.points.size ?? 0);
  // Sorting by hand wins over the order of the step.
  const listed = useListed(toAssess && order.column === 'level' && order.descending);
  const names = useNames();
  const toggle = () => useView.setState(({ list }) => ({ list: { ...list, open: !list.open } }));

  const drag = (event: React.PointerEvent) => {
    event.preventDefault();
    const [from, begin] = [event.clientY, height];
    const move = (moved: PointerEvent) => {
      const most = window.innerHeight - 260;
      const next = Math.max(LEAST, Math.min(most, begin + from - moved.clientY));
      useView.setState(({ list }) => ({ list: { open: true, height: next || list.height } }));
    };
    const end = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
  };

  return (
    <section
      className="risk-list"
      style={{ height: open ? height : 37 }}
      data-open={open}
      data-testid="risk-list"
    >
      {open ? <div className="risk-list-edge" onPointerDown={drag} data-testid="list-edge" /> : null}
      <div className="risk-list-bar">
        <button
          type="button"
          className="list-toggle"
          onClick={toggle}
          aria-expanded={open}
          data-testid="list-toggle"
        >
          <Icon name={open ? 'down' : 'up'} size={14} />
          {w.list.title}
          <b>{listed.length === total ? total : `${listed.length} / ${total}`}</b>
        </button>
        {open ? <Filters /> : null}
        <label className="on-floor">
          <input
            type="checkbox"
            checked={onFloor}
            onChange={(event) =>
              useView.setState(({ filters }) => ({ filters: { ...filters, onFloor: event.target.checked } }))
            }
            data-testid="filter-floor"
          />
          {w.list.onFloor}
        </label>
      </div>
      {open ? (
        listed.length > 0 ? (
          <RiskTable points={listed} names={names} />
        ) : (
          <NoRows total={total} />
        )
      ) : null}
    </section>
  );
}

function NoRows({ total }: { total: number }) {
  const w = useWords();
  if (total === 0) return <Empty title={w.list.emptyTitle} text={w.list.emptyText} />;
  return (
    <Empty title={w.list.noneTitle}>
      <button type="button" className="link" onClick={() => useView.setState({ filters: NO_FILTERS })}>
        {w.list.clear}
      </button>
    </Empty>
  );
}

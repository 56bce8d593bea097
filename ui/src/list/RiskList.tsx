// The risk list below the plan: a bar that folds it and draws its height, the filters, the rows.
// Relies on the same filters as the plan. In the step of assessment what is open comes first.
import { useMemo } from 'react';
import type { PointView } from '../ipc';
import { Empty } from '../parts/Empty';
import { useVocabulary } from '../state/settings';
import { NO_FILTERS, useProject, useView } from '../state/store';
import { useWords } from '../words';
import { PanelTabs } from '../worksheet/PanelTabs';
import { Worksheet } from '../worksheet/Worksheet';
import { Filters } from './Filters';
import { useNames, usePasses } from './filter';
import { RiskTable } from './RiskTable';
import { type Names, openFirst, rankOf, sorted } from './rows';

const NONE: ReadonlyMap<string, PointView> = new Map();

/** The points of the list in its order; in any order for whoever only counts them. */
export function useListed(openFirstOrder: boolean, counted = false): PointView[] {
  const points = useProject((state) => state.project?.points ?? NONE);
  const order = useView((view) => view.order);
  const floor = useView((view) => (view.filters.onFloor ? view.floor : null));
  const passes = usePasses();
  const names = useNames();
  const { levels } = useVocabulary();
  const shown = useMemo(
    () => [...points.values()].filter((point) => (!floor || point.floor_id === floor) && passes(point)),
    [points, floor, passes],
  );
  return useMemo(() => {
    if (counted) return shown;
    const rank = rankOf(levels.map((level) => level.value));
    return openFirstOrder ? openFirst(shown) : sorted(shown, order, names, rank);
  }, [shown, order, names, levels, openFirstOrder, counted]);
}

const LEAST = 108;

export function RiskList({ toAssess }: { toAssess: boolean }) {
  const list = useView((view) => view.list);
  const panel = useView((view) => view.panel);
  const open = list.open;
  const height = panel.tab === 'list' ? list.height : panel.height;
  const order = useView((view) => view.order);
  const onFloor = useView((view) => view.filters.onFloor);
  const total = useProject((state) => state.project?.points.size ?? 0);
  // Sorting by hand wins over the order of the step.
  const listed = useListed(
    toAssess && order.column === 'level' && order.descending,
    !open || panel.tab !== 'list',
  );
  const names = useNames();
  const toggle = () => useView.setState(({ list }) => ({ list: { ...list, open: !list.open } }));

  const drag = (event: React.PointerEvent) => {
    event.preventDefault();
    const [from, begin] = [event.clientY, height];
    const move = (moved: PointerEvent) => {
      const most = window.innerHeight - 260;
      const next = Math.max(LEAST, Math.min(most, begin + from - moved.clientY));
      useView.setState((view) =>
        view.panel.tab === 'list'
          ? { list: { open: true, height: next || view.list.height } }
          : { panel: { ...view.panel, height: next || view.panel.height } },
      );
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
      style={panel.full && open ? undefined : { height: open ? height : 35 }}
      data-open={open}
      data-full={panel.full && open}
      data-testid="risk-list"
    >
      {open && !panel.full ? (
        <div className="risk-list-edge" onPointerDown={drag} data-testid="list-edge" />
      ) : null}
      <PanelTabs
        listed={listed.length === total ? String(total) : `${listed.length} / ${total}`}
        open={open}
        onToggle={toggle}
      />
      {open && panel.tab !== 'list' ? (
        <Worksheet key={`${panel.tab}/${panel.view}`} kind={panel.tab} view={panel.view} />
      ) : null}
      {open && panel.tab === 'list' ? (
        <ListBody listed={listed} names={names} total={total} onFloor={onFloor} />
      ) : null}
    </section>
  );
}

interface BodyProps {
  listed: PointView[];
  names: Names;
  total: number;
  onFloor: boolean;
}

function ListBody({ listed, names, total, onFloor }: BodyProps) {
  const w = useWords();
  return (
    <>
      <div className="risk-list-bar">
        <Filters />
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
      {listed.length > 0 ? <RiskTable points={listed} names={names} /> : <NoRows total={total} />}
    </>
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

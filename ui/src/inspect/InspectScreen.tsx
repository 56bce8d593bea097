// The sixth step: plans, tasks, hidden dangers, what waits, statistics, and what they are reckoned with.
// Relies on one panel for each. The page remembers which was open.

import { isSettled } from '../dangers/board';
import { DangersPanel } from '../dangers/DangersPanel';
import { useDangers } from '../dangers/useDangers';
import { today } from '../format/day';
import { Icon } from '../parts/icons';
import { StatisticsPanel } from '../statistics/StatisticsPanel';
import { TodoPanel } from '../todo/TodoPanel';
import { useWords } from '../words';
import { BasePanel } from './BasePanel';
import { PlansPanel } from './PlansPanel';
import { INSPECT_TABS, type InspectTab, openReport, openTab, useInspect } from './state';
import { TasksPanel } from './TasksPanel';
import { useAsked } from './useAsked';

export function InspectScreen() {
  const w = useWords();
  const tab = useInspect((own) => own.tab);
  const notes = useNotes();
  return (
    <main className="page wide inspect" data-testid="inspect" data-tab={tab}>
      <header className="page-head">
        <div>
          <h1>{w.inspect.title}</h1>
          <p>{w.inspect.text}</p>
        </div>
        <button
          type="button"
          className="primary"
          title={w.inspect.reportHint}
          onClick={() => openReport()}
          data-testid="report-open"
        >
          <Icon name="plus" size={14} /> {w.inspect.report}
        </button>
      </header>
      <div className="page-tabs" role="tablist">
        {INSPECT_TABS.map((own) => (
          <button
            key={own}
            type="button"
            role="tab"
            aria-selected={own === tab}
            onClick={() => openTab(own)}
            data-testid={`inspect-${own}`}
          >
            {w.inspect.tabs[own]}
            {notes[own] ? <b data-warn={notes[own]?.warn || undefined}>{notes[own]?.count}</b> : null}
          </button>
        ))}
      </div>
      {tab === 'plans' ? <PlansPanel /> : null}
      {tab === 'tasks' ? <TasksPanel /> : null}
      {tab === 'dangers' ? <DangersPanel /> : null}
      {tab === 'todo' ? <TodoPanel /> : null}
      {tab === 'statistics' ? <StatisticsPanel /> : null}
      {tab === 'base' ? <BasePanel /> : null}
    </main>
  );
}

/** What is due today, and what is open. */
function useNotes(): Partial<Record<InspectTab, { count: number; warn: boolean }>> {
  const lines = useDangers();
  const day = today();
  const due = useAsked('tasks', {
    from: day,
    to: day,
    plan: null,
    point: null,
    executor: null,
    states: null,
  }).answer;
  const open = lines.filter((own) => !isSettled(own.state));
  const waiting = due?.counts.due ?? 0;
  return {
    ...(waiting ? { tasks: { count: waiting, warn: false } } : {}),
    ...(open.length ? { dangers: { count: open.length, warn: open.some((own) => own.overdue) } } : {}),
  };
}

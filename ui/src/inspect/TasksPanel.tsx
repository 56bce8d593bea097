// 任务与检查: the month with what is due, done and missed on each day, and the tasks of one day beside it.
// Relies on `tasks` for every task and its state. A task opens its sheet.
import { useEffect, useState } from 'react';
import { addMonths, lastOf, monthOf, today, weekday, weeksOf } from '../format/day';
import type { TaskCounts, TaskState, TaskView } from '../ipc';
import { Icon } from '../parts/icons';
import { useWords } from '../words';
import { whatOf } from './answers';
import { CheckDialog } from './CheckDialog';
import { InboxMenu } from './InboxMenu';
import { PaperDialog } from './PaperDialog';
import { ResultDialog } from './ResultDialog';
import { SheetCode } from './SheetCode';
import { openTab, useInspect } from './state';
import { useAsked } from './useAsked';

const STATES: readonly TaskState[] = ['due', 'missed', 'done', 'upcoming'];
const NONE: readonly TaskView[] = [];
const ALL = { plan: null, point: null, executor: null, states: null };

export function TasksPanel() {
  const w = useWords();
  const day = useInspect((own) => own.day);
  const [month, setMonth] = useState(monthOf(day));
  // A day that was chosen elsewhere is seen in its month.
  useEffect(() => setMonth(monthOf(day)), [day]);
  const weeks = weeksOf(month);
  const from = weeks[0]?.[0] ?? `${month}-01`;
  const to = weeks.at(-1)?.at(-1) ?? lastOf(month);
  const { answer } = useAsked('tasks', { ...ALL, from, to });
  const byDay = new Map((answer?.days ?? []).map((own) => [own.day, own.counts]));
  return (
    <div className="tasks" data-testid="tasks" data-days={byDay.size}>
      <div>
        <Month month={month} weeks={weeks} byDay={byDay} setMonth={setMonth} />
        {answer && byDay.size === 0 ? (
          <p className="tasks-none">
            {w.inspect.noTasksMonth}{' '}
            <button type="button" className="link" onClick={() => openTab('plans')}>
              {w.inspect.tabs.plans}
            </button>
          </p>
        ) : null}
      </div>
      <DayTasks day={day} />
    </div>
  );
}

interface MonthProps {
  month: string;
  weeks: string[][];
  byDay: ReadonlyMap<string, TaskCounts>;
  setMonth: (month: string) => void;
}

function Month({ month, weeks, byDay, setMonth }: MonthProps) {
  const w = useWords();
  const chosen = useInspect((own) => own.day);
  const [year = '', number = ''] = month.split('-');
  const choose = (day: string) => useInspect.setState({ day });
  return (
    <section className="card month" data-testid="month-calendar" data-month={month}>
      <header>
        <button
          type="button"
          className="ib"
          title={w.inspect.previous}
          onClick={() => setMonth(addMonths(month, -1))}
          data-testid="month-before"
        >
          <Icon name="right" size={14} style={{ transform: 'rotate(180deg)' }} />
        </button>
        <h2>{w.inspect.month(year, String(Number(number)))}</h2>
        <button
          type="button"
          className="ib"
          title={w.inspect.following}
          onClick={() => setMonth(addMonths(month, 1))}
          data-testid="month-after"
        >
          <Icon name="right" size={14} />
        </button>
        <button
          type="button"
          className="link"
          onClick={() => {
            setMonth(monthOf(today()));
            choose(today());
          }}
        >
          {w.inspect.today}
        </button>
        <Key />
      </header>
      <div className="month-grid">
        {w.inspect.weekdays.map((name) => (
          <span key={name} className="month-head">
            {name}
          </span>
        ))}
        {weeks.flat().map((day) => (
          <button
            key={day}
            type="button"
            className="month-day"
            data-day={day}
            data-other={monthOf(day) !== month || undefined}
            data-today={day === today() || undefined}
            data-rest={weekday(day) > 5 || undefined}
            aria-pressed={day === chosen}
            onClick={() => choose(day)}
            data-testid="month-day"
          >
            <b>{Number(day.slice(8))}</b>
            <Counts counts={byDay.get(day)} />
          </button>
        ))}
      </div>
    </section>
  );
}

function Key() {
  const w = useWords();
  return (
    <span className="month-key">
      {STATES.map((own) => (
        <span key={own}>
          <i data-task={own} />
          {w.inspect.states[own]}
        </span>
      ))}
    </span>
  );
}

function Counts({ counts }: { counts: TaskCounts | undefined }) {
  if (!counts) return null;
  return (
    <span className="month-counts">
      {STATES.map((state) =>
        counts[state] > 0 ? (
          <em key={state} data-task={state}>
            {counts[state]}
          </em>
        ) : null,
      )}
    </span>
  );
}

function DayTasks({ day }: { day: string }) {
  const w = useWords();
  const { answer } = useAsked('tasks', { ...ALL, from: day, to: day });
  const tasks = answer?.tasks ?? NONE;
  const [state, setState] = useState<TaskState | null>(null);
  const [open, setOpen] = useState<TaskView | null>(null);
  const [paper, setPaper] = useState<string | null>(null);
  const [result, setResult] = useState<string | null>(null);
  const shown = tasks.filter((own) => state === null || own.state === state);
  const count = (own: TaskState) => tasks.filter((task) => task.state === own).length;
  const plans = [...new Set(tasks.map((own) => own.plan))];
  return (
    <section className="card day-tasks" data-testid="day-tasks" data-count={shown.length} data-day={day}>
      <header>
        <h2>{w.inspect.tasksOf(day)}</h2>
        <span className="grow" />
        <InboxMenu />
      </header>
      <SheetCode />
      {tasks.length > 0 ? (
        <div className="seg" role="tablist">
          {[null, ...STATES].map((own) =>
            own === null || count(own) > 0 ? (
              <button
                key={own ?? 'all'}
                type="button"
                role="tab"
                aria-selected={own === state}
                onClick={() => setState(own)}
                data-testid={`tasks-${own ?? 'all'}`}
              >
                {own === null
                  ? `${w.inspect.allStates} ${tasks.length}`
                  : `${w.inspect.states[own]} ${count(own)}`}
              </button>
            ) : null,
          )}
        </div>
      ) : (
        <p className="faint">{w.inspect.noTasks}</p>
      )}
      <div className="day-list">
        {plans.map((plan) => (
          <PlanTasks
            key={plan}
            tasks={shown.filter((own) => own.plan === plan)}
            onOpen={(task) => (task.inspection ? setResult(task.inspection) : setOpen(task))}
            onPaper={() => setPaper(plan)}
          />
        ))}
      </div>
      {result ? <ResultDialog inspection={result} onDone={() => setResult(null)} /> : null}
      {open ? <CheckDialog task={open} onDone={() => setOpen(null)} /> : null}
      {paper ? (
        <PaperDialog
          tasks={tasks.filter((own) => own.plan === paper && own.inspection === null)}
          onDone={() => setPaper(null)}
        />
      ) : null}
    </section>
  );
}

interface PlanTasksProps {
  tasks: readonly TaskView[];
  onOpen: (task: TaskView) => void;
  onPaper: () => void;
}

/** The tasks of one plan on that day. */
function PlanTasks({ tasks, onOpen, onPaper }: PlanTasksProps) {
  const w = useWords();
  const first = tasks[0];
  if (!first) return null;
  const open = tasks.filter((own) => own.inspection === null && own.state !== 'upcoming').length;
  return (
    <div className="plan-tasks">
      <h3>
        {first.plan_name}
        <span className="faint">{first.until === first.due_on ? '' : w.inspect.until(first.until)}</span>
        <span className="grow" />
        {open > 1 ? (
          <button type="button" className="link" onClick={onPaper} data-testid="paper-open">
            {w.inspect.enterPaper}
          </button>
        ) : null}
      </h3>
      {tasks.map((task) => (
        <TaskRow
          key={`${task.point ?? ''}/${task.shift ?? ''}/${task.due_on}`}
          task={task}
          onOpen={() => onOpen(task)}
        />
      ))}
    </div>
  );
}

function TaskRow({ task, onOpen }: { task: TaskView; onOpen: () => void }) {
  const w = useWords();
  const done = task.inspection !== null;
  const may = task.state !== 'upcoming';
  const what = [whatOf(task) || w.inspect.wholePlace, task.shift === null ? '' : w.inspect.shift(task.shift)];
  return (
    <div className="task-row" data-task={task.state} data-plan={task.plan_name} data-testid="task">
      <i data-task={task.state} title={w.inspect.states[task.state]} />
      <span>
        <b>{what.filter(Boolean).join(' · ')}</b>
        <em>{task.executor_name || w.inspect.noExecutor}</em>
      </span>
      {done ? (
        <span className="task-done">
          <span className="faint">
            {w.inspect.states[task.state]} {task.done_on}
          </span>
          <button type="button" className="link" onClick={onOpen} data-testid="task-result">
            {w.inspect.openResult}
          </button>
        </span>
      ) : may ? (
        <button
          type="button"
          className={task.state === 'due' ? 'primary small' : 'secondary small'}
          onClick={onOpen}
          data-testid="task-check"
        >
          {task.state === 'due' ? w.inspect.execute : w.inspect.enter}
        </button>
      ) : (
        <span className="faint">{w.inspect.states.upcoming}</span>
      )}
    </div>
  );
}

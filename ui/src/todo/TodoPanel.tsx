// 待办: what waits for whom, alarms, measures that fail again and again; words ready for a chat group.
// Relies on `todo` for people, items and their words, on `tasks` for inspections of today. Copies and opens only.
import { useMemo } from 'react';
import { today } from '../format/day';
import { openDanger, openTab, useInspect } from '../inspect/state';
import { useAsked } from '../inspect/useAsked';
import type { ReminderView, RepeatedView, TaskView, TodoList, TodoView } from '../ipc';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { goTo } from '../state/go';
import { notify } from '../state/notices';
import { usePick } from '../state/settings';
import { bothWords, useWords } from '../words';
import { copyText } from './copy';

/** What waits for one person: dangers, and inspections that are due. */
interface Waiting {
  key: string;
  name: string;
  list: TodoList | null;
  tasks: readonly TaskView[];
}

export function TodoPanel() {
  const w = useWords();
  const { answer } = useAsked('todo', {});
  const waiting = useWaiting(answer);
  const textOf = useTextOf();
  if (!answer) return null;
  if (waiting.length === 0 && answer.repeated.length === 0) return <Empty title={w.dangers.todoNone} />;
  return (
    <div className="todo" data-testid="todo" data-count={waiting.length}>
      <div className="todo-bar">
        <p className="faint">{w.dangers.todoText}</p>
        <button
          type="button"
          className="primary"
          onClick={() => void copy(waiting.map(textOf).join('\n\n'))}
          data-testid="todo-copy-all"
        >
          <Icon name="copy" size={14} /> {w.dangers.copyAll}
        </button>
      </div>
      <div className="todo-people">
        {waiting.map((own) => (
          <PersonCard key={own.key} waiting={own} text={textOf(own)} />
        ))}
      </div>
      {answer.reminders.length > 0 ? <Reminders reminders={answer.reminders} /> : null}
      {answer.repeated.length > 0 ? <Repeated repeated={answer.repeated} /> : null}
    </div>
  );
}

async function copy(text: string): Promise<void> {
  await copyText(text);
  notify({ kind: 'done', text: bothWords((words) => words.dangers.copied) });
}

const NO_TASKS: readonly TaskView[] = [];

/** People with dangers in the order of Rust, then those with inspections alone. */
function useWaiting(answer: TodoView | null): Waiting[] {
  const day = today();
  const { answer: asked } = useAsked('tasks', {
    from: day,
    to: day,
    plan: null,
    point: null,
    executor: null,
    states: null,
  });
  return useMemo(() => {
    const due = new Map<string, TaskView[]>();
    for (const task of asked?.tasks ?? [])
      if (task.state === 'due' && task.executor)
        due.set(task.executor, [...(due.get(task.executor) ?? []), task]);
    const own = (answer?.people ?? []).map((list): Waiting => {
      const tasks = list.person ? (due.get(list.person) ?? NO_TASKS) : NO_TASKS;
      if (list.person) due.delete(list.person);
      return { key: list.person ?? 'nobody', name: list.name, list, tasks };
    });
    const others = [...due].map(
      ([person, tasks]): Waiting => ({
        key: person,
        name: tasks[0]?.executor_name ?? '',
        list: null,
        tasks,
      }),
    );
    return [...own, ...others];
  }, [answer, asked]);
}

function useTextOf(): (own: Waiting) => string {
  const w = useWords();
  const pick = usePick();
  return ({ name, list, tasks }) => {
    const lines = list ? [pick(list.text)] : [`${name}：`];
    const plans = [...new Set(tasks.map((own) => own.plan_name))];
    for (const plan of plans) {
      const own = tasks.filter((task) => task.plan_name === plan);
      lines.push(w.dangers.taskText(plan, own.length, own[0]?.until ?? ''));
    }
    return lines.join('\n');
  };
}

function PersonCard({ waiting, text }: { waiting: Waiting; text: string }) {
  const w = useWords();
  const pick = usePick();
  const { list, tasks, name } = waiting;
  const items = list?.items ?? [];
  const overdue = items.filter((own) => (own.days_left ?? 0) < 0).length;
  const appointed = list === null || list.person !== null;
  return (
    <section className="card todo-person" data-person={name} data-testid="todo-person">
      <header>
        <h2>{appointed ? name : w.dangers.nobody}</h2>
        <p>{w.dangers.items(items.length + (tasks.length > 0 ? 1 : 0))}</p>
        {overdue > 0 ? <b className="warn">{w.dangers.overdueCount(overdue)}</b> : null}
        <span className="grow" />
        {appointed ? null : (
          <button type="button" className="link" onClick={() => openTab('base')}>
            {w.dangers.assignRoles}
          </button>
        )}
        <button
          type="button"
          className="secondary small"
          onClick={() => void copy(text)}
          data-testid="todo-copy"
        >
          <Icon name="copy" size={12} /> {w.dangers.copy}
        </button>
      </header>
      <ul>
        {items.map((own) => (
          <li key={`${own.danger}/${own.what}`}>
            <button
              type="button"
              onClick={() => openDanger(own.danger)}
              data-overdue={(own.days_left ?? 0) < 0 || undefined}
              data-testid="todo-item"
            >
              {pick(own.words)}
            </button>
          </li>
        ))}
        {tasks.length > 0 ? (
          <li>
            <button
              type="button"
              onClick={() => {
                useInspect.setState({ day: today() });
                openTab('tasks');
              }}
              data-testid="todo-tasks"
            >
              {w.dangers.dueTasks(tasks.length)}
            </button>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function Reminders({ reminders }: { reminders: readonly ReminderView[] }) {
  const w = useWords();
  const pick = usePick();
  return (
    <section className="card" data-testid="reminders">
      <header>
        <h2>{w.dangers.reminders}</h2>
        <p>{w.dangers.remindersText}</p>
      </header>
      <ul className="todo-repeated">
        {reminders.map((own) => (
          <li key={own.danger}>
            <button type="button" className="link" onClick={() => openDanger(own.danger)}>
              {own.code}
            </button>
            <b className={own.days_left < 0 ? 'warn' : undefined}>{pick(own.name)}</b>
            <span className="faint">{w.dangers.reminded(own.to.join('、'))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Repeated({ repeated }: { repeated: readonly RepeatedView[] }) {
  const w = useWords();
  return (
    <section className="card" data-testid="repeated">
      <header>
        <h2>{w.dangers.repeated}</h2>
        <p>{w.dangers.repeatedText}</p>
      </header>
      <ul className="todo-repeated">
        {repeated.map((own) => (
          <li key={own.measure}>
            <b>{own.content}</b>
            <span className="faint">{own.dangers.join('、')}</span>
            {own.point ? (
              <button
                type="button"
                className="link"
                onClick={() => goTo({ table: 'risk_point', id: own.point ?? '' })}
              >
                {own.point_title}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

// 待办: what waits for whom, alarms, measures that fail again and again; words ready for a chat group.
// Relies on `todo` for people, dangers, inspections and their words. Copies and opens only.
import { openDanger, openTab, useInspect } from '../inspect/state';
import { useAsked } from '../inspect/useAsked';
import type { ReminderView, RepeatedView, TodoList } from '../ipc';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { goTo } from '../state/go';
import { notify } from '../state/notices';
import { usePick } from '../state/settings';
import { bothWords, useWords } from '../words';
import { copyText } from './copy';

export function TodoPanel() {
  const w = useWords();
  const { answer } = useAsked('todo', {});
  const pick = usePick();
  if (!answer) return null;
  const { people } = answer;
  if (people.length === 0 && answer.repeated.length === 0) return <Empty title={w.dangers.todoNone} />;
  return (
    <div className="todo" data-testid="todo" data-count={people.length}>
      <div className="todo-bar">
        <p className="faint">{w.dangers.todoText}</p>
        <button
          type="button"
          className="primary"
          onClick={() => void copy(people.map((own) => pick(own.text)).join('\n\n'))}
          data-testid="todo-copy-all"
        >
          <Icon name="copy" size={14} /> {w.dangers.copyAll}
        </button>
      </div>
      <div className="todo-people">
        {people.map((own) => (
          <PersonCard key={own.person ?? 'nobody'} list={own} />
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

function PersonCard({ list }: { list: TodoList }) {
  const w = useWords();
  const pick = usePick();
  const { items, inspections, name } = list;
  const overdue = items.filter((own) => (own.days_left ?? 0) < 0).length;
  const appointed = list.person !== null;
  return (
    <section className="card todo-person" data-person={name} data-testid="todo-person">
      <header>
        <h2>{appointed ? name : w.dangers.nobody}</h2>
        <p>{w.dangers.items(items.length + inspections.length)}</p>
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
          onClick={() => void copy(pick(list.text))}
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
        {inspections.map((own) => (
          <li key={`${own.plan}/${own.state}`}>
            <button
              type="button"
              onClick={() => {
                if (own.due_on) useInspect.setState({ day: own.due_on });
                openTab('tasks');
              }}
              data-overdue={own.state === 'missed' || undefined}
              data-state={own.state}
              data-testid="todo-inspection"
            >
              {pick(own.words)}
            </button>
          </li>
        ))}
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

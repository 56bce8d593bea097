// Paper that came back: a row for each sheet of a plan, a cell for each question, typed with three digits.
// Relies on `task-questions` for each sheet; each row is one inspection, saved when all its cells are filled.
import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { backend, toCallError } from '../backend';
import { ChoiceOf } from '../dangers/ActFields';
import { today } from '../format/day';
import { usePersonChoices } from '../inspector/BasicsTab';
import type { Question, TaskView } from '../ipc';
import { DayField } from '../parts/DayField';
import { Icon } from '../parts/icons';
import { attempt } from '../state/actions';
import { notify, notifyError } from '../state/notices';
import { bothWords, useWords } from '../words';
import { type Answer, answered, commandOf, firstOpen, NO_ANSWER, resultOf, whatOf } from './answers';

interface PaperSheet {
  task: TaskView;
  questions: Question[];
  answers: Answer[];
}

interface Props {
  tasks: readonly TaskView[];
  /** The sheet at hand: its row comes first to be typed. */
  first?: TaskView;
  onDone: () => void;
}

/** As on paper: a tick, a cross, a stroke. */
const SIGNS = {
  normal: <Icon name="check" size={17} />,
  abnormal: <Icon name="close" size={15} />,
  'not-applicable': '／',
} as const;

export function PaperDialog({ tasks, first: named, onDone }: Props) {
  const w = useWords();
  const people = usePersonChoices();
  const first = named ?? tasks[0];
  const [sheets, setSheets] = useState<PaperSheet[] | null>(null);
  const [inspector, setInspector] = useState<string | null>(first?.executor ?? null);
  const [day, setDay] = useState<string | null>(first && first.due_on < today() ? first.due_on : today());
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheets are those of the moment it was opened
  useEffect(() => {
    let over = false;
    sheetsOf(tasks).then(
      (own) => {
        if (!over) setSheets(own);
      },
      (thrown) => notifyError(toCallError(thrown).api),
    );
    return () => {
      over = true;
    };
  }, []);
  const begin = (sheets ?? []).findIndex(({ task }) => !named || isSame(task, named));
  useEffect(() => {
    if (begin < 0) return;
    // The dialog takes the focus when it opens; after that it belongs to the first cell.
    const later = setTimeout(
      () => box.current?.querySelector<HTMLElement>(`[data-cell="${begin}/0"]`)?.focus(),
      150,
    );
    return () => clearTimeout(later);
  }, [begin]);
  const ready = (sheets ?? []).filter((own) => own.questions.length > 0 && firstOpen(own.answers) < 0);
  const set = (sheet: number, at: number, part: Partial<Answer>) =>
    setSheets(
      (sheets ?? []).map((own, index) =>
        index === sheet ? { ...own, answers: answered(own.answers, at, part) } : own,
      ),
    );
  const move = (sheet: number, at: number) =>
    box.current?.querySelector<HTMLElement>(`[data-cell="${sheet}/${at}"]`)?.focus();
  const save = async () => {
    if (!day) return;
    let saved = 0;
    for (const { task, questions, answers } of ready) {
      const done = { on: day, at: null, inspector, inspector_name: '', channel: 'paper' as const };
      if (!(await attempt(commandOf(task, questions, answers, done)))) break;
      saved += 1;
    }
    notify({ kind: 'done', text: bothWords((words) => words.inspect.paperSaved(saved)) });
    onDone();
  };
  return (
    <Modal
      open
      width={1120}
      style={{ top: 32 }}
      title={`${w.inspect.paperTitle} · ${first?.plan_name ?? ''}`}
      onCancel={onDone}
      onOk={() => void save()}
      okText={w.inspect.paperSave(ready.length)}
      cancelText={w.common.cancel}
      okButtonProps={{ disabled: ready.length === 0 || !day, 'data-testid': 'paper-save' }}
    >
      <p className="dialog-about">{w.inspect.paperText}</p>
      <div className="form three">
        <ChoiceOf
          label={w.inspect.inspector}
          value={inspector}
          choices={people}
          onChange={setInspector}
          testid="paper-inspector"
        />
        <DayField label={w.inspect.doneOn} value={day} onChange={setDay} required testid="paper-day" />
      </div>
      <div className="paper" ref={box} data-testid="paper" data-sheets={sheets?.length ?? 0}>
        {(sheets ?? []).map((sheet, index) => (
          <PaperRow
            key={`${sheet.task.point}/${sheet.task.shift}`}
            sheet={sheet}
            index={index}
            named={index === begin && named !== undefined}
            set={(at, part) => set(index, at, part)}
            move={move}
          />
        ))}
      </div>
    </Modal>
  );
}

function isSame(one: TaskView, other: TaskView): boolean {
  return one.point === other.point && one.shift === other.shift && one.due_on === other.due_on;
}

async function sheetsOf(tasks: readonly TaskView[]): Promise<PaperSheet[]> {
  return Promise.all(
    tasks.map(async (task) => {
      const questions = await backend().call('task-questions', { plan: task.plan, point: task.point });
      return { task, questions, answers: questions.map(() => NO_ANSWER) };
    }),
  );
}

interface RowProps {
  sheet: PaperSheet;
  index: number;
  /** Whether it is the sheet at hand. */
  named: boolean;
  set: (at: number, part: Partial<Answer>) => void;
  move: (sheet: number, at: number) => void;
}

function PaperRow({ sheet, index, named, set, move }: RowProps) {
  const w = useWords();
  const { task, questions, answers } = sheet;
  const key = (event: React.KeyboardEvent, at: number) => {
    const result = resultOf(event.key);
    if (result) {
      set(at, { result });
      move(index, at + 1);
    } else if (event.key === 'ArrowRight' || event.key === 'Enter') move(index, at + 1);
    else if (event.key === 'ArrowLeft') move(index, at - 1);
    else if (event.key === 'ArrowDown') move(index + 1, at);
    else if (event.key === 'ArrowUp') move(index - 1, at);
    else if (event.key === 'Delete' || event.key === 'Backspace') set(at, { result: null });
    else return;
    event.preventDefault();
  };
  const bad = answers.flatMap((own, at) => (own.result === 'abnormal' ? [at] : []));
  return (
    <div
      className="paper-row"
      data-ready={(questions.length > 0 && firstOpen(answers) < 0) || undefined}
      data-named={named || undefined}
      data-testid="paper-row"
    >
      <b title={task.name}>
        {whatOf(task)}
        {task.shift === null ? '' : ` ${w.inspect.shift(task.shift)}`}
      </b>
      <div className="paper-cells">
        {questions.length === 0 ? <span className="faint">{w.inspect.noQuestions}</span> : null}
        {questions.map((question, at) => {
          const result = answers[at]?.result ?? null;
          return (
            <button
              key={question.check_item ?? question.checklist_item ?? at}
              type="button"
              title={`${at + 1}. ${question.content}`}
              data-result={result ?? 'none'}
              data-cell={`${index}/${at}`}
              onKeyDown={(event) => key(event, at)}
              data-testid="paper-cell"
            >
              <i>{at + 1}</i>
              {result ? SIGNS[result] : null}
            </button>
          );
        })}
      </div>
      {bad.map((at) => (
        <label key={at} className="paper-note">
          <span>
            {at + 1}. {questions[at]?.content}
          </span>
          <input
            value={answers[at]?.note ?? ''}
            placeholder={w.inspect.remarkNeeded}
            onChange={(event) => set(at, { note: event.target.value })}
            data-testid="paper-note"
          />
        </label>
      ))}
    </div>
  );
}

// One sheet at the desk: a line for each question, answered by 1, 2, 3 and Enter without the mouse.
// Relies on `task-questions`; what is abnormal becomes a hidden danger with the same step.
import { Input, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { toCallError } from '../backend';
import { ChoiceOf } from '../dangers/ActFields';
import { Photo, pickPhoto } from '../dangers/Photos';
import { timeNow, today } from '../format/day';
import { usePersonChoices } from '../inspector/BasicsTab';
import type { ApiError, CheckResult, Question, TaskView } from '../ipc';
import { DayField } from '../parts/DayField';
import { errorText } from '../parts/fields';
import { Icon } from '../parts/icons';
import { execute } from '../state/actions';
import { notify } from '../state/notices';
import { usePick, useSettings, useVocabulary } from '../state/settings';
import { bothWords, useWords } from '../words';
import {
  type Answer,
  answered,
  commandOf,
  firstOpen,
  NO_ANSWER,
  openCount,
  restNormal,
  resultOf,
  whatOf,
} from './answers';
import { useAsked } from './useAsked';

export function CheckDialog({ task, onDone }: { task: TaskView; onDone: () => void }) {
  const w = useWords();
  const { answer } = useAsked('task-questions', { plan: task.plan, point: task.point });
  const what = whatOf(task) || w.inspect.wholePlace;
  if (!answer) return null;
  if (answer.length === 0)
    return (
      <Modal open title={w.inspect.checkTitle(task.plan_name, what)} footer={null} onCancel={onDone}>
        <p>{w.inspect.noQuestions}</p>
      </Modal>
    );
  return (
    <Sheet
      task={task}
      title={w.inspect.checkTitle(task.plan_name, what)}
      questions={answer}
      onDone={onDone}
    />
  );
}

interface SheetProps {
  task: TaskView;
  title: string;
  questions: readonly Question[];
  onDone: () => void;
}

function Sheet({ task, title, questions, onDone }: SheetProps) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const people = usePersonChoices();
  const [answers, setAnswers] = useState<Answer[]>(() => questions.map(() => NO_ANSWER));
  const [row, setRow] = useState(0);
  const [inspector, setInspector] = useState<string | null>(task.executor);
  const [day, setDay] = useState<string | null>(task.state === 'missed' ? task.due_on : today());
  const [error, setError] = useState<ApiError | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const open = firstOpen(answers);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>(`[data-question="${row}"]`)?.focus();
  }, [row]);
  const set = (at: number, part: Partial<Answer>) => setAnswers(answered(answers, at, part));
  const save = async () => {
    if (open >= 0 || !day) return;
    try {
      await execute(
        commandOf(task, questions, answers, {
          on: day,
          at: day === today() ? timeNow() : null,
          inspector,
          inspector_name: '',
          channel: 'desk',
        }),
      );
      const bad = answers.filter((own) => own.result === 'abnormal').length;
      notify({ kind: 'done', text: bothWords((words) => words.inspect.finished(bad)) });
      onDone();
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  };
  const key = (event: React.KeyboardEvent, at: number) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else if (event.key === 'ArrowDown') setRow(Math.min(questions.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setRow(Math.max(0, at - 1));
    else if (event.key === 'Enter') setRow(Math.min(questions.length - 1, at + 1));
    else {
      const result = resultOf(event.key);
      if (!result) return;
      set(at, { result });
      if (result === 'abnormal') {
        const note = box.current?.querySelector<HTMLElement>(`[data-note="${at}"]`);
        // After the key is over, so that the digit is not typed into the note.
        setTimeout(() => note?.focus(), 0);
      } else setRow(Math.min(questions.length - 1, at + 1));
    }
    event.preventDefault();
  };
  return (
    <Modal
      open
      width={920}
      style={{ top: 32 }}
      title={title}
      onCancel={onDone}
      onOk={() => void save()}
      okText={w.inspect.finish}
      cancelText={w.common.cancel}
      okButtonProps={{ disabled: open >= 0 || !day, 'data-testid': 'check-save' }}
    >
      <div className="check" ref={box} data-testid="check" data-open={openCount(answers)}>
        <p className="check-keys">
          <Icon name="keyboard" size={14} /> {w.inspect.checkKeys}
        </p>
        <div className="check-rows">
          {questions.map((question, at) => (
            <QuestionRow
              key={question.check_item ?? question.checklist_item ?? at}
              at={at}
              question={question}
              answer={answers[at] ?? NO_ANSWER}
              current={at === row}
              onKey={(event) => key(event, at)}
              onFocus={() => setRow(at)}
              set={(part) => set(at, part)}
              onNext={() => setRow(Math.min(questions.length - 1, at + 1))}
            />
          ))}
        </div>
        <div className="check-foot form three">
          <ChoiceOf
            label={w.inspect.inspector}
            value={inspector}
            choices={people}
            onChange={setInspector}
            testid="check-inspector"
          />
          <DayField label={w.inspect.doneOn} value={day} onChange={setDay} required testid="check-day" />
          <div className="check-rest">
            <button
              type="button"
              className="secondary"
              disabled={openCount(answers) === 0}
              onClick={() => setAnswers(restNormal(answers))}
              data-testid="check-rest"
            >
              {w.inspect.restNormal}
            </button>
            <span className="faint">{openCount(answers) > 0 ? w.inspect.left(openCount(answers)) : ''}</span>
          </div>
        </div>
        {error ? (
          <p className="field-error" role="alert">
            {errorText(error, language)}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}

interface RowProps {
  at: number;
  question: Question;
  answer: Answer;
  current: boolean;
  onKey: (event: React.KeyboardEvent) => void;
  onFocus: () => void;
  onNext: () => void;
  set: (part: Partial<Answer>) => void;
}

function QuestionRow({ at, question, answer, current, onKey, onFocus, onNext, set }: RowProps) {
  const w = useWords();
  const pick = usePick();
  const { results } = useVocabulary().inspections;
  const bad = answer.result === 'abnormal';
  const photograph = async () => {
    const asset = await pickPhoto(w.inspect.photoPick, w.inspect.photoFilter);
    if (asset) set({ photo: asset });
  };
  return (
    <div className="check-row" data-current={current || undefined} data-result={answer.result ?? 'none'}>
      <span className="check-number">{at + 1}</span>
      <p>
        {question.content}
        {question.basis ? <em>{question.basis}</em> : null}
      </p>
      <div
        className="seg results"
        role="radiogroup"
        tabIndex={0}
        data-question={at}
        onKeyDown={onKey}
        onFocus={onFocus}
      >
        {results.map((own, index) => (
          <button
            key={own.value}
            type="button"
            tabIndex={-1}
            role="radio"
            aria-checked={own.value === answer.result}
            data-result={own.value}
            onClick={() => set({ result: own.value as CheckResult })}
            data-testid={`check-${at}-${own.value}`}
          >
            <kbd>{index + 1}</kbd> {pick(own.name)}
          </button>
        ))}
      </div>
      <div className="check-more">
        <Input
          size="small"
          value={answer.value}
          placeholder={w.inspect.value}
          onChange={(event) => set({ value: event.target.value })}
        />
        <Input
          size="small"
          value={answer.note}
          status={bad && answer.note.trim() === '' ? 'error' : ''}
          placeholder={bad ? w.inspect.remarkNeeded : w.inspect.remark}
          data-note={at}
          onChange={(event) => set({ note: event.target.value })}
          onPressEnter={(event) => {
            event.stopPropagation();
            onNext();
          }}
          data-testid={`check-${at}-note`}
        />
        {answer.photo ? (
          <Photo asset={answer.photo} title={w.inspect.photo} onRemove={() => set({ photo: '' })} />
        ) : (
          <button
            type="button"
            className="ib"
            tabIndex={-1}
            title={w.inspect.addPhoto}
            onClick={() => void photograph()}
            data-testid={`check-${at}-photo`}
          >
            <Icon name="picture" size={15} />
          </button>
        )}
      </div>
    </div>
  );
}

// A sheet that came back, found by its code: typed, or by a scanner that types it and ends with Enter.
// Relies on `task-by-code`. What is open lands in the grid, what was done shows its result.
import { Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { backend, toCallError } from '../backend';
import type { ApiError, TaskView } from '../ipc';
import { errorText } from '../parts/fields';
import { Icon } from '../parts/icons';
import { useSettings } from '../state/settings';
import { useWords } from '../words';
import { PaperDialog } from './PaperDialog';
import { ResultDialog } from './ResultDialog';
import { useInspect } from './state';

type Found = { kind: 'open'; tasks: TaskView[]; task: TaskView } | { kind: 'done'; inspection: string };

async function find(code: string): Promise<Found> {
  const task = await backend().call('task-by-code', { code });
  useInspect.setState({ day: task.due_on });
  if (task.inspection) return { kind: 'done', inspection: task.inspection };
  const { tasks } = await backend().call('tasks', {
    from: task.due_on,
    to: task.due_on,
    plan: task.plan,
    point: null,
    executor: null,
    states: null,
  });
  return { kind: 'open', tasks: tasks.filter((own) => own.inspection === null), task };
}

export function SheetCode() {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const [code, setCode] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const field = useRef<InputRef>(null);
  const go = async () => {
    if (code.trim() === '') return;
    try {
      setFound(await find(code));
      setError(null);
      setCode('');
    } catch (thrown) {
      setError(toCallError(thrown).api);
      // The next scan replaces what was wrong.
      field.current?.select();
    }
  };
  const done = () => {
    setFound(null);
    // After the dialog has given the focus back: the next sheet can be scanned at once.
    setTimeout(() => field.current?.focus(), 300);
  };
  return (
    <div className="sheet-code">
      <Input
        ref={field}
        value={code}
        allowClear
        prefix={<Icon name="keyboard" size={14} />}
        placeholder={w.inspect.sheetCode}
        title={w.inspect.sheetCodeHint}
        aria-label={w.inspect.sheetCode}
        status={error ? 'error' : ''}
        onChange={(event) => {
          setCode(event.target.value);
          setError(null);
        }}
        onPressEnter={() => void go()}
        data-testid="sheet-code"
      />
      <button
        type="button"
        className="secondary"
        disabled={code.trim() === ''}
        onClick={() => void go()}
        data-testid="sheet-code-go"
      >
        {w.inspect.sheetCodeGo}
      </button>
      {error ? (
        <p className="field-error" role="alert" data-testid="sheet-code-error">
          {errorText(error, language)}
        </p>
      ) : null}
      {found?.kind === 'open' ? <PaperDialog tasks={found.tasks} first={found.task} onDone={done} /> : null}
      {found?.kind === 'done' ? <ResultDialog inspection={found.inspection} onDone={done} /> : null}
    </div>
  );
}

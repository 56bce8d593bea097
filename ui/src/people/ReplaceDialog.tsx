// A person goes and another takes over everything, in one step.
// Relies on `replace-person`; what was scored and approved stays as it was.
import { Checkbox, Modal, Select } from 'antd';
import { useState } from 'react';
import { toCallError } from '../backend';
import { today } from '../format/day';
import type { ApiError } from '../ipc';
import { DayField } from '../parts/DayField';
import { errorText, Labelled } from '../parts/fields';
import { execute } from '../state/actions';
import { notify } from '../state/notices';
import { usePeople } from '../state/rows';
import { useSettings } from '../state/settings';
import { bothWords, useWords } from '../words';

export function ReplaceDialog({ onDone }: { onDone: () => void }) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const people = usePeople().filter((own) => own.left_on === null);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [left, setLeft] = useState(true);
  const [on, setOn] = useState<string | null>(today);
  const [error, setError] = useState<ApiError | null>(null);
  const options = people.map((own) => ({
    value: own.id,
    label: own.title ? `${own.name}（${own.title}）` : own.name,
  }));
  const save = async () => {
    if (!from) return;
    try {
      await execute({
        type: 'replace-person',
        from,
        to,
        left,
        left_on: left ? on : null,
      });
      notify({ kind: 'done', text: bothWords((words) => words.leaving.done) });
      onDone();
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  };
  return (
    <Modal
      open
      width={480}
      title={w.leaving.title}
      onCancel={onDone}
      onOk={() => void save()}
      okText={w.leaving.go}
      cancelText={w.common.cancel}
      okButtonProps={{ disabled: !from || from === to, 'data-testid': 'replace-go' }}
    >
      <div className="form">
        <p className="faint wide">{w.leaving.text}</p>
        <Labelled label={w.leaving.from}>
          {(id) => (
            <Select
              id={id}
              value={from}
              options={options}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(value: string) => setFrom(value)}
              data-testid="replace-from"
            />
          )}
        </Labelled>
        <Labelled label={w.leaving.to}>
          {(id) => (
            <Select
              id={id}
              value={to}
              allowClear
              placeholder={w.leaving.nobody}
              options={options.filter((own) => own.value !== from)}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(value: string | undefined) => setTo(value ?? null)}
              data-testid="replace-to"
            />
          )}
        </Labelled>
        <div className="wide">
          <Checkbox checked={left} onChange={(event) => setLeft(event.target.checked)}>
            {w.leaving.left}
          </Checkbox>
        </div>
        {left ? <DayField label={w.leaving.on} value={on} onChange={setOn} testid="replace-day" /> : null}
        {error ? (
          <p className="field-error wide" role="alert">
            {errorText(error, language)}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}

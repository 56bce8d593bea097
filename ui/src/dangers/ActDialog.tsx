// One step of a danger: exactly the fields that it needs, who takes it, when.
// Relies on Rust for what is required and for whether it may be done; a refusal is shown and nothing is lost.
import { Modal } from 'antd';
import { useState } from 'react';
import { toCallError } from '../backend';
import type { ApiError, DangerFile, RightsView, RightView, Words } from '../ipc';
import { errorText } from '../parts/fields';
import { execute } from '../state/actions';
import { notify } from '../state/notices';
import { usePick, useSettings } from '../state/settings';
import { bothWords, useWords } from '../words';
import { ActFieldView, WhoAndWhen } from './ActFields';
import { type ActForm, begin, commandOf, fieldsOf, missing } from './act';

interface Props {
  view: DangerFile;
  rights: RightsView;
  right: RightView;
  onDone: () => void;
}

export function ActDialog({ view, rights, right, onDone }: Props) {
  const w = useWords();
  const pick = usePick();
  const language = useSettings((state) => state.language);
  const [form, setForm] = useState<ActForm>(() => begin(view, rights, right));
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const { danger } = view;
  const fields = fieldsOf(right, form.grade === 'major');
  const lacking = missing(form, fields, view);
  const set = (part: Partial<ActForm>) => setForm({ ...form, ...part });
  const name = pick(right.name);
  const save = async () => {
    setBusy(true);
    try {
      await execute(commandOf(danger.id, right.act, form, fields));
      notify({ kind: 'done', text: doneWords(danger.code, right) });
      onDone();
    } catch (thrown) {
      setError(toCallError(thrown).api);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      width={fields.length > 5 ? 760 : 560}
      style={{ top: 40 }}
      title={`${name}：${danger.code}`}
      onCancel={onDone}
      onOk={() => void save()}
      okText={name}
      cancelText={w.common.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: lacking.length > 0, 'data-testid': 'danger-act-go' }}
    >
      <p className="act-about">{danger.description}</p>
      <div className="form act-form" data-testid="danger-act-form" data-act={right.act}>
        {fields.map((own) => (
          <ActFieldView key={own.field} asked={own} form={form} set={set} view={view} rights={rights} />
        ))}
        <WhoAndWhen form={form} set={set} right={right} />
        {lacking.length > 0 ? (
          <p className="faint wide" data-testid="danger-act-lacking">
            {w.dangers.needs(lacking.map((own) => pick(own.name)).join('、'))}
          </p>
        ) : null}
        {error ? (
          <p className="field-error wide" role="alert" data-testid="danger-act-error">
            {errorText(error, language)}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}

function doneWords(code: string, right: RightView): Words {
  const { name, to_name } = right;
  return {
    chinese: bothWords((words) => words.dangers.done(code, name.chinese, to_name.chinese)).chinese,
    english: bothWords((words) => words.dangers.done(code, name.english, to_name.english)).english,
  };
}

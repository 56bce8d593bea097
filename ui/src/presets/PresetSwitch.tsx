// Other criteria for a list family: what would change is shown first, and scores move only when that is wished.
// Relies on the preview of Rust; criteria are changed by `apply-preset` or `use-preset`, one step each.
import { Button, Modal } from 'antd';
import { useMemo } from 'react';
import type { RiskPointKind } from '../ipc';
import { errorText } from '../parts/fields';
import { attempt } from '../state/actions';
import { notify } from '../state/notices';
import { usePick, useSettings, useVocabulary } from '../state/settings';
import { bothWords, useWords } from '../words';
import { Preview, usePreview } from './Preview';

interface Props {
  kind: RiskPointKind;
  code: string;
  name: string;
  onDone: () => void;
}

export function PresetSwitch({ kind, code, name, onDone }: Props) {
  const w = useWords();
  const pick = usePick();
  const language = useSettings((state) => state.language);
  const { point_kinds } = useVocabulary();
  const choice = useMemo(() => ({ code }), [code]);
  const kinds = useMemo(() => [kind], [kind]);
  const { preview, error, checking } = usePreview(choice, kinds);
  const family = point_kinds.find((own) => own.value === kind);
  const apply = async () => {
    if (!(await attempt({ type: 'apply-preset', preset: choice, kinds }))) return;
    notify({ kind: 'done', text: bothWords((words) => words.presets.applied) });
    onDone();
  };
  const later = async () => {
    if (await attempt({ type: 'use-preset', kind, preset: code })) onDone();
  };
  return (
    <Modal
      open
      width="min(980px, 96vw)"
      centered
      title={w.presets.switchTitle(family ? pick(family.name) : kind, name)}
      onCancel={onDone}
      footer={[
        <Button key="cancel" onClick={onDone}>
          {w.common.cancel}
        </Button>,
        <Button key="later" onClick={() => void later()} data-testid="preset-switch-later">
          {w.presets.newOnly}
        </Button>,
        <Button
          key="apply"
          type="primary"
          disabled={checking || error !== null}
          onClick={() => void apply()}
          data-testid="preset-switch-apply"
        >
          {w.presets.apply}
        </Button>,
      ]}
    >
      <div className="preset-switch" data-testid="preset-switch">
        <p className="faint">{w.presets.switchText}</p>
        <b>{w.presets.preview}</b>
        {error ? <p className="warn">{errorText(error, language)}</p> : null}
        <Preview preview={error ? null : preview} none={false} />
      </div>
    </Modal>
  );
}

// Own criteria: bands and values are typed at the left; at the right stands what would change before it is applied.
// Relies on `preview-preset` after each pause of typing: it refuses gaps and overlaps and gives every level that changes.
import { Button, Input, Modal } from 'antd';
import { useMemo, useState } from 'react';
import type { ApiError, RiskPointKind } from '../ipc';
import { errorText } from '../parts/fields';
import { attempt } from '../state/actions';
import { useDialogs } from '../state/dialogs';
import { notify } from '../state/notices';
import { presetOf, useTable } from '../state/rows';
import { usePick, useSettings, useVocabulary } from '../state/settings';
import { bothWords, useWords } from '../words';
import { BandEditor } from './BandEditor';
import { copyOf, freeCode, type PresetDraft, wrongPlace } from './draft';
import { Preview, usePreview } from './Preview';
import { ValueEditor } from './ValueEditor';

interface Props {
  code: string;
  kind: RiskPointKind;
}

export function PresetEditor({ code, kind }: Props) {
  const w = useWords();
  const pick = usePick();
  const { presets, levels, point_kinds } = useVocabulary();
  const rows = useTable('criteria_preset');
  const [draft, setDraft] = useState<PresetDraft | null>(() => {
    const own = [...rows.values()]
      .filter((row) => row.code === code)
      .sort((a, b) => b.version - a.version)[0];
    const shipped = presets.find((preset) => preset.code === code);
    const source = own ? presetOf(own) : shipped;
    if (!source) return null;
    if (!shipped) return source;
    const taken = new Set([...presets.map((one) => one.code), ...[...rows.values()].map((row) => row.code)]);
    return copyOf(source, freeCode(code, taken), w.presets.nameOwn(source.name));
  });
  const [kinds, setKinds] = useState<readonly RiskPointKind[]>([kind]);
  const [tab, setTab] = useState<'bands' | 'values'>('bands');
  const choice = useMemo(() => (draft ? { text: draft } : null), [draft]);
  const { preview, error, checking } = usePreview(choice, kinds);
  const close = () => useDialogs.setState({ criteria: null });
  if (!draft) return null;
  const wrong = error ? wrongPlace(draft, error, levels) : null;
  const apply = async () => {
    const done = await attempt({ type: 'apply-preset', preset: { text: draft }, kinds: [...kinds] });
    if (!done) return;
    notify({ kind: 'done', text: bothWords((words) => words.presets.applied) });
    close();
  };
  const save = async () => {
    if (!(await attempt({ type: 'save-preset', preset: draft }))) return;
    notify({ kind: 'done', text: bothWords((words) => words.presets.saved) });
    close();
  };
  const toggle = (own: RiskPointKind) =>
    setKinds(kinds.includes(own) ? kinds.filter((one) => one !== own) : [...kinds, own]);
  const fine = preview !== null && error === null && !checking;
  return (
    <Modal
      open
      width="min(1180px, 96vw)"
      centered
      title={w.presets.title(draft.name)}
      onCancel={close}
      footer={[
        <Button key="cancel" onClick={close} data-testid="preset-cancel">
          {w.common.cancel}
        </Button>,
        <Button key="save" disabled={!fine} onClick={() => void save()} data-testid="preset-save">
          {w.presets.saveOnly}
        </Button>,
        <Button
          key="apply"
          type="primary"
          disabled={!fine || kinds.length === 0}
          onClick={() => void apply()}
          data-testid="preset-apply"
        >
          {w.presets.apply}
        </Button>,
      ]}
    >
      <div className="preset-editor" data-testid="preset-editor">
        <div>
          <div className="form">
            <div className="field wide">
              <label htmlFor="preset-name">{w.presets.name}</label>
              <Input
                id="preset-name"
                value={draft.name}
                onChange={(event) =>
                  setDraft({ ...draft, name: event.target.value, english: event.target.value })
                }
                data-testid="preset-name"
              />
            </div>
          </div>
          <div className="preset-tabs" role="tablist">
            {(['bands', 'values'] as const).map((own) => (
              <button
                key={own}
                type="button"
                role="tab"
                aria-selected={tab === own}
                onClick={() => setTab(own)}
                data-testid={`preset-tab-${own}`}
              >
                {w.presets.tabs[own]}
              </button>
            ))}
          </div>
          <p className="faint">{tab === 'bands' ? w.presets.bandsText : w.presets.valuesText}</p>
          {tab === 'bands' ? (
            <BandEditor preset={draft} wrong={wrong?.band ?? -1} onChange={setDraft} />
          ) : (
            <ValueEditor preset={draft} wrong={wrong?.factor ?? null} onChange={setDraft} />
          )}
          <Verdict error={error} checking={checking} />
        </div>
        <div className="preset-preview">
          <b>{w.presets.forFamilies}</b>
          <div className="preset-families">
            {point_kinds.map((own) => (
              <label key={own.value}>
                <input
                  type="checkbox"
                  checked={kinds.includes(own.value as RiskPointKind)}
                  onChange={() => toggle(own.value as RiskPointKind)}
                  data-testid={`preset-for-${own.value}`}
                />
                {pick(own.name)}
              </label>
            ))}
          </div>
          <b>{w.presets.preview}</b>
          <Preview preview={error ? null : preview} none={kinds.length === 0} />
        </div>
      </div>
    </Modal>
  );
}

function Verdict({ error, checking }: { error: ApiError | null; checking: boolean }) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  return (
    <p
      className="preset-verdict"
      role="status"
      data-ok={checking ? undefined : error === null}
      data-testid="preset-verdict"
    >
      {checking ? w.presets.checking : (errorText(error, language) ?? `✓ ${w.presets.fine}`)}
    </p>
  );
}

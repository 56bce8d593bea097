// Settings of the user on this machine: the name in the operation record, the language.
// Relies on `set-settings`.
import { Modal } from 'antd';
import { BareTextField } from '../parts/fields';
import { keepSettings, useSettings } from '../state/settings';
import { useSurface } from '../state/store';
import { useWords } from '../words';

export function SettingsDialog() {
  const w = useWords();
  const start = useSettings((state) => state.start);
  const language = useSettings((state) => state.language);
  if (!start) return null;
  return (
    <Modal
      open
      width={420}
      title={w.menu.settings}
      footer={null}
      onCancel={() => useSurface.setState({ settings: false })}
    >
      <div className="form">
        <BareTextField
          value={start.settings.actor}
          keep={(actor) => keepSettings({ actor })}
          label={w.settings.actor}
          placeholder={start.actor}
          hint={w.settings.actorHint}
          wide
          testid="settings-actor"
        />
        <div className="field wide">
          <span className="label">{w.settings.language}</span>
          <div className="choices" role="radiogroup">
            {(['zh-CN', 'en'] as const).map((own) => (
              <button
                key={own}
                type="button"
                role="radio"
                aria-checked={language === own}
                onClick={() => void keepSettings({ language: own })}
              >
                {own === 'en' ? 'English' : '简体中文'}
              </button>
            ))}
          </div>
        </div>
      </div>
    </Modal>
  );
}

// The values that each factor may have while they are edited, with the first of their texts.
// Relies on Rust to refuse what does not fall. Other wordings stay as they are.
import { Input } from 'antd';
import type { Preset } from '../ipc';
import { Icon } from '../parts/icons';
import { useSettings } from '../state/settings';
import { useWords } from '../words';
import { withNewValue, withoutValue, withValue } from './draft';

interface Props {
  preset: Preset;
  /** Symbol of the factor that is wrong. */
  wrong: string | null;
  onChange: (preset: Preset) => void;
}

export function ValueEditor({ preset, wrong, onChange }: Props) {
  const w = useWords();
  const english = useSettings((state) => state.language === 'en');
  return (
    <div className="value-editor" data-testid="value-editor">
      {preset.factors.map((factor, place) => (
        <section key={factor.symbol} data-wrong={factor.symbol === wrong || undefined}>
          <h4>
            {factor.symbol} {english ? factor.english : factor.name}
          </h4>
          {factor.values.map((own, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: values are known by their place
            <div key={index} className="value-line">
              <Input
                size="small"
                value={own.value}
                inputMode="decimal"
                status={factor.symbol === wrong ? 'error' : ''}
                aria-label={`${factor.symbol} ${index + 1}`}
                onChange={(event) =>
                  onChange(withValue(preset, place, index, { value: event.target.value.trim() }))
                }
                data-testid={`value-${factor.symbol}-${index}`}
              />
              <Input
                size="small"
                value={own.texts[0] ?? ''}
                title={own.texts.join('；')}
                onChange={(event) => onChange(withValue(preset, place, index, { text: event.target.value }))}
              />
              {factor.values.length > 2 ? (
                <button
                  type="button"
                  className="ib tiny"
                  title={w.presets.removeValue}
                  onClick={() => onChange(withoutValue(preset, place, index))}
                >
                  <Icon name="close" size={12} />
                </button>
              ) : (
                <span />
              )}
            </div>
          ))}
          <button type="button" className="link" onClick={() => onChange(withNewValue(preset, place))}>
            ＋ {w.presets.addValue}
          </button>
        </section>
      ))}
    </div>
  );
}

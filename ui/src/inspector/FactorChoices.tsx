// The values of each factor side by side, with the words of the one that is chosen or looked at.
// Relies on the criteria's own values and texts; others cannot be chosen.
import { useState } from 'react';
import type { FactorTable, FactorValue, Preset } from '../ipc';
import { useSettings } from '../state/settings';

interface Props {
  preset: Preset;
  values: readonly (string | null)[];
  onChoose: (factor: number, value: string) => void;
}

export function FactorChoices({ preset, values, onChoose }: Props) {
  return (
    <div className="factors">
      {preset.factors.map((factor, index) => (
        <Factor
          key={factor.symbol}
          factor={factor}
          value={values[index] ?? null}
          onChoose={(value) => onChoose(index, value)}
        />
      ))}
    </div>
  );
}

interface FactorProps {
  factor: FactorTable;
  value: string | null;
  onChoose: (value: string) => void;
}

function Factor({ factor, value, onChoose }: FactorProps) {
  const english = useSettings((state) => state.language === 'en');
  const [looked, setLooked] = useState<string | null>(null);
  const shown = factor.values.find((own) => own.value === (looked ?? value));
  const step = (by: number) => {
    const index = factor.values.findIndex((own) => own.value === value);
    const next = factor.values[Math.max(0, Math.min(factor.values.length - 1, index + by))];
    if (next && next.value !== value) onChoose(next.value);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    step(by);
  };
  return (
    <div className="factor" data-testid={`factor-${factor.symbol}`}>
      <div className="factor-name">
        <b>{factor.symbol}</b> {english ? factor.english : factor.name}
      </div>
      <div
        className="factor-values"
        role="radiogroup"
        aria-label={`${factor.symbol} ${factor.name}`}
        onKeyDown={onKeyDown}
        onMouseLeave={() => setLooked(null)}
      >
        {factor.values.map((own) => (
          <button
            key={own.value}
            type="button"
            role="radio"
            aria-checked={own.value === value}
            data-testid={`factor-${factor.symbol}-${own.value}`}
            onClick={() => onChoose(own.value)}
            onMouseEnter={() => setLooked(own.value)}
            onFocus={() => setLooked(own.value)}
            onBlur={() => setLooked(null)}
          >
            {own.value}
          </button>
        ))}
      </div>
      <Criterion factor={factor} value={shown} english={english} />
    </div>
  );
}

interface CriterionProps {
  factor: FactorTable;
  value: FactorValue | undefined;
  english: boolean;
}

function Criterion({ factor, value, english }: CriterionProps) {
  if (!value) return <p className="criterion">{'\u00a0'}</p>;
  if (english) return <p className="criterion">{value.english}</p>;
  const aspects = factor.aspects ?? [];
  if (aspects.length > 0) {
    return (
      <ul className="criterion">
        {aspects.map((aspect, index) => (
          <li key={aspect}>
            <i>{aspect}</i> {value.texts[index]}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <p className="criterion">
      {value.texts.join('；')}
      {value.also?.length ? <i> {value.also.join('；')}</i> : null}
    </p>
  );
}

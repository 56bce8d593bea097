// The bands of criteria while they are edited, greatest first, with the strip they make.
// Relies on Rust for which band leaves a gap or overlaps; the strip is a drawing.
import { Input, Select } from 'antd';
import type { Preset, RiskLevel } from '../ipc';
import { Icon } from '../parts/icons';
import { LevelSwatch } from '../parts/Level';
import { rangeOf, scoreSymbol } from '../scoring/BandTable';
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { type BoundKind, boundOf, withBand, withBound, withNewBand, withoutBand } from './draft';

interface Props {
  preset: Preset;
  /** Which band is wrong, by its place; -1 for none. */
  wrong: number;
  onChange: (preset: Preset) => void;
}

export function BandEditor({ preset, wrong, onChange }: Props) {
  const w = useWords();
  const pick = usePick();
  const { levels } = useVocabulary();
  const symbol = scoreSymbol(preset);
  const options = levels.map((level) => ({
    value: level.value,
    label: (
      <span className="menu-place">
        <LevelSwatch level={level.value} /> {pick(level.short)}
      </span>
    ),
  }));
  return (
    <div className="band-editor" data-testid="band-editor">
      <div className="band-strip" aria-hidden="true">
        {[...preset.bands].reverse().map((band, index) => {
          const place = preset.bands.length - 1 - index;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: bands are known by their place
            <i key={index} data-level={band.level} data-wrong={place === wrong || undefined}>
              <small>{boundOf(band)?.text ?? ''}</small>
            </i>
          );
        })}
      </div>
      {preset.bands.map((band, index) => {
        const bound = boundOf(band);
        const set = (kind: BoundKind, text: string) =>
          onChange(withBand(preset, index, withBound(band, { kind, text })));
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: bands are known by their place
            key={index}
            className="band-line"
            data-wrong={index === wrong || undefined}
            data-testid="band-line"
          >
            <Select
              size="small"
              value={band.level}
              options={options}
              aria-label={w.presets.level}
              onChange={(level: string) =>
                onChange(withBand(preset, index, { ...band, level: level as RiskLevel }))
              }
            />
            {bound ? (
              <>
                <Select
                  size="small"
                  value={bound.kind}
                  options={[
                    { value: 'at_least', label: `${symbol} ≥` },
                    { value: 'above', label: `${symbol} >` },
                  ]}
                  aria-label={w.presets.edge}
                  onChange={(kind: string) => set(kind as BoundKind, bound.text)}
                />
                <Input
                  size="small"
                  value={bound.text}
                  inputMode="decimal"
                  status={index === wrong ? 'error' : ''}
                  aria-label={w.presets.bound}
                  onChange={(event) => set(bound.kind, event.target.value.trim())}
                  data-testid={`band-bound-${index}`}
                />
              </>
            ) : (
              <span className="faint band-rest">{w.presets.rest}</span>
            )}
            <span className="band-range">{rangeOf(preset.bands, index, symbol)}</span>
            <Input
              size="small"
              value={band.name}
              placeholder={w.presets.bandName}
              onChange={(event) => onChange(withBand(preset, index, { ...band, name: event.target.value }))}
            />
            {bound && preset.bands.length > 2 ? (
              <button
                type="button"
                className="ib tiny"
                title={w.presets.removeBand}
                onClick={() => onChange(withoutBand(preset, index))}
              >
                <Icon name="close" size={12} />
              </button>
            ) : (
              <span />
            )}
          </div>
        );
      })}
      <button
        type="button"
        className="link"
        onClick={() => onChange(withNewBand(preset, preset.bands.at(-1)?.level ?? 'low'))}
        data-testid="band-add"
      >
        ＋ {w.presets.addBand}
      </button>
    </div>
  );
}

// The bands of criteria one below the other, with their ranges and what they mean; the one that holds is marked.
// Relies on the bands' own bounds and on Rust for which one holds.
import type { Band, Preset, RiskLevel } from '../ipc';
import { LevelSwatch, useLevelName } from '../parts/Level';

interface Props {
  preset: Preset;
  level: RiskLevel | null;
  /** What the criteria call the band that holds. */
  band: string | null;
  score: string | null;
}

export function scoreSymbol(preset: Preset): string {
  return preset.method === 'lec' ? 'D' : 'R';
}

/** The range of a band between its own bound and the one of the band above: words, no judgement. */
export function rangeOf(bands: readonly Band[], index: number, symbol: string): string {
  const [own, above] = [bands[index], bands[index - 1]];
  const low = own?.at_least ? `${own.at_least} ≤ ` : own?.above ? `${own.above} < ` : '';
  const high = above?.at_least ? ` < ${above.at_least}` : above?.above ? ` ≤ ${above.above}` : '';
  if (low && !high) return own?.at_least ? `${symbol} ≥ ${own.at_least}` : `${symbol} > ${own?.above}`;
  return `${low}${symbol}${high}`;
}

export function BandTable({ preset, level, band, score }: Props) {
  const name = useLevelName();
  const symbol = scoreSymbol(preset);
  return (
    <ul className="band-table" data-testid="band-table">
      {preset.bands.map((own, index) => {
        const holds = own.level === level && (band === null || band === own.name);
        return (
          <li
            key={`${own.name}${own.at_least ?? own.above ?? ''}`}
            aria-current={holds || undefined}
            data-level={own.level}
          >
            <LevelSwatch level={own.level} />
            <span>{rangeOf(preset.bands, index, symbol)}</span>
            <em>{own.name || name(own.level)}</em>
            {holds && score ? <b>{score}</b> : null}
          </li>
        );
      })}
    </ul>
  );
}

// The bands of the criteria side by side, with a mark where the score lies.
// Relies on the bands' own bounds. The mark is a drawing: the level itself is Rust's word.
import type { Band, Preset } from '../ipc';

function boundOf(band: Band | undefined): number {
  return Number(band?.at_least ?? band?.above ?? 0);
}

/** Where a score lies between 0 and 1, each band taking the same width; the greatest band has no end. */
export function placeOnRuler(bands: readonly Band[], score: number): number {
  const rising = [...bands].reverse();
  const index = Math.max(
    0,
    rising.findLastIndex((band) => score >= boundOf(band)),
  );
  const [from, to] = [
    boundOf(rising[index]),
    index + 1 < rising.length ? boundOf(rising[index + 1]) : Number.NaN,
  ];
  const within = Number.isNaN(to)
    ? 1 - from / Math.max(score, from, 1e-9)
    : (score - from) / (to - from || 1);
  return (index + Math.max(0, Math.min(1, within))) / rising.length;
}

export function Ruler({ preset, score }: { preset: Preset; score: string | null }) {
  const rising = [...preset.bands].reverse();
  const place = score === null ? null : placeOnRuler(preset.bands, Number(score));
  return (
    <div className="ruler" aria-hidden="true">
      <div className="ruler-bands">
        {rising.map((band) => (
          <i key={`${band.name}${band.at_least ?? band.above ?? ''}`} data-level={band.level} />
        ))}
      </div>
      {rising.slice(1).map((band, index) => (
        <small key={band.name} style={{ left: `${((index + 1) / rising.length) * 100}%` }}>
          {band.at_least ?? band.above}
        </small>
      ))}
      {place === null ? null : <u style={{ left: `${place * 100}%` }} data-testid="ruler-mark" />}
    </div>
  );
}

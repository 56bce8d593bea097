// Criteria while they are edited: bands and values as texts, whatever they are.
// Relies on Rust to say what is wrong with them. Keeps only what one gesture does to them.
import type { ApiError, Band, FactorTable, LevelEntry, Preset, RiskLevel } from '../ipc';

/** Criteria as they are typed. */
export type PresetDraft = Preset;

/** A copy under its own code, so that a shipped preset stays as it is. */
export function copyOf(preset: Preset, code: string, name: string): Preset {
  return { ...preset, code, version: 1, name, english: name };
}

/** A code that no other preset has, made of the one it comes from. */
export function freeCode(base: string, taken: ReadonlySet<string>): string {
  const stem = base.replace(/-own(-\d+)?$/, '');
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? `${stem}-own` : `${stem}-own-${number}`;
    if (!taken.has(code)) return code;
  }
}

export type BoundKind = 'at_least' | 'above';

export function boundOf(band: Band): { kind: BoundKind; text: string } | null {
  if (band.above !== undefined && band.above !== null) return { kind: 'above', text: band.above };
  if (band.at_least !== undefined && band.at_least !== null) return { kind: 'at_least', text: band.at_least };
  return null;
}

export function withBound(band: Band, bound: { kind: BoundKind; text: string } | null): Band {
  const { level, name } = band;
  return bound ? { level, name, [bound.kind]: bound.text } : { level, name };
}

export function withBand(preset: Preset, index: number, band: Band): Preset {
  return { ...preset, bands: preset.bands.map((own, place) => (place === index ? band : own)) };
}

/** A new band stands above the last one and begins where it can be typed over. */
export function withNewBand(preset: Preset, level: RiskLevel): Preset {
  const last = preset.bands.length - 1;
  const band: Band = { level, name: '', at_least: '' };
  return { ...preset, bands: [...preset.bands.slice(0, last), band, ...preset.bands.slice(last)] };
}

/** Without a band; the last one takes everything below and stays. */
export function withoutBand(preset: Preset, index: number): Preset {
  if (index === preset.bands.length - 1 || preset.bands.length < 2) return preset;
  return { ...preset, bands: preset.bands.filter((_, place) => place !== index) };
}

function withFactor(preset: Preset, index: number, factor: FactorTable): Preset {
  return { ...preset, factors: preset.factors.map((own, place) => (place === index ? factor : own)) };
}

export function withValue(
  preset: Preset,
  factor: number,
  index: number,
  change: { value?: string; text?: string },
): Preset {
  const table = preset.factors[factor];
  if (!table) return preset;
  const values = table.values.map((own, place) =>
    place === index
      ? {
          ...own,
          value: change.value ?? own.value,
          texts: change.text === undefined ? own.texts : [change.text, ...own.texts.slice(1)],
        }
      : own,
  );
  return withFactor(preset, factor, { ...table, values });
}

export function withNewValue(preset: Preset, factor: number): Preset {
  const table = preset.factors[factor];
  if (!table) return preset;
  const texts = (table.aspects ?? []).length > 0 ? (table.aspects ?? []).map(() => '—') : ['—'];
  const value = { value: '', texts, english: '' };
  return withFactor(preset, factor, { ...table, values: [...table.values, value] });
}

export function withoutValue(preset: Preset, factor: number, index: number): Preset {
  const table = preset.factors[factor];
  if (!table || table.values.length < 2) return preset;
  return withFactor(preset, factor, { ...table, values: table.values.filter((_, place) => place !== index) });
}

/** Where the trouble is, as far as the words name it: a band or a factor, to be marked. */
export function wrongPlace(
  preset: Preset,
  error: ApiError,
  levels: readonly LevelEntry[],
): { band: number; factor: string | null } {
  const factor = preset.factors.find((own) => error.chinese.includes(`因素 ${own.symbol} `));
  if (factor) return { band: -1, factor: factor.symbol };
  const named = /“([^”]*)”/.exec(error.chinese)?.[1];
  const level = (band: Band) => levels.find((own) => own.value === band.level)?.name.chinese;
  const byName = preset.bands.findIndex(
    (band) => named !== undefined && (band.name || level(band)) === named,
  );
  return { band: byName >= 0 ? byName : firstUneven(preset.bands), factor: null };
}

/** The first band that does not begin below the one above it. A drawing aid: the refusal itself is Rust's. */
function firstUneven(bands: readonly Band[]): number {
  return bands.findIndex((band, index) => {
    const [own, above] = [boundOf(band), index > 0 ? boundOf(bands[index - 1] ?? band) : null];
    if (!own) return index < bands.length - 1;
    const value = own.text.trim() === '' ? Number.NaN : Number(own.text);
    return Number.isNaN(value) || (above !== null && value >= Number(above.text));
  });
}

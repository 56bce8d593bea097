// Sorting and filtering of rows of texts, fast enough for ten thousand.
// Relies on cells that are texts already. Levels and numbers are put in order by what they mean, not by their words.

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** How the texts of a column compare. */
export type Comparison = 'text' | 'number' | 'code' | ReadonlyMap<string, number>;

/** Numbers by their size, digits padded, so that codes compare without a collator. */
function codeKey(text: string): string {
  return text.replace(/\d+/g, (digits) => digits.padStart(9, '0'));
}

/** A place in the order for each different text; the collator is slow, so every text is placed once. */
function textRanks(texts: readonly string[]): ReadonlyMap<string, number> {
  const different = [...new Set(texts)].sort(collator.compare);
  return new Map(different.map((text, index) => [text, index]));
}

/** What texts are compared by. Costly for words, so whoever keeps the texts may keep it, too. */
export type Keys = readonly (number | string)[];

export function keysOf(texts: readonly string[], comparison: Comparison): Keys {
  if (comparison === 'number') return texts.map((text) => (text === '' ? Number.NaN : Number(text)));
  if (comparison === 'code') return texts.map(codeKey);
  const ranks = comparison === 'text' ? textRanks(texts) : comparison;
  return texts.map((text) => ranks.get(text) ?? Number.NaN);
}

/** Places of rows in order. Empty cells come last both ways; equal ones keep their places. */
export function orderOf(
  texts: readonly string[],
  comparison: Comparison,
  descending: boolean,
  keys: Keys = keysOf(texts, comparison),
): readonly number[] {
  const sign = descending ? -1 : 1;
  const empty = texts.map((text, index) => text === '' || Number.isNaN(keys[index]));
  return texts
    .map((_, index) => index)
    .sort((a, b) => {
      if (empty[a] || empty[b]) return Number(empty[a]) - Number(empty[b]) || a - b;
      const [left, right] = [keys[a] ?? 0, keys[b] ?? 0];
      return left < right ? -sign : left > right ? sign : a - b;
    });
}

/** Whether a row holds every word, in whichever cell. */
export function wordsOfFilter(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

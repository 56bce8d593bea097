// Sorting and filtering of rows of texts, fast enough for ten thousand.
// Relies on cells that are texts already. Levels and numbers are put in order by what they mean, not by their words.

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** How the texts of a column compare. */
export type Comparison = 'text' | 'number' | 'code' | ReadonlyMap<string, number>;

const ZERO = 48;
const NINE = 57;
/** Numbers of codes are compared as if they had so many digits. */
const DIGITS = '000000000';

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** Numbers by their size, digits padded, so that codes compare without a collator. */
function codeKey(text: string): string {
  let key = '';
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isDigit(text.charCodeAt(at))) continue;
    const from = at;
    while (isDigit(text.charCodeAt(at + 1))) at += 1;
    key += text.slice(done, from) + DIGITS.slice(Math.min(DIGITS.length, at + 1 - from));
    done = from;
  }
  return key + text.slice(done);
}

interface Ranks {
  /** Every text that was ever asked for, in order. */
  sorted: readonly string[];
  places: ReadonlyMap<string, number>;
}

const NO_RANKS: Ranks = { sorted: [], places: new Map() };

/** Whether the digits of all texts stand in the same places, so that they compare as they are. */
function areAlike(texts: readonly string[]): boolean {
  const first = texts[0] ?? '';
  return texts.every((text) => {
    if (text.length !== first.length) return false;
    for (let at = 0; at < text.length; at += 1)
      if (isDigit(text.charCodeAt(at)) !== isDigit(first.charCodeAt(at))) return false;
    return true;
  });
}

/** Texts of a comparison in order; `code` sorts by a key that is made once for each. */
function inOrder(texts: readonly string[], comparison: 'text' | 'code'): string[] {
  if (comparison === 'text') return [...texts].sort(collator.compare);
  if (areAlike(texts)) return [...texts].sort();
  const byKey = new Map(texts.map((text) => [fullKey(text), text]));
  return [...byKey.keys()].sort().map((key) => byKey.get(key) ?? '');
}

/** Codes that differ by leading zeros alone are still two. */
function fullKey(text: string): string {
  return `${codeKey(text)}\u0000${text}`;
}

function isBefore(one: string, other: string, comparison: 'text' | 'code'): boolean {
  if (comparison === 'text') return collator.compare(one, other) < 0;
  return fullKey(one) < fullKey(other);
}

function withOne(sorted: readonly string[], text: string, comparison: 'text' | 'code'): readonly string[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle] ?? '', text, comparison)) low = middle + 1;
    else high = middle;
  }
  return [...sorted.slice(0, low), text, ...sorted.slice(low)];
}

/** So many new texts are put among the others one by one; more are sorted with them. */
const FEW = 16;

/** Ranks that know every text: a typed cell is put in its place, and only many new texts are sorted. */
export function ranksFor(known: Ranks, texts: readonly string[], comparison: 'text' | 'code'): Ranks {
  const fresh = new Set<string>();
  for (const text of texts) if (!known.places.has(text)) fresh.add(text);
  if (fresh.size === 0) return known;
  // What was typed over long ago is forgotten at last.
  const some = fresh.size <= FEW && known.sorted.length < 2 * texts.length + FEW;
  const sorted = some
    ? [...fresh].reduce<readonly string[]>((all, text) => withOne(all, text, comparison), known.sorted)
    : inOrder([...new Set(texts)], comparison);
  return { sorted, places: new Map(sorted.map((text, index) => [text, index])) };
}

const remembered = new Map<string, Ranks>();

/** The place of each text among all of its column; the collator is slow, so every text is placed once. */
function textPlaces(
  texts: readonly string[],
  comparison: 'text' | 'code',
  column: string | undefined,
): ReadonlyMap<string, number> {
  const name = `${comparison}/${column}`;
  const ranks = ranksFor((column && remembered.get(name)) || NO_RANKS, texts, comparison);
  if (column) remembered.set(name, ranks);
  return ranks.places;
}

function numberPlaces(texts: readonly string[]): ReadonlyMap<string, number> {
  const different = [...new Set(texts)].map((text) => ({
    text,
    value: text === '' ? Number.NaN : Number(text),
  }));
  const sorted = different.filter((own) => !Number.isNaN(own.value)).sort((a, b) => a.value - b.value);
  const places = new Map<string, number>();
  let [place, before] = [-1, Number.NaN];
  for (const { text, value } of sorted) {
    if (value !== before) place += 1;
    before = value;
    places.set(text, place);
  }
  return places;
}

function placesOf(
  texts: readonly string[],
  comparison: Comparison,
  column: string | undefined,
): ReadonlyMap<string, number> {
  if (comparison === 'number') return numberPlaces(texts);
  if (comparison === 'text' || comparison === 'code') return textPlaces(texts, comparison, column);
  return comparison;
}

/** Places of rows in order. Empty cells come last both ways; equal ones keep their places. With the name of their column,
 * what was found out about its texts is kept for the next time. */
export function orderOf(
  texts: readonly string[],
  comparison: Comparison,
  descending: boolean,
  column?: string,
): readonly number[] {
  const places = placesOf(texts, comparison, column);
  const count = texts.length;
  let last = 0;
  for (const place of places.values()) if (place > last) last = place;
  // One number for each row, its rank before its place, so that sorting calls nobody.
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    const text = texts[index] ?? '';
    const rank = text === '' ? undefined : places.get(text);
    keys[index] = (rank === undefined ? last + 1 : descending ? last - rank : rank) * count + index;
  }
  keys.sort();
  const order: number[] = [];
  for (const key of keys) order.push(key % count);
  return order;
}

/** Whether a row holds every word, in whichever cell. */
export function wordsOfFilter(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

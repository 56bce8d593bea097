// What the palette finds: commands, points, zones, floors, pages.
// Relies on a text for each entry. Knows nothing of how a list is shown.

export interface PaletteEntry {
  key: string;
  group: 'command' | 'point' | 'zone' | 'place';
  title: string;
  note: string;
  level?: string | null;
  go: () => void;
}

/** How well a text answers what was typed; 0 when not at all. Letters may be left out, their order may not change. */
export function matchOf(text: string, typed: string): number {
  const [whole, wanted] = [text.toLowerCase(), typed.toLowerCase().trim()];
  if (wanted === '') return 1;
  const at = whole.indexOf(wanted);
  if (at >= 0) return 1000 - Math.min(at, 400) - Math.min(whole.length, 300);
  let from = 0;
  let gaps = 0;
  for (const letter of wanted.replace(/\s+/g, '')) {
    const found = whole.indexOf(letter, from);
    if (found < 0) return 0;
    gaps += found - from;
    from = found + 1;
  }
  return Math.max(1, 200 - gaps);
}

/** The best entries, commands before rows when equally good. */
export function found(entries: readonly PaletteEntry[], typed: string, most: number): PaletteEntry[] {
  const own = entries
    .map((entry, index) => ({ entry, index, value: matchOf(`${entry.title} ${entry.note}`, typed) }))
    .filter(({ value }) => value > 0);
  own.sort((a, b) => b.value - a.value || a.index - b.index);
  return own.slice(0, most).map(({ entry }) => entry);
}

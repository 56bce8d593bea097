// What the program said at the start: the words of the field, the user's settings, the language of the window.
// Relies on `start` and `vocabulary`. Knows nothing of projects.
import { create } from 'zustand';
import { backend } from '../backend';
import type { Language, RecentFile, RiskLevel, Settings, Start, Vocabulary, Words } from '../ipc';

interface SettingsState {
  start: Start | null;
  vocabulary: Vocabulary | null;
  language: Language;
  /** Large type for a room that looks at a projection. */
  projector: boolean;
}

export const useSettings = create<SettingsState>(() => ({
  start: null,
  vocabulary: null,
  language: 'zh-CN',
  projector: false,
}));

export function pick(words: Words, language: Language): string {
  return PICKERS[language](words);
}

const PICKERS: Record<Language, (words: Words) => string> = {
  'zh-CN': (words) => words.chinese,
  en: (words) => words.english,
};

/** Picks the window's language out of words that come from Rust. The same function as long as the language is. */
export function usePick(): (words: Words) => string {
  return PICKERS[useSettings((state) => state.language)];
}

/** The words of the field. Only used below the place that waits for them. */
export function useVocabulary(): Vocabulary {
  const vocabulary = useSettings((state) => state.vocabulary);
  if (!vocabulary) throw new Error('the vocabulary is not there yet');
  return vocabulary;
}

export async function readStart(): Promise<void> {
  const [start, vocabulary] = await Promise.all([
    backend().call('start', {}),
    backend().call('vocabulary', {}),
  ]);
  useSettings.setState({ start, vocabulary, language: start.settings.language });
}

export async function readRecent(): Promise<void> {
  useSettings.setState({ start: await backend().call('start', {}) });
}

/** Puts a file first among those used last. */
export async function rememberFile(file: RecentFile): Promise<void> {
  const { settings } = await backend().call('start', {});
  const others = settings.recent.filter((own) => own.path !== file.path);
  await keepSettings({ recent: [file, ...others] });
}

export async function keepSettings(change: Partial<Settings>): Promise<void> {
  // What the program keeps by itself (the files used last) is asked for again, so as not to put an old list back.
  const { settings } = await backend().call('start', {});
  const next = await backend().call('set-settings', { ...settings, ...change });
  const start = await backend().call('start', {});
  useSettings.setState({ start, language: next.language });
}

let shown: string | null = null;

/** Puts the colours of the levels where style sheets find them. A change of theirs styles the whole page anew. */
export function showColours(vocabulary: Vocabulary, set: 'print' | 'pure'): void {
  if (shown === set) return;
  shown = set;
  const { style } = document.documentElement;
  for (const level of vocabulary.levels) {
    const look = level[set];
    style.setProperty(`--${level.value}-fill`, `rgb(${look.fill.rgb.join(' ')})`);
    style.setProperty(`--${level.value}-text`, `rgb(${look.text.rgb.join(' ')})`);
    style.setProperty(`--${level.value}-outline`, `rgb(${look.outline.rgb.join(' ')})`);
  }
}

export function levelEntry(vocabulary: Vocabulary, level: RiskLevel) {
  return vocabulary.levels.find((own) => own.value === level);
}

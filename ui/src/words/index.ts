// The words of the window in both languages.
// Relies on one type for both, so that a missing word does not compile. Words of the field come from Rust.

import type { Language } from '../ipc';
import { useSettings } from '../state/settings';
import { en } from './en';
import { type Dictionary, zh } from './zh';

export type { Dictionary } from './zh';

export function wordsOf(language: Language): Dictionary {
  return language === 'en' ? en : zh;
}

export function useWords(): Dictionary {
  return wordsOf(useSettings((state) => state.language));
}

/** A text in both languages, for messages that outlive a switch. */
export function bothWords(choose: (words: Dictionary) => string): { chinese: string; english: string } {
  return { chinese: choose(zh), english: choose(en) };
}

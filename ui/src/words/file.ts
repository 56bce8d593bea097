// The words of merging, looking back, handing over, versions and recovery, in both languages.
// Relies on one type for both, so that a missing word does not compile. Words of the field come from Rust.
import type { Language } from '../ipc';
import { useSettings } from '../state/settings';
import { fileEn } from './file.en';
import { type FileWords, fileZh } from './file.zh';

export type { FileWords } from './file.zh';

export function fileWordsOf(language: Language): FileWords {
  return language === 'en' ? fileEn : fileZh;
}

export function useFileWords(): FileWords {
  return fileWordsOf(useSettings((state) => state.language));
}

/** A text in both languages, for messages that outlive a switch. */
export function bothFileWords(choose: (words: FileWords) => string): { chinese: string; english: string } {
  return { chinese: choose(fileZh), english: choose(fileEn) };
}

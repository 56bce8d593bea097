// What the library panel shows: whether it is open, what is looked for, which entry is in hand.
// Relies on nothing but the stores. Finding entries is Rust's.
import { create } from 'zustand';
import type { EntryLine, RiskPointKind, Site } from '../ipc';

interface LibraryState {
  open: boolean;
  query: string;
  kind: RiskPointKind | null;
  site: Site | null;
  /** The entry whose page is open. */
  shown: string | null;
  /** The entry that the next click on the plan places. */
  armed: EntryLine | null;
  /** Whose scores the suggested ones become; `null` when nothing is scored. */
  scoreAs: string | null;
  /** The point that was placed last: selecting it leaves the panel open. */
  placed: string | null;
  /** Grows when the library itself has changed. */
  stamp: number;
}

export const useLibrary = create<LibraryState>(() => ({
  open: false,
  query: '',
  kind: null,
  site: null,
  shown: null,
  armed: null,
  scoreAs: null,
  placed: null,
  stamp: 0,
}));

export function openLibrary(open: boolean): void {
  useLibrary.setState(open ? { open } : { open, armed: null });
}

export function libraryChanged(): void {
  useLibrary.setState(({ stamp }) => ({ stamp: stamp + 1 }));
}

// What of the project's file is open above the page: a merge, the past, a hand-over, versions, a damaged file.
// Relies on nothing. Knows nothing of how each of them looks.
import { create } from 'zustand';
import type { ApiError, OutsideView, Received, RecoveredView } from '../ipc';

/** A project file that is looked at beside the open one. */
export interface Looked {
  path: string;
  /** What it is called, for people. */
  title: string;
  /** Whether the open project can be made what it is. */
  isVersion: boolean;
}

export interface Filing {
  /** Copies to be merged; `null` when no merge is under way. */
  merge: readonly string[] | null;
  /** A project file that was dropped on the window or sent to it while another one was open. */
  dropped: string | null;
  /** The step of the record after which the project is looked at. */
  past: number | null;
  handOver: boolean;
  received: Received | null;
  versions: boolean;
  backup: 'make' | 'open' | null;
  looked: Looked | null;
  /** A file that could not be opened. */
  damaged: { path: string; error: ApiError } | null;
  recovered: RecoveredView | null;
  /** What became of the open project's file. */
  outside: OutsideView;
  /** The change from outside that the user wants to decide on later. */
  later: string | null;
}

export const NOTHING_OPEN: Filing = {
  merge: null,
  dropped: null,
  past: null,
  handOver: false,
  received: null,
  versions: false,
  backup: null,
  looked: null,
  damaged: null,
  recovered: null,
  outside: { state: 'same' },
  later: null,
};

export const useFiling = create<Filing>(() => NOTHING_OPEN);

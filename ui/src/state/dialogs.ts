// Which dialog of identification and evaluation is open above the page.
// Relies on one of a kind at a time. Knows nothing of what stands in them.
import { create } from 'zustand';
import type { RiskPointKind } from '../ipc';

interface Dialogs {
  /** The point whose score sheet is open. */
  scoreSheet: string | null;
  /** Sheets of assessors, out and in. */
  assessorSheets: boolean;
  /** Criteria that are edited, and the list family that they were opened for. */
  criteria: { code: string; kind: RiskPointKind } | null;
  /** The point that is to be kept in the user's library. */
  keepEntry: string | null;
  /** The room that shows panels by itself. */
  dutyRoom: boolean;
}

export const NO_DIALOGS: Dialogs = {
  scoreSheet: null,
  assessorSheets: false,
  criteria: null,
  keepEntry: null,
  dutyRoom: false,
};

export const useDialogs = create<Dialogs>(() => NO_DIALOGS);

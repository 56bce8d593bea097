// Which page of the sixth step is shown, and what is open on it.
// Relies on nothing. Other screens open a danger or a day through it.
import { create } from 'zustand';
import { today } from '../format/day';
import { useView } from '../state/store';

export const INSPECT_TABS = ['plans', 'tasks', 'dangers', 'todo', 'statistics', 'base'] as const;
export type InspectTab = (typeof INSPECT_TABS)[number];

/** What a new danger is known to be about, before anything was typed. */
export interface Reporting {
  point: string | null;
  floor: string | null;
  position: [number, number] | null;
}

interface InspectState {
  tab: InspectTab;
  /** The danger whose case is open. */
  danger: string | null;
  /** The day that the list of tasks shows. */
  day: string;
  /** The report that is being written. */
  reporting: Reporting | null;
}

export const useInspect = create<InspectState>(() => ({
  tab: 'plans',
  danger: null,
  day: today(),
  reporting: null,
}));

export function openTab(tab: InspectTab): void {
  useView.setState({ step: 'inspect' });
  useInspect.setState({ tab, danger: null });
}

/** Opens the case of a danger, from wherever the user is. */
export function openDanger(danger: string): void {
  useView.setState({ step: 'inspect' });
  useInspect.setState({ tab: 'dangers', danger });
}

/** Begins a report. */
export function openReport(about: Partial<Reporting> = {}): void {
  useInspect.setState({ reporting: { point: null, floor: null, position: null, ...about } });
}

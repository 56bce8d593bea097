// Places that were clicked and wait for a number or a word from the user: a calibration, a room that was found.
// Relies on panels to show it. Nothing of it is stored.
import { create } from 'zustand';
import type { Point, Reference } from '../ipc';
import type { PlacesFor } from './tools/tool';

export type Asked = Extract<PlacesFor, 'calibrate' | 'rooms' | 'tie'>;

interface Asking {
  what: Asked | null;
  points: readonly Point[];
  /** Counts the questions, so that the same place can be asked about again. */
  count: number;
  /** Lengths of a picture that are known so far. */
  references: readonly Reference[];
}

export const useAsking = create<Asking>(() => ({ what: null, points: [], count: 0, references: [] }));

export function askFor(what: Asked, points: readonly Point[]): void {
  useAsking.setState(({ count }) => ({ what, points, count: count + 1 }));
}

/** Keeps a length and waits for another one. */
export function oneMore(references: readonly Reference[]): void {
  useAsking.setState({ what: null, points: [], references });
}

export function asked(): void {
  useAsking.setState({ what: null, points: [], references: [] });
}

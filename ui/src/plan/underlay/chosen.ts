// The pictures of the shown floor, and the one that tools work on.
// Relies on the shown floor's plan being there.
import { create } from 'zustand';
import type { Underlay } from '../../ipc';
import { useProject, useView } from '../../state/store';

export const useChosenUnderlay = create<{ id: string | null }>(() => ({ id: null }));

const NONE: readonly Underlay[] = [];

export function useUnderlays(): readonly Underlay[] {
  const floor = useView((view) => view.floor);
  return useProject((state) => (floor ? (state.project?.plans.get(floor)?.underlays ?? NONE) : NONE));
}

/** The picture that tools work on: the chosen one, else the topmost that is shown. */
export function underlayInHand(underlays: readonly Underlay[], id: string | null): Underlay | null {
  const open = underlays.filter((own) => !own.hidden);
  return open.find((own) => own.id === id) ?? open.findLast((own) => !own.locked) ?? open.at(-1) ?? null;
}

// How the plan is shown: what is coloured, which parts are seen, what lies beside and below it.
// Relies on nothing else. Never stored in the project: it is the user's way of looking.
import { create } from 'zustand';

export type ColourBy = 'level' | 'department' | 'tier' | 'work' | 'inspection';

export interface Look {
  colourBy: ColourBy;
  /** Lines over the colours, so that they can be told apart without colour. */
  hatch: boolean;
  zones: boolean;
  pins: boolean;
  /** Open hidden dangers. */
  dangers: boolean;
  names: boolean;
  drawing: boolean;
  underlays: boolean;
  grid: boolean;
  rulers: boolean;
  minimap: boolean;
  /** The floor below, faintly. */
  ghost: boolean;
  /** All floors of the building beside each other. */
  sideBySide: boolean;
}

export const useLook = create<Look>(() => ({
  colourBy: 'level',
  hatch: true,
  zones: true,
  pins: true,
  dangers: true,
  names: true,
  drawing: true,
  underlays: true,
  grid: true,
  rulers: false,
  minimap: true,
  ghost: false,
  sideBySide: false,
}));

export type Switch = Exclude<keyof Look, 'colourBy'>;

export function toggleLook(part: Switch): void {
  useLook.setState((look) => ({ [part]: !look[part] }));
}

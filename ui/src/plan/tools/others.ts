// The small tools: placing a point, measuring, moving the view.
// Relies on places that come snapped where that is wanted.
import type { Point } from '../../ipc';
import { type Effect, type PointerInput, type Step, stay, type Tool, type ToolEvent } from './tool';
import { placeOf, readTyped, withKey } from './typed';

export type PlaceState = { at: Point | null; typed: string };

const NOWHERE: PlaceState = { at: null, typed: '' };

/** `of` says what is placed, where that is not a risk point; it then snaps. */
export function placeTool(finish: (at: Point) => Effect, of?: string): Tool<PlaceState> {
  const pointed = (event: PointerInput) => (of ? event.at : event.raw);
  return {
    first: NOWHERE,
    transition(state: PlaceState, event: ToolEvent): Step<PlaceState> {
      switch (event.type) {
        case 'move':
          return stay({ ...state, at: pointed(event) });
        case 'down':
          return stay(NOWHERE, finish(pointed(event)));
        case 'leave':
          return stay({ ...state, at: null });
        case 'cancel':
          return state.typed ? stay({ ...state, typed: '' }) : stay(NOWHERE, { type: 'done' });
        case 'key':
          return onPlaceKey(state, event.key, finish);
        case 'up':
        case 'double':
        case 'rest':
        case 'answer':
          return stay(state);
      }
    },
    draft: (state) => (state.at ? { kind: 'place', at: state.at, ...(of ? { of } : {}) } : null),
    snapping: () => (of ? { line: [], without: null } : null),
    cursor: () => 'none',
    typed: (state) => state.typed,
  };
}

/** Coordinates can be typed instead of a click. */
function onPlaceKey(state: PlaceState, key: string, finish: (at: Point) => Effect): Step<PlaceState> {
  const typed = withKey(state.typed, key);
  if (typed !== null) return stay({ ...state, typed });
  const read = key === 'Enter' ? readTyped(state.typed) : null;
  const at = read?.kind === 'place' ? placeOf(read, null, [0, 0]) : null;
  return at ? stay({ ...state, typed: '' }, finish(at)) : stay(state);
}

export type PanState = { last: Point | null };

export const panTool: Tool<PanState> = {
  first: { last: null },
  transition(state: PanState, event: ToolEvent): Step<PanState> {
    switch (event.type) {
      case 'down':
        return stay({ last: event.pixel });
      case 'move':
        if (!state.last) return stay(state);
        return stay(
          { last: event.pixel },
          { type: 'pan', by: [event.pixel[0] - state.last[0], event.pixel[1] - state.last[1]] },
        );
      case 'up':
        return stay({ last: null });
      case 'cancel':
        return stay({ last: null }, { type: 'done' });
      case 'double':
      case 'key':
      case 'rest':
      case 'answer':
      case 'leave':
        return stay(state);
    }
  },
  draft: () => null,
  snapping: () => null,
  cursor: (state) => (state.last ? 'grabbing' : 'grab'),
};

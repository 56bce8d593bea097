// Drawing a rectangle: by a drag, or by two clicks.
// Relies on places that come snapped. A rectangle without width or height is none.
import type { Point } from '../../ipc';
import { rectangle } from '../geometry';
import {
  beyondSlack,
  type Effect,
  type PointerInput,
  type Step,
  stay,
  type Tool,
  type ToolEvent,
} from './tool';

export type RectangleState =
  | { name: 'idle' }
  | { name: 'drawing'; from: Point; fromPixel: Point; to: Point; pressed: boolean };

const IDLE: RectangleState = { name: 'idle' };
/** Rust refuses edges that are shorter. */
const SHORTEST = 10;

export function rectangleTool(finish: (a: Point, b: Point) => Effect): Tool<RectangleState> {
  const complete = (from: Point, to: Point): Step<RectangleState> => {
    const flat = Math.abs(to[0] - from[0]) < SHORTEST || Math.abs(to[1] - from[1]) < SHORTEST;
    return flat ? stay(IDLE) : stay(IDLE, finish(from, to));
  };
  const begun = (input: PointerInput): RectangleState => ({
    name: 'drawing',
    from: input.at,
    fromPixel: input.pixel,
    to: input.at,
    pressed: true,
  });
  return {
    first: IDLE,
    transition(state: RectangleState, event: ToolEvent): Step<RectangleState> {
      switch (event.type) {
        case 'cancel':
          return state.name === 'idle' ? stay(IDLE, { type: 'done' }) : stay(IDLE);
        case 'down':
          return state.name === 'idle' ? stay(begun(event)) : complete(state.from, event.at);
        case 'move':
          return stay(state.name === 'idle' ? state : { ...state, to: event.at });
        case 'up': {
          if (state.name === 'idle' || !state.pressed) return stay(state);
          // A click without a drag sets the first corner; the second click sets the other.
          if (!beyondSlack(state.fromPixel, event.pixel)) return stay({ ...state, pressed: false });
          return complete(state.from, event.at);
        }
        case 'double':
        case 'key':
        case 'rest':
        case 'answer':
        case 'leave':
          return stay(state);
      }
    },
    draft: (state) =>
      state.name === 'idle' ? null : { kind: 'rectangle', outline: rectangle(state.from, state.to) },
    snapping: (state) => ({ line: state.name === 'idle' ? [] : [state.from], without: null }),
    cursor: () => 'crosshair',
  };
}

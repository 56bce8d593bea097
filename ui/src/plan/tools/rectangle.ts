// Drawing a rectangle: by a drag, by two clicks, or by typed corners; the second may be typed as width and depth.
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
import { placeOf, readTyped, type Typed, withKey } from './typed';

export type RectangleState =
  | { name: 'idle'; typed: string }
  | { name: 'drawing'; from: Point; fromPixel: Point; to: Point; pressed: boolean; typed: string };

const IDLE: RectangleState = { name: 'idle', typed: '' };
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
    typed: '',
  });
  const onKey = (state: RectangleState, key: string): Step<RectangleState> => {
    const typed = withKey(state.typed, key);
    if (typed !== null) return stay({ ...state, typed });
    if (key === 'Backspace') return stay(IDLE);
    if (key !== 'Enter') return stay(state);
    const from = state.name === 'drawing' ? state.from : null;
    const at = cornerOf(readTyped(state.typed), from);
    if (!at) return stay(state);
    if (from) return complete(from, at);
    return stay({ name: 'drawing', from: at, fromPixel: [0, 0], to: at, pressed: false, typed: '' });
  };
  return {
    first: IDLE,
    transition(state: RectangleState, event: ToolEvent): Step<RectangleState> {
      switch (event.type) {
        case 'cancel':
          return state.name === 'idle' && !state.typed ? stay(IDLE, { type: 'done' }) : stay(IDLE);
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
        case 'key':
          return onKey(state, event.key);
        case 'double':
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
    typed: (state) => state.typed,
  };
}

/** A typed corner; once the first is there, two numbers are width and depth. */
function cornerOf(typed: Typed | null, from: Point | null): Point | null {
  if (!typed || typed.kind === 'length') return null;
  if (from && typed.kind === 'place') return placeOf({ kind: 'offset', x: typed.x, y: typed.y }, from, from);
  return placeOf(typed, from, from ?? [0, 0]);
}

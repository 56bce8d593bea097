// Putting a door or a window on a wall: the pointer runs along it, a press and a pull say to which side a door opens.
// Relies on the wall under the pointer. A typed length is the width.
import type { Point } from '../../ipc';
import { distance } from '../geometry';
import {
  type Effect,
  type PointerInput,
  type Step,
  stay,
  type Tool,
  type ToolEvent,
  type WallHit,
} from './tool';
import { plainLetter, readTyped, TYPED_LETTER } from './typed';

export interface Opening {
  wall: WallHit;
  /** The middle of the opening on the wall's line. */
  at: Point;
  width: number;
  /** Whether the hinge is at the end where the wall begins. */
  hingeAtStart: boolean;
  /** The side it opens to: left or right of the wall's direction. */
  left: boolean;
}

export type OpeningState =
  | { name: 'idle'; opening: Opening | null; width: number; typed: string }
  | { name: 'pulling'; opening: Opening; width: number; from: Point; typed: string };

export interface OpeningKind {
  width: number;
  finish: (opening: Opening) => Effect;
}

export function openingTool({ width, finish }: OpeningKind): Tool<OpeningState> {
  const first: OpeningState = { name: 'idle', opening: null, width, typed: '' };
  return {
    first,
    transition(state: OpeningState, event: ToolEvent): Step<OpeningState> {
      switch (event.type) {
        case 'move':
          return stay(
            state.name === 'pulling' ? pulled(state, event) : { ...state, opening: under(event, state) },
          );
        case 'down': {
          const opening = under(event, state);
          if (!opening) return stay(state);
          return stay({ name: 'pulling', opening, width: state.width, from: event.raw, typed: '' });
        }
        case 'up':
          if (state.name !== 'pulling') return stay(state);
          return stay({ ...first, width: state.width }, finish(pulled(state, event).opening));
        case 'key':
          return stay(onKey(state, event.key));
        case 'cancel':
          return state.name === 'pulling' || state.typed
            ? stay({ ...first, width: state.width })
            : stay(first, { type: 'done' });
        case 'leave':
          return stay(state.name === 'idle' ? { ...state, opening: null } : state);
        case 'double':
        case 'rest':
        case 'answer':
          return stay(state);
      }
    },
    draft(state) {
      if (!state.opening) return null;
      const { hinge, closed, open, wall } = { ...cornersOf(state.opening), wall: state.opening.wall };
      return {
        kind: 'sketch',
        walls: [{ line: [hinge, closed], size: wall.size }],
        lines: [[closed, open, hinge]],
        lengths: [[hinge, closed]],
      };
    },
    snapping: () => ({ line: [], without: null }),
    cursor: (state) => (state.opening ? 'crosshair' : 'not-allowed'),
    typed: (state) => state.typed,
  };
}

function under({ wall, raw }: PointerInput, state: OpeningState): Opening | null {
  if (!wall) return null;
  const length = distance(wall.a, wall.b);
  const width = Math.min(state.width, length);
  if (length < 100) return null;
  const [ux, uy] = [(wall.b[0] - wall.a[0]) / length, (wall.b[1] - wall.a[1]) / length];
  const along = (raw[0] - wall.a[0]) * ux + (raw[1] - wall.a[1]) * uy;
  // The opening stays on its wall, in steps of 5 cm.
  const middle = Math.max(width / 2, Math.min(length - width / 2, Math.round(along / 50) * 50));
  const at: Point = [wall.a[0] + ux * middle, wall.a[1] + uy * middle];
  const left = (raw[0] - wall.a[0]) * uy - (raw[1] - wall.a[1]) * ux > 0;
  return { wall, at, width, hingeAtStart: true, left };
}

function pulled(state: Extract<OpeningState, { name: 'pulling' }>, input: PointerInput) {
  const { wall } = state.opening;
  const by: Point = [input.raw[0] - state.from[0], input.raw[1] - state.from[1]];
  if (Math.hypot(by[0], by[1]) < input.unit * 6) return state;
  const length = distance(wall.a, wall.b);
  const [ux, uy] = [(wall.b[0] - wall.a[0]) / length, (wall.b[1] - wall.a[1]) / length];
  const opening = {
    ...state.opening,
    hingeAtStart: by[0] * ux + by[1] * uy <= 0,
    left: by[0] * uy - by[1] * ux > 0,
  };
  return { ...state, opening };
}

function onKey(state: OpeningState, key: string): OpeningState {
  if (TYPED_LETTER.test(key)) return { ...state, typed: state.typed + plainLetter(key) };
  if (key === 'Backspace') return { ...state, typed: state.typed.slice(0, -1) };
  if (key !== 'Enter') return state;
  const typed = readTyped(state.typed);
  if (typed?.kind !== 'length') return state;
  return { ...state, width: typed.length, typed: '' };
}

/** The hinge, the other end and the end of the open leaf. */
export function cornersOf({ wall, at, width, hingeAtStart, left }: Opening) {
  const length = distance(wall.a, wall.b);
  const unit: Point = [(wall.b[0] - wall.a[0]) / length, (wall.b[1] - wall.a[1]) / length];
  const end = (sign: number): Point => [
    Math.round(at[0] + (unit[0] * width * sign) / 2),
    Math.round(at[1] + (unit[1] * width * sign) / 2),
  ];
  const [hinge, closed] = hingeAtStart ? [end(-1), end(1)] : [end(1), end(-1)];
  const side = left ? 1 : -1;
  const open: Point = [
    Math.round(hinge[0] + unit[1] * width * side),
    Math.round(hinge[1] - unit[0] * width * side),
  ];
  return { hinge, closed, open };
}

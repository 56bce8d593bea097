// Drawing point by point: the outline of a zone or of a building, or a run of walls.
// Relies on places that come snapped. Ends by Enter, by a double click, or by a click on the first point.
import type { Point } from '../../ipc';
import { distance } from '../geometry';
import { type Effect, type PointerInput, type Step, stay, type Tool, type ToolEvent } from './tool';

export type OutlineState =
  | { name: 'idle'; at: Point | null }
  | { name: 'drawing'; points: readonly Point[]; at: Point; typed: string; near: boolean }
  /** Given to Rust; when it is refused the drawing goes on, so that no corner is lost. */
  | { name: 'sent'; points: readonly Point[] };

/** What becomes of the points; `null` when there are too few. */
export type Finish = (points: readonly Point[]) => Effect | null;

const IDLE: OutlineState = { name: 'idle', at: null };
/** A click this near to the first point closes the outline. */
const CLOSE_PIXELS = 10;
const DIGIT = /^[0-9.]$/;

export function outlineTool(fewest: number, closes: boolean, finish: Finish): Tool<OutlineState> {
  return {
    first: IDLE,
    transition: (state, event) => transition(state, event, fewest, closes, finish),
    draft(state) {
      if (state.name === 'idle') return null;
      if (state.name === 'sent')
        return { kind: 'outline', points: state.points, to: null, closed: closes, closable: false };
      const closable = closes && state.near && state.points.length >= fewest;
      const to = closable ? (state.points[0] ?? state.at) : state.at;
      return { kind: 'outline', points: state.points, to, closed: closes, closable };
    },
    snapping(state) {
      if (state.name !== 'drawing') return { line: [], without: null };
      return { line: state.points, without: null };
    },
    cursor: () => 'crosshair',
    typed: (state) => (state.name === 'drawing' ? state.typed : ''),
  };
}

function transition(
  state: OutlineState,
  event: ToolEvent,
  fewest: number,
  closes: boolean,
  finish: Finish,
): Step<OutlineState> {
  const complete = (points: readonly Point[]): Step<OutlineState> => {
    const effect = points.length >= fewest ? finish(points) : null;
    return effect ? stay({ name: 'sent', points }, effect) : stay(state);
  };
  switch (event.type) {
    case 'cancel':
      return state.name === 'idle' ? stay(IDLE, { type: 'done' }) : stay(IDLE);
    case 'move':
      return stay(moved(state, event));
    case 'down': {
      if (state.name !== 'drawing') {
        return stay({ name: 'drawing', points: [event.at], at: event.at, typed: '', near: false });
      }
      if (closes && isNear(state.points, event) && state.points.length >= fewest)
        return complete(state.points);
      const last = state.points.at(-1);
      if (last && distance(last, event.at) < event.unit * 2) return stay(state);
      return stay({ ...state, points: [...state.points, event.at], at: event.at, typed: '', near: false });
    }
    case 'double':
      return state.name === 'drawing' ? complete(state.points) : stay(state);
    case 'key':
      return state.name === 'drawing' ? onKey(state, event.key, complete) : stay(state);
    case 'answer':
      return stay(answered(state, event.taken));
    case 'up':
    case 'rest':
    case 'leave':
      return stay(state);
  }
}

function isNear(points: readonly Point[], input: PointerInput): boolean {
  const first = points[0];
  return first !== undefined && points.length > 1 && distance(first, input.raw) <= CLOSE_PIXELS * input.unit;
}

function moved(state: OutlineState, input: PointerInput): OutlineState {
  if (state.name === 'sent') return state;
  if (state.name === 'idle') return { name: 'idle', at: input.at };
  return { ...state, at: input.at, near: isNear(state.points, input) };
}

function answered(state: OutlineState, taken: boolean): OutlineState {
  const at = state.name === 'sent' ? state.points.at(-1) : undefined;
  if (state.name !== 'sent' || !at) return state;
  return taken ? IDLE : { name: 'drawing', points: state.points, at, typed: '', near: false };
}

type Drawing = Extract<OutlineState, { name: 'drawing' }>;

function onKey(
  state: Drawing,
  key: string,
  complete: (points: readonly Point[]) => Step<OutlineState>,
): Step<OutlineState> {
  if (DIGIT.test(key)) return stay({ ...state, typed: state.typed + key });
  if (key === 'Backspace') {
    if (state.typed) return stay({ ...state, typed: state.typed.slice(0, -1) });
    const points = state.points.slice(0, -1);
    return points.length === 0 ? stay(IDLE) : stay({ ...state, points });
  }
  if (key !== 'Enter') return stay(state);
  return state.typed ? stay(byLength(state)) : complete(state.points);
}

/** The next corner in the direction of the pointer, as far away as was typed in metres. */
function byLength(state: Drawing): Drawing {
  const from = state.points.at(-1);
  const millimetres = Number(state.typed) * 1000;
  const shown = from ? distance(from, state.at) : 0;
  if (!from || !(millimetres > 0) || shown === 0) return { ...state, typed: '' };
  const part = millimetres / shown;
  const at: Point = [
    Math.round(from[0] + (state.at[0] - from[0]) * part),
    Math.round(from[1] + (state.at[1] - from[1]) * part),
  ];
  return { ...state, points: [...state.points, at], at, typed: '' };
}

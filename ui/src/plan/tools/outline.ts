// Drawing point by point: outlines, runs of walls, everything that is made of places clicked one after the other.
// Relies on places that come snapped. Ends by Enter, by a double click, on the first point, or with the last place asked for.
import type { Point } from '../../ipc';
import { distance } from '../geometry';
import {
  type Draft,
  type Effect,
  type PointerInput,
  type Step,
  stay,
  type Tool,
  type ToolEvent,
} from './tool';
import { placeOf, plainLetter, readTyped, TYPED_LETTER } from './typed';

export type OutlineState =
  | { name: 'idle'; at: Point | null; typed: string }
  | { name: 'drawing'; points: readonly Point[]; at: Point; typed: string; near: boolean }
  /** Given to Rust; when it is refused the drawing goes on, so that no corner is lost. */
  | { name: 'sent'; points: readonly Point[] };

/** What becomes of the points; `null` when there are too few. */
export type Finish = (points: readonly Point[]) => Effect | null;

export interface OutlineOptions {
  fewest: number;
  /** With so many points it is done. */
  most?: number;
  /** Whether the last point is joined with the first. */
  closes: boolean;
  finish: Finish;
  /** What is drawn meanwhile, where that is not the line itself. */
  show?: (points: readonly Point[], to: Point | null) => Draft | null;
  /** Whether the points stay on the plan when it is done: nothing is made of them. */
  keeps?: boolean;
  /** Whether a drawing goes on where the last one ended. */
  chains?: boolean;
}

const IDLE: OutlineState = { name: 'idle', at: null, typed: '' };
/** A click this near to the first point closes the outline. */
const CLOSE_PIXELS = 10;

export function outlineTool(options: OutlineOptions): Tool<OutlineState> {
  const { fewest, closes } = options;
  return {
    first: IDLE,
    transition: (state, event) => transition(state, event, options),
    draft(state) {
      if (state.name === 'idle') return options.show?.([], state.at) ?? null;
      const to = state.name === 'sent' ? null : state.at;
      const closable =
        state.name === 'drawing' && closes && state.near && state.points.length >= Math.max(3, fewest);
      const end = closable ? (state.points[0] ?? to) : to;
      const own = options.show?.(state.points, end);
      return own ?? { kind: 'outline', points: state.points, to: end, closed: closes, closable };
    },
    snapping(state) {
      if (state.name === 'sent') return { line: [], without: null };
      return { line: state.name === 'drawing' ? state.points : [], without: null };
    },
    cursor: () => 'crosshair',
    typed: (state) => (state.name === 'sent' ? null : state.typed),
  };
}

function transition(state: OutlineState, event: ToolEvent, options: OutlineOptions): Step<OutlineState> {
  switch (event.type) {
    case 'cancel':
      return state.name === 'idle' && !state.typed ? stay(IDLE, { type: 'done' }) : stay(IDLE);
    case 'move':
      return stay(moved(state, event));
    case 'down':
      return pressed(state, event, options);
    case 'double':
      return state.name === 'drawing' ? complete(state, state.points, options) : stay(state);
    case 'key':
      return state.name === 'sent' ? stay(state) : onKey(state, event.key, options);
    case 'answer':
      return stay(answered(state, event.taken, options));
    case 'up':
    case 'rest':
    case 'leave':
      return stay(state);
  }
}

function complete(
  state: OutlineState,
  points: readonly Point[],
  { fewest, finish, keeps }: OutlineOptions,
): Step<OutlineState> {
  const effect = points.length >= fewest ? finish(points) : null;
  if (!effect) return stay(state);
  if (effect.type === 'command') return stay({ name: 'sent', points }, effect);
  return stay(keeps ? { name: 'sent', points } : IDLE, effect);
}

/** One more place; with the last one it is done. */
function withPlace(state: OutlineState, at: Point, options: OutlineOptions): Step<OutlineState> {
  const points = state.name === 'drawing' ? [...state.points, at] : [at];
  const next: OutlineState = { name: 'drawing', points, at, typed: '', near: false };
  return options.most && points.length >= options.most ? complete(next, points, options) : stay(next);
}

function pressed(state: OutlineState, input: PointerInput, options: OutlineOptions): Step<OutlineState> {
  if (state.name !== 'drawing') return withPlace(IDLE, input.at, options);
  const enough = state.points.length >= Math.max(3, options.fewest);
  if (options.closes && enough && isNear(state.points, input)) return complete(state, state.points, options);
  const last = state.points.at(-1);
  if (last && distance(last, input.at) < input.unit * 2) return stay(state);
  return withPlace(state, input.at, options);
}

function isNear(points: readonly Point[], input: PointerInput): boolean {
  const first = points[0];
  return first !== undefined && points.length > 1 && distance(first, input.raw) <= CLOSE_PIXELS * input.unit;
}

function moved(state: OutlineState, input: PointerInput): OutlineState {
  if (state.name === 'sent') return state;
  if (state.name === 'idle') return { ...state, at: input.at };
  return { ...state, at: input.at, near: isNear(state.points, input) };
}

function answered(state: OutlineState, taken: boolean, { chains }: OutlineOptions): OutlineState {
  const at = state.name === 'sent' ? state.points.at(-1) : undefined;
  if (state.name !== 'sent' || !at) return state;
  if (!taken) {
    const points = chains ? state.points.slice(0, -1) : state.points;
    return { name: 'drawing', points, at, typed: '', near: false };
  }
  return chains ? { name: 'drawing', points: [at], at, typed: '', near: false } : IDLE;
}

type Open = Exclude<OutlineState, { name: 'sent' }>;

function onKey(state: Open, key: string, options: OutlineOptions): Step<OutlineState> {
  if (TYPED_LETTER.test(key)) return stay({ ...state, typed: state.typed + plainLetter(key) });
  if (key === 'Backspace') {
    if (state.typed) return stay({ ...state, typed: state.typed.slice(0, -1) });
    if (state.name === 'idle') return stay(state);
    const points = state.points.slice(0, -1);
    return points.length === 0 ? stay(IDLE) : stay({ ...state, points });
  }
  if (key !== 'Enter') return stay(state);
  if (state.typed) return byTyped(state, options);
  return state.name === 'drawing' ? complete(state, state.points, options) : stay(state);
}

/** The next corner as it was typed; what cannot be understood stays to be put right. */
function byTyped(state: Open, options: OutlineOptions): Step<OutlineState> {
  const typed = readTyped(state.typed);
  const from = state.name === 'drawing' ? (state.points.at(-1) ?? null) : null;
  const at = typed ? placeOf(typed, from, state.at ?? [0, 0]) : null;
  return at ? withPlace(state, at, options) : stay(state);
}

// Measuring: a way along clicked places, or the area inside them. Changes nothing.
// Relies on places that come snapped.
import type { Point } from '../../ipc';
import { type Step, stay, type Tool, type ToolEvent } from './tool';
import { placeOf, plainLetter, readTyped, TYPED_LETTER } from './typed';

export type MeasureState =
  | { name: 'idle' }
  | { name: 'measuring'; points: readonly Point[]; to: Point; typed: string }
  | { name: 'shown'; points: readonly Point[] };

const UNMEASURED: MeasureState = { name: 'idle' };

export function measureTool(area: boolean): Tool<MeasureState> {
  return {
    first: UNMEASURED,
    transition,
    draft(state) {
      if (state.name === 'idle') return null;
      const to = state.name === 'measuring' ? state.to : null;
      return { kind: 'length', points: state.points, to, ...(area ? { area } : {}) };
    },
    snapping: (state) => ({ line: state.name === 'measuring' ? state.points : [], without: null }),
    cursor: () => 'crosshair',
    typed: (state) => (state.name === 'measuring' ? state.typed : null),
  };
}

function transition(state: MeasureState, event: ToolEvent): Step<MeasureState> {
  switch (event.type) {
    case 'cancel':
      return state.name === 'idle' ? stay(UNMEASURED, { type: 'done' }) : stay(UNMEASURED);
    case 'down':
      return state.name === 'measuring'
        ? stay({ ...state, points: [...state.points, event.at], typed: '' })
        : stay({ name: 'measuring', points: [event.at], to: event.at, typed: '' });
    case 'move':
      return stay(state.name === 'measuring' ? { ...state, to: event.at } : state);
    case 'double':
      return stay(ended(state));
    case 'key':
      return stay(state.name === 'measuring' ? onKey(state, event.key) : state);
    case 'up':
    case 'rest':
    case 'answer':
    case 'leave':
      return stay(state);
  }
}

type Measuring = Extract<MeasureState, { name: 'measuring' }>;

function onKey(state: Measuring, key: string): MeasureState {
  if (TYPED_LETTER.test(key)) return { ...state, typed: state.typed + plainLetter(key) };
  if (key === 'Backspace') {
    if (state.typed) return { ...state, typed: state.typed.slice(0, -1) };
    const points = state.points.slice(0, -1);
    return points.length > 0 ? { ...state, points } : UNMEASURED;
  }
  if (key !== 'Enter') return state;
  const typed = readTyped(state.typed);
  const at = typed ? placeOf(typed, state.points.at(-1) ?? null, state.to) : null;
  if (at) return { ...state, points: [...state.points, at], to: at, typed: '' };
  return state.typed ? state : ended(state);
}

function ended(state: MeasureState): MeasureState {
  if (state.name !== 'measuring' || state.points.length < 2) return state;
  // The double click set its last point twice.
  const points = state.points.filter((point, index) => {
    const before = state.points[index - 1];
    return !before || before[0] !== point[0] || before[1] !== point[1];
  });
  return { name: 'shown', points };
}

// The small tools: placing a point, measuring, moving the view.
// Relies on places that come snapped where that is wanted.
import type { Point } from '../../ipc';
import { type Effect, type Step, stay, type Tool, type ToolEvent } from './tool';

export type PlaceState = { at: Point | null };

export function placeTool(finish: (at: Point) => Effect): Tool<PlaceState> {
  return {
    first: { at: null },
    transition(state: PlaceState, event: ToolEvent): Step<PlaceState> {
      switch (event.type) {
        case 'move':
          return stay({ at: event.raw });
        case 'down':
          return stay({ at: null }, finish(event.raw));
        case 'leave':
          return stay({ at: null });
        case 'cancel':
          return stay({ at: null }, { type: 'done' });
        case 'up':
        case 'double':
        case 'key':
        case 'rest':
        case 'answer':
          return stay(state);
      }
    },
    draft: (state) => (state.at ? { kind: 'place', at: state.at } : null),
    snapping: () => null,
    cursor: () => 'none',
  };
}

export type MeasureState =
  | { name: 'idle' }
  | { name: 'measuring'; points: readonly Point[]; to: Point }
  | { name: 'shown'; points: readonly Point[] };

const UNMEASURED: MeasureState = { name: 'idle' };

export const measureTool: Tool<MeasureState> = {
  first: UNMEASURED,
  transition(state: MeasureState, event: ToolEvent): Step<MeasureState> {
    switch (event.type) {
      case 'cancel':
        return state.name === 'idle' ? stay(UNMEASURED, { type: 'done' }) : stay(UNMEASURED);
      case 'down':
        return state.name === 'measuring'
          ? stay({ ...state, points: [...state.points, event.at] })
          : stay({ name: 'measuring', points: [event.at], to: event.at });
      case 'move':
        return stay(state.name === 'measuring' ? { ...state, to: event.at } : state);
      case 'double':
        return stay(ended(state));
      case 'key':
        return stay(event.key === 'Enter' ? ended(state) : state);
      case 'up':
      case 'rest':
      case 'answer':
      case 'leave':
        return stay(state);
    }
  },
  draft(state) {
    if (state.name === 'idle') return null;
    return { kind: 'length', points: state.points, to: state.name === 'measuring' ? state.to : null };
  },
  snapping: (state) => ({ line: state.name === 'measuring' ? state.points : [], without: null }),
  cursor: () => 'crosshair',
};

function ended(state: MeasureState): MeasureState {
  if (state.name !== 'measuring' || state.points.length < 2) return state;
  // The double click set its last point twice.
  const points = state.points.filter((point, index) => {
    const before = state.points[index - 1];
    return !before || before[0] !== point[0] || before[1] !== point[1];
  });
  return { name: 'shown', points };
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

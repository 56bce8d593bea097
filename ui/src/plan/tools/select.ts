// Selecting and moving: a click selects; a drag moves a pin, a corner, or the zone that is selected, else the view.
// Relies on hits that carry the shape, so that a gesture needs nothing else. A zone that is not selected never moves.
import type { Outline, Point } from '../../ipc';
import type { Corner } from '../../state/store';
import { moved, withCorner, withNewCorner, withoutCorner } from '../geometry';
import { onGrid } from '../snap';
import { nudgeDraft, nudgeEffects, reshape } from './nudge';
import {
  beyondSlack,
  type Effect,
  type Hit,
  type PointerInput,
  type Step,
  type Subject,
  stay,
  type Tool,
  type ToolEvent,
} from './tool';

export type SelectState =
  | { name: 'idle' }
  | { name: 'pointing'; from: PointerInput }
  | { name: 'panning'; last: Point }
  | { name: 'dragging-pin'; point: string; home: Point; at: Point }
  | { name: 'dragging-zone'; zone: string; outline: Outline; from: Point; by: Point }
  | { name: 'dragging-corner'; zone: string; outline: Outline; corner: Corner; at: Point }
  | { name: 'nudging'; subject: Subject; by: Point };

const IDLE: SelectState = { name: 'idle' };
/** A moved zone keeps to steps of 0.1 m, so that neighbours still meet. */
const STEP = 100;
const NUDGE = 100;
const BIG_NUDGE = 1000;
const REST = 700;

const ARROWS: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export const selectTool: Tool<SelectState> = {
  first: IDLE,
  transition,
  draft(state) {
    switch (state.name) {
      case 'dragging-pin':
        return { kind: 'pin', point: state.point, at: state.at };
      case 'dragging-zone':
        return { kind: 'zone', zone: state.zone, outline: moved(state.outline, state.by), corner: null };
      case 'dragging-corner':
        return { kind: 'zone', zone: state.zone, outline: cornered(state), corner: state.corner };
      case 'nudging':
        return nudgeDraft(state.subject, state.by);
      default:
        return null;
    }
  },
  snapping(state) {
    if (state.name !== 'dragging-corner') return null;
    const ring = state.outline[state.corner.ring] ?? [];
    const before = ring[(state.corner.index + ring.length - 1) % ring.length];
    const after = ring[(state.corner.index + 1) % ring.length];
    return { line: [after, before].filter((corner) => corner !== undefined), without: state.zone };
  },
  cursor(state, hover) {
    if (state.name === 'panning') return 'grabbing';
    if (state.name.startsWith('dragging')) return 'move';
    if (hover.kind === 'corner' || hover.kind === 'edge') return 'crosshair';
    if (hover.kind === 'pin' || hover.kind === 'building') return 'pointer';
    if (hover.kind === 'zone') return hover.selected ? 'move' : 'pointer';
    return 'default';
  },
};

function transition(state: SelectState, event: ToolEvent): Step<SelectState> {
  switch (event.type) {
    case 'cancel':
      return state.name === 'idle' ? stay(IDLE, { type: 'select', row: null }) : stay(IDLE);
    case 'rest':
      return state.name === 'nudging' ? stay(IDLE, ...nudgeEffects(state.subject, state.by)) : stay(state);
    case 'leave':
    case 'answer':
      return stay(state);
    case 'key':
      return onKey(state, event);
    case 'double':
      return stay(
        IDLE,
        ...(event.hit.kind === 'building' ? [{ type: 'enter' as const, building: event.hit.building }] : []),
      );
    case 'down':
      return stay({ name: 'pointing', from: event }, ...pendingNudge(state));
    case 'move':
      return onMove(state, event);
    case 'up':
      // The pointer may be let go where it has not been reported before.
      return onUp(state.name.startsWith('dragging') ? onMove(state, event).state : state, event);
  }
}

function pendingNudge(state: SelectState): Effect[] {
  return state.name === 'nudging' ? nudgeEffects(state.subject, state.by) : [];
}

function onMove(state: SelectState, input: PointerInput): Step<SelectState> {
  switch (state.name) {
    case 'pointing':
      return beyondSlack(state.from.pixel, input.pixel) ? begin(state.from, input) : stay(state);
    case 'panning':
      return stay(
        { name: 'panning', last: input.pixel },
        { type: 'pan', by: [input.pixel[0] - state.last[0], input.pixel[1] - state.last[1]] },
      );
    case 'dragging-pin':
      return stay({ ...state, at: input.raw });
    case 'dragging-zone': {
      const by: Point = [input.raw[0] - state.from[0], input.raw[1] - state.from[1]];
      return stay({ ...state, by: onGrid(by, STEP) });
    }
    case 'dragging-corner':
      return stay({ ...state, at: input.at });
    case 'idle':
    case 'nudging':
      return stay(state);
  }
}

/** The pointer went down and moved on: now it is clear what the gesture is. */
function begin(from: PointerInput, input: PointerInput): Step<SelectState> {
  const { hit } = from;
  switch (hit.kind) {
    case 'pin':
      return stay(
        { name: 'dragging-pin', point: hit.point, home: hit.position, at: input.raw },
        { type: 'select', row: { table: 'risk_point', id: hit.point } },
      );
    case 'corner':
      return stay({
        name: 'dragging-corner',
        zone: hit.zone,
        outline: hit.outline,
        corner: hit.corner,
        at: input.at,
      });
    case 'edge': {
      const corner = { ring: hit.corner.ring, index: hit.corner.index + 1 };
      const outline = withNewCorner(hit.outline, hit.corner.ring, hit.corner.index, hit.at);
      return stay({ name: 'dragging-corner', zone: hit.zone, outline, corner, at: input.at });
    }
    case 'zone':
      if (hit.selected) {
        return onMove(
          { name: 'dragging-zone', zone: hit.zone, outline: hit.outline, from: from.raw, by: [0, 0] },
          input,
        );
      }
      return pan(from, input);
    case 'building':
    case 'nothing':
      return pan(from, input);
  }
}

function pan(from: PointerInput, input: PointerInput): Step<SelectState> {
  const by: Point = [input.pixel[0] - from.pixel[0], input.pixel[1] - from.pixel[1]];
  return stay({ name: 'panning', last: input.pixel }, { type: 'pan', by });
}

function onUp(state: SelectState, input: PointerInput): Step<SelectState> {
  switch (state.name) {
    case 'pointing':
      return stay(IDLE, selected(state.from.hit));
    case 'dragging-pin':
      return stay(
        IDLE,
        { type: 'select', row: { table: 'risk_point', id: state.point } },
        movePin(state.point, state.at, input),
      );
    case 'dragging-zone':
      if (state.by[0] === 0 && state.by[1] === 0) return stay(IDLE);
      return stay(IDLE, reshape(state.zone, moved(state.outline, state.by)));
    case 'dragging-corner':
      return stay(IDLE, reshape(state.zone, cornered(state)), {
        type: 'select',
        row: { table: 'risk_zone', id: state.zone },
        corner: state.corner,
      });
    case 'panning':
    case 'idle':
    case 'nudging':
      return stay(state.name === 'nudging' ? state : IDLE);
  }
}

function selected(hit: Hit): Effect {
  switch (hit.kind) {
    case 'pin':
      return { type: 'select', row: { table: 'risk_point', id: hit.point } };
    case 'zone':
    case 'edge':
      return { type: 'select', row: { table: 'risk_zone', id: hit.zone } };
    case 'corner':
      return { type: 'select', row: { table: 'risk_zone', id: hit.zone }, corner: hit.corner };
    case 'building':
      return { type: 'select', row: { table: 'building', id: hit.building } };
    case 'nothing':
      return { type: 'select', row: null };
  }
}

function movePin(point: string, position: Point, _input: PointerInput): Effect {
  // The floor is the one that is shown; the view fills it in.
  return { type: 'command', command: { type: 'move-point', point, floor: '', position } };
}

function cornered(state: { outline: Outline; corner: Corner; at: Point }): Outline {
  return withCorner(state.outline, state.corner.ring, state.corner.index, state.at);
}

function onKey(state: SelectState, event: Extract<ToolEvent, { type: 'key' }>): Step<SelectState> {
  const arrow = ARROWS[event.key];
  const { subject } = event;
  if (event.key === 'Delete' || event.key === 'Backspace') return removeCorner(state, subject);
  if (!arrow || !subject || (state.name !== 'idle' && state.name !== 'nudging')) return stay(state);
  const size = event.shift ? BIG_NUDGE : NUDGE;
  const by: Point = state.name === 'nudging' ? state.by : [0, 0];
  const own = state.name === 'nudging' ? state.subject : subject;
  return stay(
    { name: 'nudging', subject: own, by: [by[0] + arrow[0] * size, by[1] + arrow[1] * size] },
    { type: 'wake', after: REST },
  );
}

function removeCorner(state: SelectState, subject: Subject | null): Step<SelectState> {
  if (state.name !== 'idle' || subject?.kind !== 'zone' || !subject.corner) return stay(state);
  const outline = withoutCorner(subject.outline, subject.corner.ring, subject.corner.index);
  if (!outline) return stay(state);
  return stay(IDLE, reshape(subject.zone, outline), {
    type: 'select',
    row: { table: 'risk_zone', id: subject.zone },
    corner: null,
  });
}

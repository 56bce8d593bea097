// Selecting and moving: a click selects; a drag moves a pin, a corner, or the zone that is selected, else the view.
// Relies on hits that carry the shape, so that a gesture needs nothing else. A zone that is not selected never moves.
import type { Command, Outline, Point } from '../../ipc';
import type { Corner } from '../../state/store';
import { distance, moved, withCorner, withNewCorner, withoutCorner } from '../geometry';
import { onGrid } from '../snap';
import { cornersMoved, pull, type Reshaped, sidesMoved } from '../topology';
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
  | {
      name: 'dragging-corner';
      zone: string;
      outline: Outline;
      corner: Corner;
      at: Point;
      /** Where a corner that is new was taken up. */
      added: Point | null;
      /** Whether the other zones that have the corner keep it. */
      alone: boolean;
      around: readonly Reshaped[];
    }
  | {
      name: 'dragging-side';
      zone: string;
      outline: Outline;
      corner: Corner;
      by: Point;
      alone: boolean;
      around: readonly Reshaped[];
    }
  | { name: 'dragging-many'; from: Point; by: Point }
  | { name: 'boxing'; from: Point; to: Point; more: boolean }
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

export const selectTool: Tool<SelectState> = selecting(false);
/** The same, but a drag that begins on nothing draws a box. */
export const boxTool: Tool<SelectState> = selecting(true);

function selecting(boxes: boolean): Tool<SelectState> {
  return {
    first: IDLE,
    transition: (state, event) => transition(state, event, boxes),
    draft(state) {
      switch (state.name) {
        case 'dragging-pin':
          return { kind: 'pin', point: state.point, at: state.at };
        case 'dragging-zone':
          return { kind: 'zone', zone: state.zone, outline: moved(state.outline, state.by), corner: null };
        case 'dragging-corner': {
          const also = cornerFollowers(state);
          return { kind: 'zone', zone: state.zone, outline: cornered(state), corner: state.corner, also };
        }
        case 'dragging-side': {
          const [own, ...also] = sideReshaped(state);
          return {
            kind: 'zone',
            zone: state.zone,
            outline: own?.outline ?? state.outline,
            corner: null,
            also,
          };
        }
        case 'dragging-many':
          return { kind: 'moved', by: state.by };
        case 'boxing':
          return { kind: 'band', from: state.from, to: state.to, crossing: state.to[0] < state.from[0] };
        case 'nudging':
          return nudgeDraft(state.subject, state.by);
        default:
          return null;
      }
    },
    snapping(state) {
      if (state.name === 'dragging-side') {
        const [a, b] = sideOf(state);
        return { line: [], without: [state.zone, ...zonesAt(state.around, a, b)] };
      }
      if (state.name !== 'dragging-corner') return null;
      const ring = state.outline[state.corner.ring] ?? [];
      const before = ring[(state.corner.index + ring.length - 1) % ring.length];
      const after = ring[(state.corner.index + 1) % ring.length];
      return {
        line: [after, before].filter((corner) => corner !== undefined),
        without: [state.zone, ...cornerFollowers(state).map((own) => own.zone)],
      };
    },
    cursor(state, hover) {
      if (state.name === 'panning') return 'grabbing';
      if (state.name.startsWith('dragging')) return 'move';
      if (hover.kind === 'corner' || hover.kind === 'edge') return 'crosshair';
      if (hover.kind === 'side') return sideCursor(hover.outline, hover.corner);
      if (hover.kind === 'pin' || hover.kind === 'building') return 'pointer';
      if (hover.kind === 'zone' || hover.kind === 'element') return hover.selected ? 'move' : 'pointer';
      return boxes ? 'crosshair' : 'default';
    },
  };
}

function transition(state: SelectState, event: ToolEvent, boxes: boolean): Step<SelectState> {
  switch (event.type) {
    case 'cancel':
      if (state.name === 'idle') return stay(IDLE, boxes ? { type: 'done' } : { type: 'select', row: null });
      return stay(IDLE);
    case 'rest':
      return state.name === 'nudging' ? stay(IDLE, ...nudgeEffects(state.subject, state.by)) : stay(state);
    case 'leave':
    case 'answer':
      return stay(state);
    case 'key':
      return onKey(state, event);
    case 'double':
      return stay(IDLE, ...onDouble(event.hit));
    case 'down':
      return stay({ name: 'pointing', from: event }, ...pendingNudge(state));
    case 'move':
      return onMove(state, event, boxes);
    case 'up':
      // The pointer may be let go where it has not been reported before.
      return onUp(state.name.startsWith('dragging') ? onMove(state, event, boxes).state : state, event);
  }
}

function onDouble(hit: Hit): Effect[] {
  if (hit.kind === 'building') return [{ type: 'enter', building: hit.building }];
  if (hit.kind !== 'side' && hit.kind !== 'edge') return [];
  const corner = { ring: hit.corner.ring, index: hit.corner.index + 1 };
  const row = { table: 'risk_zone' as const, id: hit.zone };
  const command: Command = {
    type: 'insert-vertex',
    zone: hit.zone,
    at: rounded(hit.at),
    to: null,
    together: true,
  };
  return [
    { type: 'command', command },
    { type: 'select', row, corner },
  ];
}

function rounded([x, y]: Point): Point {
  return [Math.round(x), Math.round(y)];
}

function pendingNudge(state: SelectState): Effect[] {
  return state.name === 'nudging' ? nudgeEffects(state.subject, state.by) : [];
}

function onMove(state: SelectState, input: PointerInput, boxes: boolean): Step<SelectState> {
  switch (state.name) {
    case 'pointing':
      return beyondSlack(state.from.pixel, input.pixel) ? begin(state.from, input, boxes) : stay(state);
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
    case 'dragging-side':
      return stay({ ...state, by: pull(...sideOf(state), input.at) });
    case 'dragging-many': {
      const by: Point = [input.raw[0] - state.from[0], input.raw[1] - state.from[1]];
      return stay({ ...state, by: onGrid(by, STEP) });
    }
    case 'boxing':
      return stay({ ...state, to: input.raw });
    case 'idle':
    case 'nudging':
      return stay(state);
  }
}

/** The pointer went down and moved on: now it is clear what the gesture is. */
function begin(from: PointerInput, input: PointerInput, boxes: boolean): Step<SelectState> {
  const { hit } = from;
  if (from.more || (boxes && isFree(hit)))
    return stay({ name: 'boxing', from: from.raw, to: input.raw, more: from.more });
  const around = from.alone ? [] : from.around;
  if (from.several && 'selected' in hit && hit.selected)
    return onMove({ name: 'dragging-many', from: from.raw, by: [0, 0] }, input, boxes);
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
        added: null,
        alone: from.alone,
        around,
      });
    case 'side':
      return onMove(
        {
          name: 'dragging-side',
          zone: hit.zone,
          outline: hit.outline,
          corner: hit.corner,
          by: [0, 0],
          alone: from.alone,
          around,
        },
        input,
        boxes,
      );
    case 'edge': {
      const corner = { ring: hit.corner.ring, index: hit.corner.index + 1 };
      const outline = withNewCorner(hit.outline, hit.corner.ring, hit.corner.index, hit.at);
      return stay({
        name: 'dragging-corner',
        zone: hit.zone,
        outline,
        corner,
        at: input.at,
        added: rounded(hit.at),
        alone: from.alone,
        around: [],
      });
    }
    case 'zone':
      if (hit.selected) {
        return onMove(
          { name: 'dragging-zone', zone: hit.zone, outline: hit.outline, from: from.raw, by: [0, 0] },
          input,
          boxes,
        );
      }
      return pan(from, input);
    case 'element':
      if (hit.selected) return onMove({ name: 'dragging-many', from: from.raw, by: [0, 0] }, input, boxes);
      return pan(from, input);
    case 'building':
    case 'nothing':
      return pan(from, input);
  }
}

/** Where a box may begin: nothing that a drag would move lies there. */
function isFree(hit: Hit): boolean {
  if (hit.kind === 'zone' || hit.kind === 'element') return !hit.selected;
  return hit.kind === 'nothing' || hit.kind === 'building';
}

function pan(from: PointerInput, input: PointerInput): Step<SelectState> {
  const by: Point = [input.pixel[0] - from.pixel[0], input.pixel[1] - from.pixel[1]];
  return stay({ name: 'panning', last: input.pixel }, { type: 'pan', by });
}

function onUp(state: SelectState, input: PointerInput): Step<SelectState> {
  switch (state.name) {
    case 'pointing':
      return stay(IDLE, state.from.more ? toggled(state.from.hit) : selected(state.from.hit));
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
      return stay(IDLE, cornerCommand(state), {
        type: 'select',
        row: { table: 'risk_zone', id: state.zone },
        corner: state.corner,
      });
    case 'dragging-side': {
      const [from, to] = sideOf(state);
      const [dx, dy] = state.by;
      if (dx === 0 && dy === 0) return stay(IDLE);
      const together = !state.alone;
      const command: Command = { type: 'move-border', zone: state.zone, from, to, dx, dy, together };
      return stay(IDLE, { type: 'command', command });
    }
    case 'dragging-many':
      if (state.by[0] === 0 && state.by[1] === 0) return stay(IDLE);
      return stay(IDLE, { type: 'move-selected', by: state.by });
    case 'boxing': {
      const { from, to, more } = state;
      return stay(IDLE, { type: 'select-box', from, to, crossing: to[0] < from[0], more });
    }
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
    case 'element':
      return { type: 'select', row: { table: 'plan_element', id: hit.element } };
    case 'zone':
    case 'edge':
    case 'side':
      return { type: 'select', row: { table: 'risk_zone', id: hit.zone } };
    case 'corner':
      return { type: 'select', row: { table: 'risk_zone', id: hit.zone }, corner: hit.corner };
    case 'building':
      return { type: 'select', row: { table: 'building', id: hit.building } };
    case 'nothing':
      return { type: 'select', row: null };
  }
}

/** One more or one less; a click on nothing keeps what is selected. */
function toggled(hit: Hit): Effect {
  const effect = selected(hit);
  return effect.type === 'select' && effect.row
    ? { type: 'toggle', row: effect.row }
    : { type: 'pan', by: [0, 0] };
}

type CornerDrag = Extract<SelectState, { name: 'dragging-corner' }>;
type SideDrag = Extract<SelectState, { name: 'dragging-side' }>;

function cornerCommand(state: CornerDrag): Effect {
  const { zone, outline, corner, at, added } = state;
  const together = !state.alone;
  const from = outline[corner.ring]?.[corner.index] ?? at;
  const command: Command = added
    ? { type: 'insert-vertex', zone, at: added, to: at, together }
    : { type: 'move-vertex', zone, at: from, to: at, together };
  return { type: 'command', command };
}

/** Other zones that have the dragged corner, with that corner moved. */
function cornerFollowers({ zone, outline, corner, at, around }: CornerDrag): Reshaped[] {
  const from = outline[corner.ring]?.[corner.index];
  if (!from) return [];
  return cornersMoved(
    around.filter((own) => own.zone !== zone),
    from,
    at,
  );
}

function sideOf({ outline, corner }: { outline: Outline; corner: Corner }): [Point, Point] {
  const ring = outline[corner.ring] ?? [];
  const a = ring[corner.index] ?? [0, 0];
  return [a, ring[(corner.index + 1) % ring.length] ?? a];
}

/** The zone itself first, then those that have the border too. */
function sideReshaped(state: SideDrag): Reshaped[] {
  const [a, b] = sideOf(state);
  const others = state.around.filter((own) => own.zone !== state.zone);
  return sidesMoved([{ zone: state.zone, outline: state.outline }, ...others], a, b, state.by);
}

function zonesAt(around: readonly Reshaped[], a: Point, b: Point): string[] {
  return sidesMoved(around, a, b, [1, 1]).map((own) => own.zone);
}

function sideCursor(outline: Outline, corner: Corner): string {
  const [a, b] = sideOf({ outline, corner });
  if (distance(a, b) === 0) return 'move';
  return Math.abs(b[0] - a[0]) > Math.abs(b[1] - a[1]) ? 'ns-resize' : 'ew-resize';
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
  const { ring, index } = subject.corner;
  const at = subject.outline[ring]?.[index];
  if (!at || !withoutCorner(subject.outline, ring, index)) return stay(state);
  const command: Command = { type: 'delete-vertex', zone: subject.zone, at, together: true };
  return stay(
    IDLE,
    { type: 'command', command },
    {
      type: 'select',
      row: { table: 'risk_zone', id: subject.zone },
      corner: null,
    },
  );
}

// Moving what is selected by keys: what is drawn on the way, and the one command at the end.
// Relies on the subject as it was when the first key was pressed.
import type { Outline, Point } from '../../ipc';
import { moved, withCorner } from '../geometry';
import type { Effect, Subject } from './tool';

/** The zone gets this outline. */
export function reshape(zone: string, outline: Outline): Effect {
  return { type: 'command', command: { type: 'reshape-zone', zone, floor: null, outline } };
}

export function nudgeDraft(subject: Subject, by: Point) {
  if (subject.kind === 'pin') {
    const at: Point = [subject.position[0] + by[0], subject.position[1] + by[1]];
    return { kind: 'pin' as const, point: subject.point, at };
  }
  return {
    kind: 'zone' as const,
    zone: subject.zone,
    outline: nudgedOutline(subject, by),
    corner: subject.corner,
  };
}

function nudgedOutline(subject: Extract<Subject, { kind: 'zone' }>, by: Point): Outline {
  const { corner, outline } = subject;
  const own = corner ? outline[corner.ring]?.[corner.index] : undefined;
  if (!corner || !own) return moved(outline, by);
  return withCorner(outline, corner.ring, corner.index, [own[0] + by[0], own[1] + by[1]]);
}

export function nudgeEffects(subject: Subject, by: Point): Effect[] {
  if (by[0] === 0 && by[1] === 0) return [];
  const draft = nudgeDraft(subject, by);
  if (draft.kind === 'pin') {
    return [
      { type: 'command', command: { type: 'move-point', point: draft.point, floor: '', position: draft.at } },
    ];
  }
  return [reshape(draft.zone, draft.outline)];
}

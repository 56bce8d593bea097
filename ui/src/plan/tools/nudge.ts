// Moving what is selected by keys: what is drawn on the way, and the one command at the end.
// Relies on the subject as it was when the first key was pressed.
import type { Command, Outline, Point } from '../../ipc';
import { moved, withCorner } from '../geometry';
import type { Draft, Effect, Subject } from './tool';

/** The zone gets this outline. */
export function reshape(zone: string, outline: Outline): Effect {
  return { type: 'command', command: { type: 'reshape-zone', zone, floor: null, outline, overlap: 'allow' } };
}

export function nudgeDraft(subject: Subject, by: Point): Draft {
  if (subject.kind === 'many') return { kind: 'moved', by };
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
  if (subject.kind === 'many') return [{ type: 'move-selected', by }];
  if (subject.kind === 'zone') {
    const at = subject.corner ? subject.outline[subject.corner.ring]?.[subject.corner.index] : undefined;
    if (!at) return [reshape(subject.zone, nudgedOutline(subject, by))];
    const to: Point = [at[0] + by[0], at[1] + by[1]];
    const command: Command = { type: 'move-vertex', zone: subject.zone, at, to, together: true };
    return [{ type: 'command', command }];
  }
  const position: Point = [subject.position[0] + by[0], subject.position[1] + by[1]];
  return [{ type: 'command', command: { type: 'move-point', point: subject.point, floor: '', position } }];
}

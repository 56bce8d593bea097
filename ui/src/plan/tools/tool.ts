// What every tool is: a state, what an event makes of it, and what it draws meanwhile.
// Relies on the view to turn pointers and keys into events, with places already snapped.
// Knows nothing of stores, of the DOM and of Rust; a gesture ends in one command, or in none.
import type { Command, Outline, Point, RowId } from '../../ipc';
import type { Corner } from '../../state/store';

/** What lies under the pointer. */
export type Hit =
  | { kind: 'nothing' }
  | { kind: 'pin'; point: string; position: Point }
  | { kind: 'zone'; zone: string; outline: Outline; selected: boolean }
  | { kind: 'building'; building: string }
  | { kind: 'corner'; zone: string; outline: Outline; corner: Corner }
  | { kind: 'edge'; zone: string; outline: Outline; corner: Corner; at: Point };

export interface PointerInput {
  /** The place, snapped. */
  at: Point;
  /** The place under the pointer. */
  raw: Point;
  /** The same in pixels of the view. */
  pixel: Point;
  hit: Hit;
  /** Millimetres for a pixel, for what is meant in pixels. */
  unit: number;
}

/** What keys move. */
export type Subject =
  | { kind: 'pin'; point: string; position: Point }
  | { kind: 'zone'; zone: string; outline: Outline; corner: Corner | null };

export type ToolEvent =
  | ({ type: 'down' | 'move' | 'up' | 'double' } & PointerInput)
  | { type: 'key'; key: string; shift: boolean; subject: Subject | null }
  | { type: 'rest' }
  | { type: 'leave' }
  /** Whether the command that the tool gave was carried out. */
  | { type: 'answer'; taken: boolean }
  | { type: 'cancel' };

export type Effect =
  | { type: 'command'; command: Command; select?: boolean }
  | { type: 'select'; row: RowId | null; corner?: Corner | null }
  | { type: 'enter'; building: string }
  | { type: 'pan'; by: Point }
  | { type: 'done' }
  | { type: 'wake'; after: number };

/** What a tool draws over the plan. */
export type Draft =
  | { kind: 'outline'; points: readonly Point[]; to: Point | null; closed: boolean; closable: boolean }
  | { kind: 'rectangle'; outline: Outline }
  | { kind: 'zone'; zone: string; outline: Outline; corner: Corner | null }
  | { kind: 'pin'; point: string; at: Point }
  | { kind: 'place'; at: Point }
  | { kind: 'length'; points: readonly Point[]; to: Point | null };

export interface Step<S> {
  state: S;
  effects: readonly Effect[];
}

/** How the pointer's place is to be found for the next event. */
export interface Snapping {
  /** Corners that the place may line up with; the last one is where straight angles are measured from. */
  line: readonly Point[];
  /** The zone whose own corners are left out. */
  without: string | null;
}

export interface Tool<S> {
  readonly first: S;
  transition(state: S, event: ToolEvent): Step<S>;
  draft(state: S): Draft | null;
  /** `null` while the place should not be snapped. */
  snapping(state: S): Snapping | null;
  cursor(state: S, hover: Hit): string;
  /** What is typed as a length, if anything. */
  typed?(state: S): string;
}

export function stay<S>(state: S, ...effects: Effect[]): Step<S> {
  return { state, effects };
}

/** A pointer that moved less than this is still clicking. */
export const SLACK_PIXELS = 4;

export function beyondSlack(a: Point, b: Point): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) > SLACK_PIXELS;
}

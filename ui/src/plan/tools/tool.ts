// What every tool is: a state, what an event makes of it, and what it draws meanwhile.
// Relies on the view to turn pointers and keys into events, with places already snapped.
// Knows nothing of stores, of the DOM and of Rust; a gesture ends in one command, or in none.
import type { Command, Outline, Point, RowId } from '../../ipc';
import type { Corner } from '../../state/store';
import type { Reshaped } from '../topology';

/** What lies under the pointer. */
export type Hit =
  | { kind: 'nothing' }
  | { kind: 'pin'; point: string; position: Point }
  | { kind: 'zone'; zone: string; outline: Outline; selected: boolean }
  | { kind: 'building'; building: string }
  | { kind: 'element'; element: string; selected: boolean }
  | { kind: 'corner'; zone: string; outline: Outline; corner: Corner }
  | { kind: 'side'; zone: string; outline: Outline; corner: Corner; at: Point }
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
  /** Whether more is to be selected instead of something else. */
  more: boolean;
  /** Whether a shape leaves the borders that it has in common with others. */
  alone: boolean;
  /** The wall that the pointer is on. */
  wall: WallHit | null;
  /** Whether more than one shape is selected. */
  several: boolean;
  /** Zones around, for borders in common; empty while that is not asked for. */
  around: readonly Reshaped[];
}

/** A piece of a wall under the pointer. */
export interface WallHit {
  a: Point;
  b: Point;
  /** Its thickness. */
  size: number;
}

/** What keys move. */
export type Subject =
  | { kind: 'pin'; point: string; position: Point }
  | { kind: 'zone'; zone: string; outline: Outline; corner: Corner | null }
  | { kind: 'many' };

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
  /** One more, or one less. */
  | { type: 'toggle'; row: RowId }
  /** Everything in a box; `crossing` takes what it only touches too. */
  | { type: 'select-box'; from: Point; to: Point; crossing: boolean; more: boolean }
  /** Moves everything that is selected. */
  | { type: 'move-selected'; by: Point }
  /** Something that only the plan can do with these places: what, is said by name. */
  | { type: 'places'; what: PlacesFor; points: readonly Point[] }
  | { type: 'enter'; building: string }
  | { type: 'pan'; by: Point }
  | { type: 'done' }
  | { type: 'wake'; after: number };

/** What becomes of places that were clicked, where that needs more than the places. */
export type PlacesFor =
  | 'split'
  | 'hole'
  | 'mirror'
  | 'rotate'
  | 'scale'
  | 'copy'
  | 'calibrate'
  | 'rooms'
  | 'template'
  | 'tie'
  | 'shift-underlay'
  | 'crop-underlay';

/** What a tool draws over the plan. */
export type Draft =
  | { kind: 'outline'; points: readonly Point[]; to: Point | null; closed: boolean; closable: boolean }
  | { kind: 'rectangle'; outline: Outline }
  | { kind: 'zone'; zone: string; outline: Outline; corner: Corner | null; also?: readonly Reshaped[] }
  | { kind: 'pin'; point: string; at: Point }
  | { kind: 'place'; at: Point; of?: string }
  | { kind: 'length'; points: readonly Point[]; to: Point | null; area?: boolean }
  | { kind: 'band'; from: Point; to: Point; crossing: boolean }
  /** Everything that is selected, moved. */
  | { kind: 'moved'; by: Point }
  | ({ kind: 'sketch' } & Sketch);

/** Lines, areas and words over the plan. */
export interface Sketch {
  areas?: readonly Outline[];
  lines?: readonly (readonly Point[])[];
  /** A line as thick as this. */
  walls?: readonly { line: readonly Point[]; size: number }[];
  lengths?: readonly (readonly [Point, Point])[];
  words?: readonly { at: Point; text: string }[];
  /** What is selected, as it will lie: a matrix on places of the floor. */
  ghost?: Matrix;
}

/** `x' = a·x + c·y + e`, `y' = b·x + d·y + f`. */
export interface Matrix {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
}

export interface Step<S> {
  state: S;
  effects: readonly Effect[];
}

/** How the pointer's place is to be found for the next event. */
export interface Snapping {
  /** Corners that the place may line up with; the last one is where straight angles are measured from. */
  line: readonly Point[];
  /** Shapes whose own corners are left out. */
  without: readonly string[] | null;
}

export interface Tool<S> {
  readonly first: S;
  transition(state: S, event: ToolEvent): Step<S>;
  draft(state: S): Draft | null;
  /** `null` while the place should not be snapped. */
  snapping(state: S): Snapping | null;
  cursor(state: S, hover: Hit): string;
  /** What is typed so far; `null` while numbers are not asked for. */
  typed?(state: S): string | null;
}

export function stay<S>(state: S, ...effects: Effect[]): Step<S> {
  return { state, effects };
}

/** A pointer that moved less than this is still clicking. */
export const SLACK_PIXELS = 4;

export function beyondSlack(a: Point, b: Point): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) > SLACK_PIXELS;
}

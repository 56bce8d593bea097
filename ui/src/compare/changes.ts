// Two levels of each point, side by side: before and after a change of criteria, or in two rounds.
// Relies on levels from Rust. Compares them by their place in the vocabulary only.
import type { RiskLevel } from '../ipc';

export type ChangeKind = 'new' | 'gone' | 'raised' | 'lowered' | 'same';

export interface LevelChange {
  /** The point, while it is still there. */
  point: string;
  code: string;
  name: string;
  kind: ChangeKind;
  before: RiskLevel | null;
  after: RiskLevel | null;
  scoreBefore: string | null;
  scoreAfter: string | null;
}

export const CHANGE_KINDS: readonly ChangeKind[] = ['new', 'gone', 'raised', 'lowered', 'same'];

export function countsOf(changes: readonly LevelChange[]): ReadonlyMap<ChangeKind, number> {
  const counts = new Map<ChangeKind, number>();
  for (const change of changes) counts.set(change.kind, (counts.get(change.kind) ?? 0) + 1);
  return counts;
}

/** Floors with changes, those with most of them first. */
export function floorsOf(
  changes: readonly LevelChange[],
  floorOf: (point: string) => string | null,
): { floor: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const change of changes) {
    const floor = floorOf(change.point);
    if (floor) counts.set(floor, (counts.get(floor) ?? 0) + 1);
  }
  return [...counts].map(([floor, count]) => ({ floor, count })).sort((a, b) => b.count - a.count);
}

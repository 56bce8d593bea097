// The rows behind a number, opened by a click on it.
// Relies on ids that Rust counted. One number is open at a time.
import { create } from 'zustand';
import type { RowId } from '../ipc';

/** A line behind a number that is no row of the project. */
export interface BehindLine {
  key: string;
  title: string;
  note: string;
  go: () => void;
}

interface Behind {
  title: string;
  rows: readonly RowId[];
  lines?: readonly BehindLine[];
}

export const useBehind = create<{ behind: Behind | null }>(() => ({ behind: null }));

export function openBehind(title: string, rows: readonly RowId[]): void {
  useBehind.setState({ behind: { title, rows } });
}

export function openLines(title: string, lines: readonly BehindLine[]): void {
  useBehind.setState({ behind: { title, rows: [], lines } });
}

export function openPoints(title: string, points: readonly string[]): void {
  openBehind(
    title,
    points.map((id) => ({ table: 'risk_point', id })),
  );
}

export function closeBehind(): void {
  useBehind.setState({ behind: null });
}

// The rows behind a number, opened by a click on it.
// Relies on ids that Rust counted. One number is open at a time.
import { create } from 'zustand';
import type { RowId } from '../ipc';

interface Behind {
  title: string;
  rows: readonly RowId[];
}

export const useBehind = create<{ behind: Behind | null }>(() => ({ behind: null }));

export function openBehind(title: string, rows: readonly RowId[]): void {
  useBehind.setState({ behind: { title, rows } });
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

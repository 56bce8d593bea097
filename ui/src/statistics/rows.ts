// The rows behind a number of the statistics, opened by a click on it.
// Relies on the drawer that all numbers share.
import type { RowId } from '../ipc';
import { openBehind } from '../overview/behind';

export function openRows(title: string, rows: readonly RowId[]): void {
  openBehind(title, rows);
}

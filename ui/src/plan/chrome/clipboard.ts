// Shapes that were copied, for another floor or another project of this window.
// Relies on Rust to gather what belongs to a row and to judge what is pasted.
import { create } from 'zustand';
import { backend, toCallError } from '../../backend';
import type { RowId } from '../../ipc';
import { attempt, changing } from '../../state/actions';
import { notifyError } from '../../state/notices';
import { selectRows, useProject, useView } from '../../state/store';
import { selected } from '../effects';

interface Clipboard {
  /** As Rust wrote it; empty for nothing. */
  text: string;
  /** Where it was copied: a copy beside its original is moved a little. */
  floor: string | null;
  pasted: number;
}

export const useClipboard = create<Clipboard>(() => ({ text: '', floor: null, pasted: 0 }));

const ASIDE = 500;

/** The shown floor in its project: copies of a project have the same floors. */
function shownFloor(): string | null {
  const { floor } = useView.getState();
  const path = useProject.getState().project?.file.path;
  return floor && path ? `${path} ${floor}` : null;
}

export async function copySelected(): Promise<boolean> {
  const rows = selected();
  if (rows.length === 0) return false;
  try {
    const { text } = await backend().call('copy-rows', { rows, with_points: false });
    useClipboard.setState({ text, floor: shownFloor(), pasted: 0 });
    return true;
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
    return false;
  }
}

export async function paste(): Promise<void> {
  const { text, floor, pasted } = useClipboard.getState();
  const here = useView.getState().floor;
  if (!text || !here) return;
  const times = shownFloor() === floor ? pasted + 1 : 0;
  const by = times * ASIDE;
  const changed = await changing('paste-rows', { text, floor: here, dx: by, dy: by });
  if (!changed) return;
  useClipboard.setState({ pasted: times, floor: shownFloor() });
  selectCreated(changed.created);
}

export async function duplicate(): Promise<void> {
  const rows = selected();
  if (rows.length === 0) return;
  const changed = await attempt({
    type: 'duplicate',
    rows,
    dx: ASIDE,
    dy: ASIDE,
    columns: 2,
    lines: 1,
    with_points: false,
  });
  if (changed) selectCreated(changed.created);
}

function selectCreated(created: readonly RowId[]): void {
  const own = created.filter(
    ({ table }) => table === 'risk_zone' || table === 'plan_element' || table === 'risk_point',
  );
  if (own.length > 0) selectRows(own);
}

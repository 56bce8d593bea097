// What else there is to say about an entry: that it came with a merge, that it was taken back.
// Relies on the entry's own state.
import type { HistoryView } from '../ipc';
import type { FileWords } from '../words/file';

/** A step that changed nothing, such as a hand-over, can neither stand nor be taken back. */
export function shownState(entry: HistoryView): string {
  return entry.changes.length === 0 ? 'done' : entry.state;
}

export function Tags({ entry, w }: { entry: HistoryView; w: FileWords }) {
  const state =
    shownState(entry) === 'done' ? '' : entry.state === 'undone' ? w.history.undone : w.history.dropped;
  return (
    <>
      {entry.merged ? <i>{w.history.merged}</i> : null}
      {state ? <i>{state}</i> : null}
    </>
  );
}

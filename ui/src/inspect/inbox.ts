// Taking result files that came from elsewhere, out of the watched folder or one that the user names.
// Relies on `take-inbox`, which sets aside what it refuses with the reason beside it.
import { backend, toCallError } from '../backend';
import { taken } from '../state/actions';
import { notify, notifyError } from '../state/notices';
import { useSettings } from '../state/settings';
import { bothWords, wordsOf } from '../words';

async function pickFolder(): Promise<string | null> {
  const w = wordsOf(useSettings.getState().language);
  return backend().pick({ title: w.inspect.inboxPick, what: 'folder', filter: '', endings: [], suggested: '' });
}

/** Takes what lies in a folder; asks for one when none is named. */
export async function takeInbox(folder: string | null): Promise<void> {
  try {
    const from = folder ?? (await pickFolder());
    if (!from) return;
    const report = await backend().call('take-inbox', { folder: from });
    for (const changed of report.changes) taken(changed);
    const refused = report.refused.length;
    const text = bothWords((words) => words.inspect.inboxTaken(report.taken.length, refused));
    notify({ kind: refused > 0 ? 'hint' : 'done', text, path: from });
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

/** Watches a folder that the user names from now on. */
export async function watchInbox(): Promise<void> {
  try {
    const folder = await pickFolder();
    if (folder) await backend().call('watch-inbox', { folder });
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

// Taking result files that came from elsewhere, out of the watched folder or one that the user names.
// Relies on `take-inbox`, which sets aside what it refuses with the reason beside it.
import { create } from 'zustand';
import { backend, toCallError } from '../backend';
import type { InboxView } from '../ipc';
import { taken } from '../state/actions';
import { notify, notifyError } from '../state/notices';
import { useSettings } from '../state/settings';
import { bothWords, wordsOf } from '../words';

/** The folder that is watched for the open project, and how many files wait in it. */
export const useInbox = create<{ inbox: InboxView | null }>(() => ({ inbox: null }));

/** Asks what waits now. */
export async function askInbox(): Promise<void> {
  try {
    useInbox.setState({ inbox: await backend().call('inbox', {}) });
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

/** Hears of files that come, until the returned function is called. */
export function hearInbox(): () => void {
  return backend().on('inbox', (inbox) => useInbox.setState({ inbox }));
}

async function pickFolder(): Promise<string | null> {
  const w = wordsOf(useSettings.getState().language);
  return backend().pick({
    title: w.inspect.inboxPick,
    what: 'folder',
    filter: '',
    endings: [],
    suggested: '',
  });
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
    await askInbox();
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

/** Watches a folder that the user names from now on. */
export async function watchInbox(): Promise<void> {
  try {
    const folder = await pickFolder();
    if (folder) useInbox.setState({ inbox: await backend().call('watch-inbox', { folder }) });
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

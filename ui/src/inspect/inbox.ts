// Taking result files that came from elsewhere, out of a folder that the user names.
// Relies on `take-inbox`, which sets aside what it refuses with the reason beside it.
import { backend, toCallError } from '../backend';
import { taken } from '../state/actions';
import { notify, notifyError } from '../state/notices';
import { useSettings } from '../state/settings';
import { bothWords, wordsOf } from '../words';

export async function takeInbox(): Promise<void> {
  const w = wordsOf(useSettings.getState().language);
  try {
    const folder = await backend().pick({
      title: w.inspect.inboxPick,
      what: 'folder',
      filter: '',
      endings: [],
      suggested: '',
    });
    if (!folder) return;
    const report = await backend().call('take-inbox', { folder });
    if (report.changed) taken(report.changed);
    const text = bothWords((words) => words.inspect.inboxTaken(report.taken, report.refused.length));
    notify({ kind: report.refused.length > 0 ? 'hint' : 'done', text, path: folder });
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

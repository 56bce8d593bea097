// Taking result files that came from elsewhere, out of the watched folder or one that the user names.
// Relies on `take-inbox`, which sets aside what it refuses with the reason beside it.
import { create } from 'zustand';
import { backend, toCallError } from '../backend';
import { timeNow } from '../format/day';
import type { InboxReport, InboxView } from '../ipc';
import { taken } from '../state/actions';
import { notify, notifyError } from '../state/notices';
import { inTurn } from '../state/queue';
import { useSettings } from '../state/settings';
import { useProject } from '../state/store';
import { bothWords, wordsOf } from '../words';

/** What became of the files of a folder at one time. */
export interface Taking {
  number: number;
  /** The time of the day. */
  at: string;
  folder: string;
  report: InboxReport;
}

interface Inbox {
  /** The folder that is watched for the open project, and how many files wait in it. */
  inbox: InboxView | null;
  /** What was taken since the project was opened, the latest first. */
  takings: readonly Taking[];
  /** Whether that is shown. */
  open: boolean;
}

export const useInbox = create<Inbox>(() => ({ inbox: null, takings: [], open: false }));

/** So many are remembered. */
const MOST_TAKINGS = 20;

export function showTakings(open: boolean): void {
  useInbox.setState({ open });
}

/** Another project begins without those of the last one. */
export function forgetTakings(): void {
  useInbox.setState({ inbox: null, takings: [], open: false });
}

/** Asks what waits now. */
export async function askInbox(): Promise<void> {
  try {
    useInbox.setState({ inbox: await backend().call('inbox', {}) });
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

/** Hears of files that come and takes them, until the returned function is called. */
export function hearInbox(): () => void {
  return backend().on('inbox', (inbox) => {
    useInbox.setState({ inbox });
    if (inbox.folder && inbox.waiting > 0) void take(null, inbox.folder);
  });
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

/** Takes what lies in a folder; `null` stands for the watched one, where files may still be on their way. */
async function take(folder: string | null, shown: string): Promise<void> {
  const path = useProject.getState().project?.file.path;
  try {
    const report = await inTurn(async () => {
      // Whoever went to another project meanwhile takes nothing into it.
      if (useProject.getState().project?.file.path !== path) return null;
      const own = await backend().call('take-inbox', { folder });
      for (const changed of own.changes) taken(changed);
      return own;
    });
    if (report) tell(report, shown, folder !== null);
    await askInbox();
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

function tell(report: InboxReport, folder: string, asked: boolean): void {
  const { taken: good, refused, left, stopped } = report;
  const nothing = good.length + refused.length + left.length === 0 && !stopped;
  if (nothing) {
    if (asked) notify({ kind: 'hint', text: bothWords((words) => words.inspect.inboxNothing) });
    return;
  }
  const { takings } = useInbox.getState();
  const own: Taking = {
    number: (takings[0]?.number ?? 0) + 1,
    at: timeNow().slice(0, 5),
    folder,
    report,
  };
  const bad = refused.length + left.length > 0 || stopped !== null;
  // Who asked sees at once what was refused; who works on something else is told.
  useInbox.setState({ takings: [own, ...takings].slice(0, MOST_TAKINGS), open: asked && bad });
  const dangers = good.reduce((sum, file) => sum + file.dangers, 0);
  notify({
    kind: bad ? 'hint' : 'done',
    text: bothWords((words) => words.inspect.inboxTaken(good.length, dangers, refused.length)),
    action: { label: bothWords((words) => words.inspect.takingsShow), go: () => showTakings(true) },
  });
}

/** Takes what lies in a folder now; asks for one when none is named. */
export async function takeInbox(folder: string | null): Promise<void> {
  try {
    const from = folder ?? (await pickFolder());
    if (from) await take(from, from);
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

/** Watches a folder that the user names from now on. */
export async function watchInbox(): Promise<void> {
  try {
    const folder = await pickFolder();
    if (!folder) return;
    const inbox = await backend().call('watch-inbox', { folder });
    useInbox.setState({ inbox });
    notify({ kind: 'done', text: bothWords((words) => words.inspect.inboxWatched) });
    if (inbox.waiting > 0) await take(null, folder);
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

/** Watches no folder any more. */
export async function leaveInbox(): Promise<void> {
  try {
    useInbox.setState({ inbox: await backend().call('watch-inbox', { folder: null }) });
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

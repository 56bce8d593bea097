// Making check items of measures from wherever they are found missing.
// Relies on the command, which leaves out measures that have one.
import { attempt } from '../state/actions';
import { notify } from '../state/notices';
import { bothWords } from '../words';

export async function makeCheckItemsOf(measures: readonly string[]): Promise<void> {
  const changed = await attempt({ type: 'make-check-items', measures: [...measures] });
  if (!changed) return;
  const count = changed.created.length;
  notify({ kind: 'done', text: bothWords((words) => words.inspect.itemsMade(count)) });
}

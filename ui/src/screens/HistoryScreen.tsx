// The operation record: who did what when, and from what to what.
// Relies on `history`, newest first. The record cannot be changed here.
import { useEffect, useState } from 'react';
import { backend, toCallError } from '../backend';
import { moment } from '../format';
import type { HistoryChange, HistoryView } from '../ipc';
import { Icon } from '../parts/icons';
import { notifyError } from '../state/notices';
import { usePick } from '../state/settings';
import { useProject } from '../state/store';
import { type Dictionary, useWords } from '../words';
import { Page } from './Page';

const PORTION = 200;

export function HistoryScreen() {
  const w = useWords();
  const step = useProject((state) => state.project?.step);
  const [limit, setLimit] = useState(PORTION);
  const [entries, setEntries] = useState<HistoryView[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is a new entry
  useEffect(() => {
    let over = false;
    backend()
      .call('history', { limit })
      .then(
        (own) => {
          if (!over) setEntries(own);
        },
        (thrown) => notifyError(toCallError(thrown).api),
      );
    return () => {
      over = true;
    };
  }, [limit, step]);
  const now = new Date();
  return (
    <Page title={w.steps.history} text={w.history.text} testid="history">
      <ol className="history">
        {entries?.map((entry) => (
          <Entry key={entry.sequence} entry={entry} now={now} w={w} />
        ))}
      </ol>
      {entries && entries.length >= limit ? (
        <button
          type="button"
          className="link"
          onClick={() => setLimit(limit + PORTION)}
          data-testid="history-more"
        >
          {w.history.more}
        </button>
      ) : null}
    </Page>
  );
}

function Entry({ entry, now, w }: { entry: HistoryView; now: Date; w: Dictionary }) {
  const pick = usePick();
  const [open, setOpen] = useState(false);
  const state = entry.state === 'done' ? '' : entry.state === 'undone' ? w.history.undone : w.history.dropped;
  return (
    <li data-state={entry.state}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} data-testid="history-entry">
        <Icon name={open ? 'down' : 'right'} size={12} />
        <time>{moment(entry.at, now)}</time>
        <b>{pick(entry.label)}</b>
        {state ? <i>{state}</i> : null}
        <span>{entry.actor}</span>
        <em>{w.history.changes(entry.changes.length)}</em>
      </button>
      {open ? (
        <table>
          <tbody>
            {entry.changes.map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: changes of an entry never move
              <Change key={index} change={change} w={w} />
            ))}
          </tbody>
        </table>
      ) : null}
    </li>
  );
}

function Change({ change, w }: { change: HistoryChange; w: Dictionary }) {
  const pick = usePick();
  if (change.operation !== 'update') {
    return (
      <tr>
        <td>{pick(change.noun)}</td>
        <td colSpan={2}>{change.operation === 'insert' ? w.history.added : w.history.deleted}</td>
      </tr>
    );
  }
  return (
    <tr>
      <td>{pick(change.noun)}</td>
      <td>{change.column ? pick(change.column) : ''}</td>
      <td>
        <del>{change.before || w.history.empty}</del> → <ins>{change.after || w.history.empty}</ins>
      </td>
    </tr>
  );
}

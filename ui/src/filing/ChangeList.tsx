// Changes in the words of the field: which thing, which field, from what to what.
// Relies on Rust for every word. Rows can be chosen where the place around wants it.
import { useState } from 'react';
import type { HistoryChange, RowId } from '../ipc';
import { usePick } from '../state/settings';
import { useFileWords } from '../words/file';

const PORTION = 200;

interface Props {
  changes: readonly HistoryChange[];
  /** Whether there are more than are listed. */
  more?: boolean;
  onRow?: (row: RowId) => void;
  testid: string;
}

export function ChangeList({ changes, more = false, onRow, testid }: Props) {
  const w = useFileWords();
  const [limit, setLimit] = useState(PORTION);
  if (changes.length === 0) return <p className="faint">{w.common.nothing}</p>;
  return (
    <div className="change-list" data-testid={testid} data-count={changes.length}>
      <table>
        <thead>
          <tr>
            <th>{w.history.object1}</th>
            <th>{w.history.what}</th>
            <th>{w.history.before}</th>
            <th>{w.history.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, limit).map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list of changes never moves
            <Line key={index} change={change} onRow={onRow} />
          ))}
        </tbody>
      </table>
      {changes.length > limit ? (
        <button type="button" className="link" onClick={() => setLimit(limit + PORTION)}>
          {w.history.more}
        </button>
      ) : more ? (
        <p className="faint">{w.common.more(changes.length)}</p>
      ) : null}
    </div>
  );
}

function Line({ change, onRow }: { change: HistoryChange; onRow: Props['onRow'] }) {
  const w = useFileWords();
  const pick = usePick();
  const whole = change.operation !== 'update';
  const noun = pick(change.noun);
  return (
    <tr data-operation={change.operation} data-row={change.row.id}>
      <td>
        {onRow ? (
          <button type="button" className="link" title={w.history.onlyThis} onClick={() => onRow(change.row)}>
            {noun}
          </button>
        ) : (
          noun
        )}
      </td>
      {whole ? (
        <td colSpan={3}>
          <b className="change-whole">{change.operation === 'insert' ? w.common.added : w.common.deleted}</b>
        </td>
      ) : (
        <>
          <td>{change.column ? pick(change.column) : ''}</td>
          <td>
            <del>{change.before || w.common.empty}</del>
          </td>
          <td>
            <ins>{change.after || w.common.empty}</ins>
          </td>
        </>
      )}
    </tr>
  );
}

/** The rows that changes are about, for marking them on a plan. */
export function rowsOf(changes: readonly HistoryChange[]): ReadonlySet<string> {
  return new Set(changes.map((change) => change.row.id));
}

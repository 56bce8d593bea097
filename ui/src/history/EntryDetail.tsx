// One step of the record: who, when, from what to what; looking at the project as it was, and bringing things back.
// Relies on `restore` and `restore-state`, each of which is one step that can be undone.
import { Modal } from 'antd';
import { useMemo, useState } from 'react';
import { backend } from '../backend';
import { ChangeList } from '../filing/ChangeList';
import { useFiling } from '../filing/store';
import { moment } from '../format';
import type { HistoryView, RowId } from '../ipc';
import { Icon } from '../parts/icons';
import { stepBy } from '../state/actions';
import { notify } from '../state/notices';
import { usePick } from '../state/settings';
import { useWords } from '../words';
import { bothFileWords, useFileWords } from '../words/file';
import { Tags } from './Tags';

interface Props {
  entry: HistoryView;
  onRow: (row: RowId, name: string) => void;
}

export function EntryDetail({ entry, onRow }: Props) {
  const w = useFileWords();
  const pick = usePick();
  const [asking, setAsking] = useState(false);
  const deleted = useMemo(() => deletedBy(entry), [entry]);
  const restore = async () => {
    const done = await stepBy(() =>
      backend().call('restore', { sequence: entry.sequence, rows: deleted.map((change) => change.row) }),
    );
    if (done) notify({ kind: 'done', text: bothFileWords((words) => words.history.restored) });
  };
  return (
    <section className="record-detail" data-testid="history-detail" data-sequence={entry.sequence}>
      <h2>{pick(entry.label)}</h2>
      <p className="record-by">
        {moment(entry.at, new Date(0))} · {entry.actor} · {w.history.step(entry.sequence)}{' '}
        <Tags entry={entry} w={w} />
      </p>
      <div className="record-deeds">
        <button
          type="button"
          className="secondary"
          onClick={() => useFiling.setState({ past: entry.sequence })}
          data-testid="history-look"
        >
          <Icon name="search" size={13} />
          {w.history.look}
        </button>
        {deleted.length > 0 ? (
          <button
            type="button"
            className="secondary"
            onClick={() => void restore()}
            data-testid="history-restore"
          >
            <Icon name="undo" size={13} />
            {w.history.restore(deleted.length)}
          </button>
        ) : null}
        <button
          type="button"
          className="secondary"
          onClick={() => setAsking(true)}
          data-testid="history-state"
        >
          <Icon name="history" size={13} />
          {w.history.state}
        </button>
      </div>
      <div className="record-changes">
        {entry.changes.length === 0 ? (
          <p className="faint">{w.history.noCells}</p>
        ) : (
          <ChangeList
            changes={entry.changes}
            onRow={(row) => {
              const own = entry.changes.find((change) => change.row.id === row.id);
              onRow(row, own ? pick(own.noun) : '');
            }}
            testid="history-changes"
          />
        )}
      </div>
      {asking ? <AskState sequence={entry.sequence} onDone={() => setAsking(false)} /> : null}
    </section>
  );
}

/** What the step deleted, each thing once. */
function deletedBy(entry: HistoryView) {
  if (entry.state !== 'done') return [];
  return entry.changes.filter((change) => change.operation === 'delete');
}

/** Before the whole project goes back to an earlier state. */
export function AskState({ sequence, onDone }: { sequence: number; onDone: (went: boolean) => void }) {
  const w = useFileWords();
  const common = useWords();
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    const done = await stepBy(() => backend().call('restore-state', { sequence }));
    setBusy(false);
    if (done) notify({ kind: 'done', text: bothFileWords((words) => words.history.stateDone) });
    onDone(done !== null);
  };
  return (
    <Modal
      open
      width={440}
      title={w.history.stateTitle}
      onCancel={() => onDone(false)}
      onOk={() => void go()}
      confirmLoading={busy}
      okText={w.history.stateGo}
      cancelText={common.common.cancel}
      okButtonProps={{ 'data-testid': 'state-go', autoFocus: true }}
    >
      <p>{w.history.stateText}</p>
    </Modal>
  );
}

// Files that cannot be opened: the offer to recover what can be read, and what came of it.
// Relies on `recover`, which never touches the file itself.
import { Modal } from 'antd';
import { useState } from 'react';
import { backend, toCallError } from '../backend';
import { pickAny, pickNewProject, stem } from '../filing/pick';
import { useFiling } from '../filing/store';
import { fileName, folderOf } from '../format';
import type { ApiError, RecoveredView } from '../ipc';
import { errorText } from '../parts/fields';
import { openPath } from '../state/actions';
import { notifyError } from '../state/notices';
import { inTurn } from '../state/queue';
import { usePick, useSettings } from '../state/settings';
import { useWords } from '../words';
import { fileWordsOf, useFileWords } from '../words/file';

/** Asks where to and recovers; `false` when it was given up or nothing could be read. */
export async function rescue(path: string): Promise<boolean> {
  const w = fileWordsOf(useSettings.getState().language);
  const out = await pickNewProject(w.recovery.outTitle, w.recovery.suffix, stem(path));
  if (!out) return false;
  try {
    const recovered = await inTurn(() => backend().call('recover', { path, out }));
    useFiling.setState({ damaged: null, recovered });
    return true;
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
    return false;
  }
}

/** Chooses a damaged file and recovers it. */
export async function chooseAndRescue(): Promise<void> {
  const w = fileWordsOf(useSettings.getState().language);
  const path = await pickAny(w.recovery.pickTitle);
  if (path) await rescue(path);
}

export function Damaged({ path, error }: { path: string; error: ApiError }) {
  const w = useFileWords();
  const common = useWords();
  const language = useSettings((state) => state.language);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    await rescue(path);
    setBusy(false);
  };
  return (
    <Modal
      open
      width={560}
      title={w.recovery.damagedTitle}
      onCancel={() => useFiling.setState({ damaged: null })}
      onOk={() => void go()}
      okText={busy ? w.common.working : w.recovery.go}
      cancelText={common.common.cancel}
      okButtonProps={{ disabled: busy, 'data-testid': 'recover-go' }}
      cancelButtonProps={{ 'data-testid': 'recover-cancel' }}
    >
      <div className="wizard-body" data-testid="damaged">
        <p className="path selectable">
          <b>{fileName(path)}</b>
          <em>{folderOf(path)}</em>
        </p>
        <p role="alert">{errorText(error, language)}</p>
        <p className="faint">{w.recovery.damagedText}</p>
      </div>
    </Modal>
  );
}

export function Recovered({ recovered }: { recovered: RecoveredView }) {
  const w = useFileWords();
  const common = useWords();
  const rungs: Record<string, string> = w.recovery.rungs;
  const states: Record<string, string> = w.recovery.states;
  const close = () => useFiling.setState({ recovered: null });
  const open = () => {
    close();
    void openPath(recovered.out);
  };
  return (
    <Modal
      open
      width={640}
      style={{ top: 40 }}
      title={w.recovery.doneTitle}
      onCancel={close}
      onOk={open}
      okText={w.recovery.openIt}
      cancelText={common.common.close}
      okButtonProps={{ 'data-testid': 'recovered-open' }}
    >
      <div className="recovered" data-testid="recovered" data-from={recovered.from}>
        <p>{w.recovery.done}</p>
        <dl className="facts">
          <dt>{w.handOver.where}</dt>
          <dd className="selectable">
            <b>{fileName(recovered.out)}</b> {folderOf(recovered.out)}
          </dd>
          <dt>{w.recovery.from}</dt>
          <dd>
            <b>{rungs[recovered.from] ?? recovered.from}</b>
          </dd>
        </dl>
        <h3>{w.recovery.looked}</h3>
        <ul className="rungs">
          {recovered.rungs.map((rung) => (
            <li
              key={`${rung.rung}${rung.path}`}
              data-state={rung.rung === 'salvage' ? undefined : rung.state}
              title={[rung.path, rung.detail].filter(Boolean).join('\n')}
            >
              <b>{rungs[rung.rung] ?? rung.rung}</b>
              <i>{rung.rung === 'salvage' ? '' : (states[rung.state] ?? rung.state)}</i>
              <span>{fileName(rung.path)}</span>
            </li>
          ))}
        </ul>
        <Tables recovered={recovered} />
        {recovered.also ? (
          <p className="selectable">
            {w.recovery.also} <b>{recovered.also}</b>
          </p>
        ) : null}
      </div>
    </Modal>
  );
}

function Tables({ recovered }: { recovered: RecoveredView }) {
  const w = useFileWords();
  const pick = usePick();
  const names = useSettings((state) => state.vocabulary?.tables);
  const tables = recovered.tables.filter((own) => own.kept + own.dropped > 0 || own.damaged);
  if (tables.length === 0) return null;
  const nameOf = (table: string) => {
    const known = names?.find((own) => own.value === table);
    return known ? pick(known.name) : table;
  };
  return (
    <>
      <h3>
        {w.recovery.tables} <small>{w.recovery.total(tables.reduce((sum, own) => sum + own.kept, 0))}</small>
      </h3>
      <table className="salvaged" data-testid="recovered-tables">
        <tbody>
          {tables.map((own) => (
            <tr key={own.table} data-lost={own.dropped > 0 || own.damaged || undefined}>
              <td>{nameOf(own.table)}</td>
              <td>
                {w.recovery.kept} {own.kept}
              </td>
              <td>
                {own.dropped > 0 ? `${w.recovery.dropped} ${own.dropped}` : ''}{' '}
                {own.damaged ? w.recovery.maybeMore : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

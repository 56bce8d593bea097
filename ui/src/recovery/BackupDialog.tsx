// An encrypted copy: written with a password given twice, or opened with it into a new project file.
// Relies on `backup` and `open-backup`. The password is kept nowhere and is forgotten with the dialog.
import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { backend, toCallError } from '../backend';
import { pickBackup, pickNewBackup, pickNewProject, stem } from '../filing/pick';
import { useFiling } from '../filing/store';
import { fileName } from '../format';
import type { ApiError } from '../ipc';
import { errorText, Labelled } from '../parts/fields';
import { openPath, written } from '../state/actions';
import { sendTexts } from '../state/fields';
import { inTurn } from '../state/queue';
import { useSettings } from '../state/settings';
import { useWords } from '../words';
import { bothFileWords, useFileWords } from '../words/file';

const SHORTEST = 8;

function close(): void {
  useFiling.setState({ backup: null });
}

/** Does `work`; a refusal is kept to be shown in the dialog. */
function useWork() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
    setBusy(false);
  };
  return { busy, error, run };
}

export function MakeBackup() {
  const w = useFileWords();
  const common = useWords();
  const language = useSettings((state) => state.language);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const { busy, error, run } = useWork();
  const short = password.length > 0 && [...password].length < SHORTEST;
  const differs = again.length > 0 && again !== password;
  const ready = [...password].length >= SHORTEST && (shown || again === password);
  const write = () =>
    run(async () => {
      const path = await pickNewBackup(w.backup.pickTitle, w.backup.filter);
      if (!path) return;
      await sendTexts();
      const done = await inTurn(() => backend().call('backup', { path, password }));
      close();
      written(
        done.path,
        bothFileWords((words) => words.backup.done),
      );
    });
  return (
    <Modal
      open
      width={460}
      title={w.backup.title}
      onCancel={close}
      onOk={() => void write()}
      okText={busy ? w.common.working : w.backup.write}
      cancelText={common.common.cancel}
      okButtonProps={{ disabled: !ready || busy, 'data-testid': 'backup-write' }}
    >
      <div className="wizard-body" data-testid="backup">
        <p>{w.backup.text}</p>
        <p className="warn">{w.backup.warning}</p>
        <Labelled label={w.backup.password} error={short ? w.backup.short : null}>
          {(id) => (
            <Input
              id={id}
              type={shown ? 'text' : 'password'}
              value={password}
              autoFocus
              autoComplete="new-password"
              onChange={(event) => setPassword(event.target.value)}
              data-testid="backup-password"
            />
          )}
        </Labelled>
        {shown ? null : (
          <Labelled label={w.backup.again} error={differs ? w.backup.differs : null}>
            {(id) => (
              <Input
                id={id}
                type="password"
                value={again}
                autoComplete="new-password"
                onChange={(event) => setAgain(event.target.value)}
                data-testid="backup-again"
              />
            )}
          </Labelled>
        )}
        <Checkbox checked={shown} onChange={(event) => setShown(event.target.checked)}>
          {w.backup.show}
        </Checkbox>
        {error ? (
          <p className="warn" role="alert" data-testid="backup-error">
            {errorText(error, language)}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}

export function OpenBackup() {
  const w = useFileWords();
  const common = useWords();
  const language = useSettings((state) => state.language);
  const [path, setPath] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const { busy, error, run } = useWork();
  const choose = async () => setPath((await pickBackup(w.backup.openTitle, w.backup.filter)) ?? path);
  const open = () =>
    run(async () => {
      if (!path) return;
      const out = await pickNewProject(w.backup.outTitle, w.backup.suffix, stem(path));
      if (!out) return;
      const done = await inTurn(() => backend().call('open-backup', { path, out, password }));
      close();
      await openPath(done.path);
    });
  return (
    <Modal
      open
      width={460}
      title={w.backup.openTitle}
      onCancel={close}
      onOk={() => void open()}
      okText={busy ? w.common.working : w.backup.openGo}
      cancelText={common.common.cancel}
      okButtonProps={{ disabled: !path || password === '' || busy, 'data-testid': 'backup-open' }}
    >
      <div className="wizard-body" data-testid="open-backup">
        <p>{w.backup.openText}</p>
        <button
          type="button"
          className="secondary"
          onClick={() => void choose()}
          title={path ?? ''}
          data-testid="backup-choose"
        >
          {path ? fileName(path) : w.backup.choose}
        </button>
        <Labelled label={w.backup.password}>
          {(id) => (
            <Input.Password
              id={id}
              value={password}
              autoComplete="off"
              onChange={(event) => setPassword(event.target.value)}
              data-testid="backup-password"
            />
          )}
        </Labelled>
        {error ? (
          <p className="warn" role="alert" data-testid="backup-error">
            {errorText(error, language)}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}

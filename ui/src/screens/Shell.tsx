// What the shell tells by itself: saved, could not save, could not close; and what opening found.
// Relies on the events of the backend.
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { backend } from '../backend';
import { folderOf } from '../format';
import type { ApiError } from '../ipc';
import { errorText } from '../parts/fields';
import { closeProject, fileChanged } from '../state/actions';
import { sendTexts } from '../state/fields';
import { chooseAndSaveAs } from '../state/files';
import { useSettings } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { useSaved } from './SavedChip';

export function Shell() {
  const [closing, setClosing] = useState<ApiError | null>(null);
  const path = useProject((state) => state.project?.file.path);
  useEffect(() => {
    const stops = [
      backend().on('saved', (file) => {
        useSaved.setState({ at: new Date(), failed: null });
        fileChanged(file);
      }),
      backend().on('save-failed', (failed) => useSaved.setState({ failed })),
      backend().on('close-failed', setClosing),
    ];
    // What was typed reaches the program before the window is left.
    const send = () => void sendTexts();
    window.addEventListener('blur', send);
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('blur', send);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file begins without news of its own
  useEffect(() => useSaved.setState({ at: null, failed: null }), [path]);
  return (
    <>
      {closing ? <CloseFailed error={closing} onDone={() => setClosing(null)} /> : null}
      <Recovery />
    </>
  );
}

function CloseFailed({ error, onDone }: { error: ApiError; onDone: () => void }) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const saveAs = async () => {
    if (await chooseAndSaveAs()) onDone();
  };
  return (
    <Modal
      open
      width={460}
      title={w.closing.title}
      onCancel={onDone}
      footer={[
        <Button key="keep" onClick={onDone} data-testid="close-keep">
          {w.closing.keep}
        </Button>,
        <Button key="save" type="primary" onClick={() => void saveAs()} data-testid="close-save-as">
          {w.menu.saveAs}
        </Button>,
      ]}
    >
      <p>{errorText(error, language)}</p>
      <p className="faint">{w.saved.safe}</p>
    </Modal>
  );
}

/** What was found of an earlier session, once. */
function Recovery() {
  const w = useWords();
  const recovery = useProject((state) => state.project?.recovery);
  const [read, setRead] = useState<unknown>(null);
  if (!recovery || recovery.kind === 'none' || read === recovery) return null;
  return (
    <div className="recovery" role="status" data-testid="recovery">
      <span>
        {recovery.kind === 'resumed'
          ? w.recovery.resumed(recovery.commits)
          : w.recovery.setAside(folderOf(recovery.kept))}
      </span>
      {recovery.kind === 'set-aside' ? (
        <button
          type="button"
          className="link"
          onClick={() =>
            void backend()
              .reveal(recovery.kept)
              .catch(() => undefined)
          }
        >
          {w.common.reveal}
        </button>
      ) : null}
      <button type="button" className="link" onClick={() => setRead(recovery)} data-testid="recovery-read">
        {w.recovery.read}
      </button>
      {recovery.kind === 'set-aside' ? (
        <button type="button" className="link" onClick={() => void closeProject()}>
          {w.menu.close}
        </button>
      ) : null}
    </div>
  );
}

// Bringing a plan in: a file, what it holds, where it goes; then one step that can be undone.
// Relies on Rust to read the file; nothing is in the project before the import is asked for.
import { Progress as Bar, Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { fileName } from '../../format';
import { errorText } from '../../parts/fields';
import { usePick, useSettings } from '../../state/settings';
import { useWords } from '../../words';
import { Counts } from './Counts';
import { PageChoice, TargetChoice, UnitChoice } from './choices';
import { useImport } from './importing';
import { chooseFolderOfMap, choosePlan, type ImportJob, useImportJob } from './job';
import { LayerList } from './LayerList';
import { Preview } from './Preview';

export function ImportDialog() {
  const open = useImport((state) => state.open);
  return open ? <Open /> : null;
}

function Open() {
  const w = useWords();
  const job = useImportJob();
  const { state } = job;
  const running = state.name === 'importing';
  const [stopping, setStopping] = useState(false);
  useEffect(() => {
    if (!running) setStopping(false);
  }, [running]);
  const close = () => {
    void job.cancel();
    if (running) setStopping(true);
    else useImport.setState({ open: false });
  };
  const over = state.name === 'done';
  useEffect(() => {
    if (over) useImport.setState({ open: false });
  }, [over]);
  const empty = job.choice.options.layers?.length === 0;
  return (
    <Modal
      open
      width={700}
      style={{ top: 40 }}
      title={w.importing.title}
      onCancel={close}
      mask={{ closable: false }}
      footer={[
        <Button key="close" onClick={close} loading={running && stopping} data-testid="import-cancel">
          {running ? w.importing.cancel : w.common.cancel}
        </Button>,
        <Button
          key="start"
          type="primary"
          disabled={state.name !== 'chosen' || empty}
          loading={running}
          onClick={() => void job.start()}
          data-testid="import-start"
        >
          {w.importing.start}
        </Button>,
      ]}
    >
      <div className="import" data-testid="import-dialog" data-state={state.name}>
        <FileLine job={job} />
        <Body job={job} />
      </div>
    </Modal>
  );
}

function FileLine({ job }: { job: ImportJob }) {
  const w = useWords();
  const { state } = job;
  const choose = async (pick: () => Promise<string | null>) => {
    const path = await pick();
    if (path) await job.open(path);
  };
  return (
    <div className="import-file">
      <Button
        type={state.name === 'empty' ? 'primary' : 'default'}
        onClick={() => void choose(choosePlan)}
        disabled={state.name === 'importing' || state.name === 'reading'}
        data-testid="import-pick"
      >
        {state.name === 'empty' ? w.importing.pick : w.importing.again}
      </Button>
      <span>{'path' in state ? fileName(state.path) : w.importing.kinds}</span>
      {state.name === 'empty' ? (
        <button
          type="button"
          className="link"
          onClick={() => void choose(chooseFolderOfMap)}
          data-testid="import-pick-folder"
        >
          {w.importing.folder}
        </button>
      ) : null}
    </div>
  );
}

function Body({ job }: { job: ImportJob }) {
  const w = useWords();
  const pick = usePick();
  const language = useSettings((state) => state.language);
  const { state } = job;
  if (state.name === 'importing') {
    const { progress } = state;
    return (
      <div data-testid="import-progress">
        <Bar
          percent={progress ? Math.round((100 * progress.done) / Math.max(1, progress.total)) : 0}
          showInfo={false}
        />
        <p className="faint">{progress ? pick(progress.what) : w.importing.working}</p>
      </div>
    );
  }
  const error = 'error' in state ? errorText(state.error, language) : null;
  const found = 'found' in state ? state.found : null;
  return (
    <>
      {error ? (
        <p className="import-error" role="alert" data-testid="import-error">
          {error}
        </p>
      ) : null}
      {state.name === 'empty' && !error ? <p className="faint">{w.importing.dwg}</p> : null}
      {state.name === 'reading' && !found ? <p className="faint">{w.importing.reading}</p> : null}
      {found ? (
        <div className="import-found">
          <Preview found={found} layers={job.choice.options.layers} />
          <div>
            <PageChoice job={job} found={found} />
            <UnitChoice job={job} found={found} />
            <LayerList job={job} found={found} />
          </div>
          <div className="import-below">
            <Counts found={found} />
            <TargetChoice job={job} found={found} />
          </div>
        </div>
      ) : null}
    </>
  );
}

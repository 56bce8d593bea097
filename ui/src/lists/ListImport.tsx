// The wizard for lists that people already have: file, header and columns, row by row, accept.
// Relies on `job.ts` for what is under way. Each stage shows what the program understood and lets it be changed.
import { Button, Modal } from 'antd';
import { backend, toCallError } from '../backend';
import { fileName } from '../format';
import { Icon } from '../parts/icons';
import { notifyError } from '../state/notices';
import { useWords } from '../words';
import { Columns } from './Columns';
import { accept, bringsSomething, closeListImport, lookAt, type Stage, useJob } from './job';
import { Rows } from './Rows';

const STAGES: readonly Stage[] = ['file', 'columns', 'rows'];

export function ListImport() {
  const w = useWords();
  const { stage, path } = useJob();
  return (
    <Modal
      open
      width="min(1180px, calc(100vw - 48px))"
      style={{ top: 24 }}
      title={w.lists.title}
      onCancel={closeListImport}
      footer={null}
      mask={{ closable: false }}
    >
      <div className="list-import" data-testid="list-import" data-stage={stage}>
        <Way stage={stage} />
        {stage === 'file' ? <FileStage /> : null}
        {stage === 'columns' && path ? <Columns /> : null}
        {stage === 'rows' ? <Rows /> : null}
        {stage === 'file' ? null : <Foot stage={stage} />}
      </div>
    </Modal>
  );
}

function Way({ stage }: { stage: Stage }) {
  const w = useWords();
  const path = useJob((job) => job.path);
  const busy = useJob((job) => job.busy);
  const at = STAGES.indexOf(stage);
  return (
    <header className="list-import-way">
      <ol>
        {w.lists.stages.map((name, index) => (
          <li key={name} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
            <i>{index < at ? <Icon name="check" size={11} /> : index + 1}</i>
            {name}
          </li>
        ))}
      </ol>
      {path ? (
        <span className="list-import-file">
          <Icon name="table" size={14} />
          <b title={path}>{fileName(path)}</b>
          <button type="button" className="link" disabled={busy} onClick={() => void choose(w.lists)}>
            {w.lists.other}
          </button>
        </span>
      ) : null}
    </header>
  );
}

async function choose(words: { pickTitle: string; excel: string }): Promise<void> {
  try {
    const path = await backend().pick({
      title: words.pickTitle,
      what: 'open',
      filter: words.excel,
      endings: ['xlsx'],
      suggested: '',
    });
    if (path) await lookAt(path);
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

function FileStage() {
  const w = useWords();
  const busy = useJob((job) => job.busy);
  return (
    <div className="list-import-start">
      <p>{w.lists.startText}</p>
      <ul>
        {w.lists.startPoints.map((line) => (
          <li key={line}>
            <Icon name="check" size={13} />
            {line}
          </li>
        ))}
      </ul>
      <Button
        type="primary"
        size="large"
        loading={busy}
        onClick={() => void choose(w.lists)}
        data-testid="list-pick"
      >
        {w.lists.pickFile}
      </Button>
    </div>
  );
}

function Foot({ stage }: { stage: Stage }) {
  const w = useWords();
  const { proposal, busy } = useJob();
  const news = proposal ? proposal.created + proposal.updated : 0;
  return (
    <footer className="list-import-foot">
      {proposal ? <Sum /> : <span />}
      <Button onClick={closeListImport}>{w.common.cancel}</Button>
      {stage === 'columns' ? (
        <Button
          type="primary"
          disabled={!proposal}
          loading={busy}
          onClick={() => useJob.setState({ stage: 'rows' })}
          data-testid="list-next"
        >
          {w.lists.next}
        </Button>
      ) : (
        <>
          <Button onClick={() => useJob.setState({ stage: 'columns' })} data-testid="list-back">
            {w.lists.back}
          </Button>
          <Button
            type="primary"
            disabled={!bringsSomething(proposal)}
            loading={busy}
            onClick={() => void accept()}
            data-testid="list-apply"
          >
            {bringsSomething(proposal) ? w.lists.apply(news) : w.lists.nothing}
          </Button>
        </>
      )}
    </footer>
  );
}

/** Every row accounted for: what is new, changed, unchanged and refused makes the sum. */
function Sum() {
  const w = useWords();
  const proposal = useJob((job) => job.proposal);
  if (!proposal) return null;
  const { created, updated, unchanged, refused, rows } = proposal;
  return (
    <p
      className="list-import-sum"
      data-testid="list-sum"
      data-created={created}
      data-updated={updated}
      data-unchanged={unchanged}
      data-refused={refused.length}
      data-rows={rows}
    >
      <b>{w.lists.sum(rows)}</b>
      <span data-outcome="created">
        {w.lists.outcomes.created} {created}
      </span>
      <span data-outcome="updated">
        {w.lists.outcomes.updated} {updated}
      </span>
      <span data-outcome="unchanged">
        {w.lists.outcomes.unchanged} {unchanged}
      </span>
      <span data-outcome="refused" data-none={refused.length === 0 || undefined}>
        {w.lists.outcomes.refused} {refused.length}
      </span>
    </p>
  );
}

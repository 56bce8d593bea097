// Handing over in three steps: what is left to do, to whom and how, and the code to compare by telephone.
// Relies on `hand-over`, which writes the note into the record and the copy to its place; findings are Rust's.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { backend, toCallError } from '../backend';
import { pickNewProject } from '../filing/pick';
import { useFiling } from '../filing/store';
import { fileName, fileSize, folderOf } from '../format';
import type { HandOverReport } from '../ipc';
import { Labelled } from '../parts/fields';
import { Icon } from '../parts/icons';
import { reopen } from '../state/actions';
import { sendTexts } from '../state/fields';
import { goStep } from '../state/next';
import { notify, notifyError } from '../state/notices';
import { inTurn } from '../state/queue';
import { keepSettings, useSettings } from '../state/settings';
import { useWords } from '../words';
import { bothFileWords, useFileWords } from '../words/file';
import { Left } from './Left';

export function HandOverDialog() {
  const w = useFileWords();
  const [at, setAt] = useState(0);
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [clean, setClean] = useState(false);
  const unnamed = useSettings((state) => !state.start?.settings.actor.trim());
  const account = useSettings((state) => state.start?.actor);
  const [askName] = useState(unnamed);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<HandOverReport | null>(null);
  const close = () => useFiling.setState({ handOver: false });
  const write = async () => {
    const path = await pickNewProject(w.handOver.pickTitle, w.handOver.suffix);
    if (!path) return;
    setBusy(true);
    await sendTexts();
    try {
      if (name.trim()) {
        await keepSettings({ actor: name.trim() });
        await reopen();
      }
      setReport(await inTurn(() => backend().call('hand-over', { path, clean, to, note })));
      setAt(2);
    } catch (thrown) {
      notifyError(toCallError(thrown).api);
    }
    setBusy(false);
  };
  return (
    <Modal
      open
      width={720}
      title={w.handOver.title}
      onCancel={close}
      mask={{ closable: false }}
      footer={<Foot at={at} busy={busy} onAt={setAt} onWrite={() => void write()} onClose={close} />}
    >
      <div data-testid="hand-over" data-at={at}>
        <ol className="wizard-steps">
          {w.handOver.steps.map((name, index) => (
            <li
              key={name}
              aria-current={index === at ? 'step' : undefined}
              data-done={index < at || undefined}
            >
              <i>{index < at ? <Icon name="check" size={11} /> : index + 1}</i>
              {name}
            </li>
          ))}
        </ol>
        {at === 0 ? <FirstStep onLeave={close} /> : null}
        {at === 1 ? (
          <div className="wizard-body">
            {askName ? (
              <Labelled label={w.handOver.own} hint={w.handOver.ownHint}>
                {(id) => (
                  <Input
                    id={id}
                    value={name}
                    maxLength={60}
                    placeholder={account}
                    onChange={(event) => setName(event.target.value)}
                    data-testid="hand-over-own"
                  />
                )}
              </Labelled>
            ) : null}
            <Labelled label={w.handOver.to}>
              {(id) => (
                <Input
                  id={id}
                  value={to}
                  maxLength={60}
                  placeholder={w.handOver.toHint}
                  onChange={(event) => setTo(event.target.value)}
                  data-testid="hand-over-to"
                />
              )}
            </Labelled>
            <Labelled label={w.handOver.note}>
              {(id) => (
                <Input.TextArea
                  id={id}
                  value={note}
                  maxLength={4000}
                  autoSize={{ minRows: 4, maxRows: 8 }}
                  placeholder={w.handOver.noteHint}
                  onChange={(event) => setNote(event.target.value)}
                  data-testid="hand-over-note"
                />
              )}
            </Labelled>
            <div className="ways two" role="radiogroup" aria-label={w.handOver.steps[1]}>
              <Kind isClean={false} chosen={!clean} onChoose={() => setClean(false)} />
              <Kind isClean chosen={clean} onChoose={() => setClean(true)} />
            </div>
          </div>
        ) : null}
        {at === 2 && report ? <Done report={report} /> : null}
      </div>
    </Modal>
  );
}

interface FootProps {
  at: number;
  busy: boolean;
  onAt: (at: number) => void;
  onWrite: () => void;
  onClose: () => void;
}

function Foot({ at, busy, onAt, onWrite, onClose }: FootProps) {
  const w = useFileWords();
  const common = useWords();
  return (
    <div className="outside-foot">
      <span className="grow" />
      {at === 2 ? null : (
        <button
          type="button"
          className="secondary"
          onClick={at === 0 ? onClose : () => onAt(0)}
          data-testid="hand-over-back"
        >
          {at === 0 ? common.common.cancel : w.common.back}
        </button>
      )}
      <button
        type="button"
        className="primary"
        disabled={busy}
        onClick={at === 0 ? () => onAt(1) : at === 1 ? onWrite : onClose}
        data-testid={at === 1 ? 'hand-over-write' : 'hand-over-next'}
      >
        {busy ? w.common.working : at === 0 ? w.common.next : at === 1 ? w.handOver.write : w.handOver.finish}
      </button>
    </div>
  );
}

function FirstStep({ onLeave }: { onLeave: () => void }) {
  const w = useFileWords();
  const check = () => {
    onLeave();
    goStep('check');
  };
  return (
    <div className="wizard-body">
      <p>{w.handOver.left}</p>
      <Left />
      <button type="button" className="link" onClick={check} data-testid="hand-over-check">
        {w.handOver.toCheck}
      </button>
    </div>
  );
}

function Kind({ isClean, chosen, onChoose }: { isClean: boolean; chosen: boolean; onChoose: () => void }) {
  const w = useFileWords();
  return (
    <button
      type="button"
      role="radio"
      aria-checked={chosen}
      className="way"
      onClick={onChoose}
      data-testid={isClean ? 'hand-over-clean' : 'hand-over-full'}
    >
      <Icon name={chosen ? 'check' : isClean ? 'file' : 'history'} size={18} />
      <b>{isClean ? w.handOver.clean : w.handOver.full}</b>
      <span>{isClean ? w.handOver.cleanText : w.handOver.fullText}</span>
    </button>
  );
}

function Done({ report }: { report: HandOverReport }) {
  const w = useFileWords();
  const copy = () =>
    void navigator.clipboard.writeText(report.code).then(
      () => notify({ kind: 'done', text: bothFileWords((words) => words.handOver.copied) }),
      () => undefined,
    );
  const reveal = () =>
    void backend()
      .reveal(report.path)
      .catch((thrown) => notifyError(toCallError(thrown).api));
  return (
    <div className="wizard-body hand-over-done">
      <p>{w.handOver.done}</p>
      <p className="big-code selectable" data-testid="hand-over-code">
        {report.code}
      </p>
      <p className="faint">{w.handOver.codeText}</p>
      <dl className="facts">
        <dt>{w.handOver.where}</dt>
        <dd className="selectable" data-testid="hand-over-path">
          <b>{fileName(report.path)}</b> {folderOf(report.path)}
        </dd>
        <dt>{w.handOver.size}</dt>
        <dd>{fileSize(report.size)}</dd>
        <dt>{w.received.left}</dt>
        <dd>
          {report.errors + report.warnings > 0
            ? w.common.findings(report.errors, report.warnings)
            : w.common.well}
        </dd>
      </dl>
      <div className="record-deeds">
        <button type="button" className="secondary" onClick={copy} data-testid="hand-over-copy-code">
          {w.handOver.copyCode}
        </button>
        <button type="button" className="secondary" onClick={reveal} data-testid="hand-over-reveal">
          <Icon name="folder" size={13} />
          {w.common.reveal}
        </button>
      </div>
    </div>
  );
}

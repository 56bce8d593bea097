// Result files that come while the project is open: taken at once, told, and listed with the reasons of refusals.
// Relies on the shell telling when files wait, and on `take-inbox`, which waits for files that are still on their way.
import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { InboxRefusal, InboxReport } from '../ipc';
import { errorText } from '../parts/fields';
import { usePick, useSettings } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { askInbox, forgetTakings, hearInbox, showTakings, useInbox } from './inbox';
import { ResultDialog } from './ResultDialog';

export function Arrivals() {
  const path = useProject((state) => state.project?.file.path);
  const open = useInbox((own) => own.open);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another project has another folder
  useEffect(() => {
    forgetTakings();
    void askInbox();
    return hearInbox();
  }, [path]);
  return open ? <TakingsDialog /> : null;
}

function TakingsDialog() {
  const w = useWords();
  const takings = useInbox((own) => own.takings);
  const [result, setResult] = useState<string | null>(null);
  return (
    <Modal
      open
      width={760}
      style={{ top: 56 }}
      title={w.inspect.takingsTitle}
      onCancel={() => showTakings(false)}
      footer={
        <button
          type="button"
          className="primary"
          onClick={() => showTakings(false)}
          data-testid="takings-close"
        >
          {w.common.close}
        </button>
      }
    >
      <p className="dialog-about">{w.inspect.takingsText}</p>
      <div className="takings" data-testid="takings" data-count={takings.length}>
        {takings.map((own) => (
          <section key={own.number}>
            <h3>
              {own.at} <span className="faint selectable">{own.folder}</span>
            </h3>
            <Taking report={own.report} onResult={setResult} />
          </section>
        ))}
      </div>
      {result ? <ResultDialog inspection={result} onDone={() => setResult(null)} /> : null}
    </Modal>
  );
}

interface TakingProps {
  report: InboxReport;
  onResult: (inspection: string) => void;
}

function Taking({ report, onResult }: TakingProps) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  return (
    <ul>
      {report.taken.map((own) => (
        <li key={own.file} data-kind="taken" data-testid="taking-taken">
          <b>{w.inspect.takenFile}</b>
          <span>
            <em>{own.file}</em>
            {own.dangers > 0 ? w.inspect.takenDangers(own.dangers) : w.inspect.takenNormal}
          </span>
          {own.inspection ? (
            <button type="button" className="link" onClick={() => onResult(own.inspection ?? '')}>
              {w.inspect.openResult}
            </button>
          ) : null}
        </li>
      ))}
      <Refusals refusals={report.refused} word={w.inspect.refusedFile} kind="refused" />
      <Refusals refusals={report.left} word={w.inspect.leftFile} kind="left" />
      {report.waiting.map((file) => (
        <li key={file} data-kind="waiting">
          <b>{w.inspect.waitingFile}</b>
          <span>
            <em>{file}</em>
          </span>
        </li>
      ))}
      {report.stopped ? <li className="field-error">{errorText(report.stopped, language)}</li> : null}
    </ul>
  );
}

interface RefusalsProps {
  refusals: readonly InboxRefusal[];
  word: string;
  kind: 'refused' | 'left';
}

function Refusals({ refusals, word, kind }: RefusalsProps) {
  const pick = usePick();
  return refusals.map((own) => (
    <li key={`${own.file}/${own.code}`} data-kind={kind} data-code={own.code} data-testid={`taking-${kind}`}>
      <b>{word}</b>
      <span>
        <em>{own.file}</em>
        {pick(own.reason)}
      </span>
    </li>
  ));
}

// One finding: what is wrong, the way to its place, and the button that mends it where one click can.
// Relies on the command that Rust gives with it.
import { useState } from 'react';
import type { Command, FindingView } from '../ipc';
import { Icon } from '../parts/icons';
import { attempt } from '../state/actions';
import { usePick } from '../state/settings';
import { useWords } from '../words';
import { IgnoreForm } from './IgnoreForm';
import { visit } from './visit';

export function Finding({ finding }: { finding: FindingView }) {
  const w = useWords();
  const pick = usePick();
  const { remedy, ignored } = finding;
  const [ignoring, setIgnoring] = useState(false);
  return (
    <li
      data-testid="finding"
      data-rule={finding.rule}
      data-row={finding.row.id}
      data-ignored={ignored ? true : undefined}
    >
      <button
        type="button"
        className="finding-text"
        title={w.health.go}
        onClick={() => visit(finding)}
        data-testid="finding-visit"
      >
        <Marked text={pick(finding.text)} part={finding.subject} />
        {ignored ? <em>{w.health.ignoredBy(ignored.on, ignored.by, ignored.reason)}</em> : null}
      </button>
      {ignored ? (
        <button
          type="button"
          className="link"
          onClick={() =>
            void attempt({ type: 'remove', rows: [{ table: 'ignored_finding', id: ignored.id }] })
          }
          data-testid="finding-heed"
        >
          {w.health.heed}
        </button>
      ) : (
        <button
          type="button"
          className="link quiet"
          title={w.health.ignoreHint}
          onClick={() => setIgnoring(true)}
          data-testid="finding-ignore"
        >
          {w.health.ignore}
        </button>
      )}
      {ignored ? null : remedy.kind === 'command' ? (
        <Mend label={pick(remedy.label)} command={remedy.command} />
      ) : (
        <button type="button" className="link" onClick={() => visit(finding)}>
          {w.health.go}
          <Icon name="right" size={12} />
        </button>
      )}
      {ignoring ? <IgnoreForm finding={finding} onDone={() => setIgnoring(false)} /> : null}
    </li>
  );
}

function Mend({ label, command }: { label: string; command: Command }) {
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    await attempt(command);
    setBusy(false);
  };
  return (
    <button
      type="button"
      className="secondary mend"
      disabled={busy}
      onClick={() => void go()}
      data-testid="finding-mend"
    >
      <Icon name="check" size={12} />
      {label}
    </button>
  );
}

/** A sentence with what it is about in bold. */
function Marked({ text, part }: { text: string; part: string }) {
  const at = part ? text.indexOf(part) : -1;
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <b>{part}</b>
      {text.slice(at + part.length)}
    </>
  );
}

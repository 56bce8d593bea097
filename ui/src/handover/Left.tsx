// What is left to do, in short: the first findings of the health check, the worst first.
// Relies on the findings as they were last asked for. Knows no rule.
import { useEffect } from 'react';
import type { Severity } from '../ipc';
import { Icon } from '../parts/icons';
import { checkNow, useFindings } from '../state/findings';
import { usePick } from '../state/settings';
import { useFileWords } from '../words/file';

const SHOWN = 8;
const ORDER: readonly Severity[] = ['error', 'warning', 'notice'];

export function Left() {
  const w = useFileWords();
  const pick = usePick();
  const findings = useFindings();
  useEffect(() => void checkNow(), []);
  const count = (severity: Severity) => findings.filter((own) => own.severity === severity).length;
  const serious = findings
    .filter((own) => own.severity !== 'notice')
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  if (serious.length === 0) {
    return (
      <p className="left-well" data-testid="left" data-count="0">
        <Icon name="check" size={14} /> {w.common.well}
      </p>
    );
  }
  return (
    <div data-testid="left" data-count={serious.length}>
      <b>{w.common.findings(count('error'), count('warning'))}</b>
      <ul className="left-list">
        {serious.slice(0, SHOWN).map((own) => (
          <li key={`${own.rule}${own.row.id}${own.text.english}`} data-severity={own.severity}>
            <Icon name="alert" size={13} />
            {pick(own.text)}
          </li>
        ))}
      </ul>
      {serious.length > SHOWN ? (
        <p className="faint">{w.handOver.moreFindings(serious.length - SHOWN)}</p>
      ) : null}
    </div>
  );
}

// The health check: what is missing or contradictory, the worst first; each finding leads to its place.
// Relies on `check`; rules and words are Rust's.
import { useEffect, useMemo, useState } from 'react';
import type { FindingView, Severity } from '../ipc';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { checkNow, useFindings, useIsChecked } from '../state/findings';
import { goTo } from '../state/go';
import { usePick } from '../state/settings';
import { useProject, useView } from '../state/store';
import { useWords } from '../words';
import { Page } from './Page';

const ORDER: readonly Severity[] = ['error', 'warning', 'notice'];
const MOST = 300;

export function CheckScreen() {
  const w = useWords();
  const findings = useFindings();
  const checked = useIsChecked();
  const step = useProject((state) => state.project?.step);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step may change the findings
  useEffect(() => void checkNow(), [step]);
  const groups = useMemo(
    () =>
      ORDER.map((severity) => ({
        severity,
        own: findings.filter((finding) => finding.severity === severity),
      })),
    [findings],
  );
  return (
    <Page title={w.steps.check} text={w.check.text} testid="check">
      {checked && findings.length === 0 ? <Empty title={w.check.wellTitle} text={w.check.wellText} /> : null}
      {groups.map(({ severity, own }) =>
        own.length > 0 ? <Group key={severity} severity={severity} findings={own} /> : null,
      )}
    </Page>
  );
}

function Group({ severity, findings }: { severity: Severity; findings: FindingView[] }) {
  const w = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, MOST);
  return (
    <section className="findings" data-severity={severity}>
      <h2>
        <Icon name={severity === 'notice' ? 'info' : 'alert'} size={15} />
        {w.check[severity]}
        <b>{findings.length}</b>
      </h2>
      <ul>
        {shown.map((finding) => (
          <Finding key={`${finding.rule}${finding.row.id}${finding.text.english}`} finding={finding} />
        ))}
      </ul>
      {shown.length < findings.length ? (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {w.check.all(findings.length)}
        </button>
      ) : null}
    </section>
  );
}

function Finding({ finding }: { finding: FindingView }) {
  const pick = usePick();
  return (
    <li>
      <button type="button" onClick={() => visit(finding)} data-testid="finding" data-rule={finding.rule}>
        <span>
          <Marked text={pick(finding.text)} part={finding.subject} />
        </span>
        <Icon name="right" size={13} />
      </button>
    </li>
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

/** Goes where the finding can be put right. */
function visit({ row, rule }: FindingView): void {
  if (row.table === 'risk_point') {
    const tab =
      rule === 'missing-hazard' || rule === 'missing-accident'
        ? 'hazards'
        : rule === 'missing-measure' || rule === 'missing-measure-class'
          ? 'measures'
          : rule === 'missing-owner' ||
              rule === 'missing-person' ||
              rule === 'outside-zone' ||
              rule === 'duplicate-code'
            ? 'basics'
            : 'score';
    useView.setState({ tab });
  }
  const point = pointOf(row);
  goTo(point ?? row);
}

/** The point that a hazard belongs to is not in the window; Rust names points, so rows of other tables are places. */
function pointOf(row: FindingView['row']): FindingView['row'] | null {
  return row.table === 'risk_point' ||
    row.table === 'risk_zone' ||
    row.table === 'floor' ||
    row.table === 'building'
    ? row
    : null;
}

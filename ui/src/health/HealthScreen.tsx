// The health check: what is missing or contradictory, the worst first; mended with a click or at its place.
// Relies on `check` and `completeness`; rules, words and remedies are Rust's.
import { Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { FindingView, Rule, Severity } from '../ipc';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { Page } from '../screens/Page';
import { checkNow, useFindings, useIsChecked } from '../state/findings';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { Completeness } from './Completeness';
import { Finding } from './Finding';

const ORDER: readonly Severity[] = ['error', 'warning', 'notice'];
const MOST = 200;

export function HealthScreen() {
  const w = useWords();
  const findings = useFindings();
  const checked = useIsChecked();
  const step = useProject((state) => state.project?.step);
  const [rule, setRule] = useState<Rule | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step may change the findings
  useEffect(() => void checkNow(), [step]);
  const open = useMemo(() => findings.filter((finding) => finding.ignored === null), [findings]);
  const ignored = useMemo(() => findings.filter((finding) => finding.ignored !== null), [findings]);
  const rules = useMemo(() => {
    const counts = new Map<Rule, number>();
    for (const finding of open) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
    return [...counts];
  }, [open]);
  // The last finding of a kind was mended: the others come back into sight.
  const only = rule && rules.some(([own]) => own === rule) ? rule : null;
  const groups = useMemo(
    () =>
      ORDER.map((severity) => ({
        severity,
        own: open.filter(
          (finding) => finding.severity === severity && (only === null || finding.rule === only),
        ),
      })),
    [open, only],
  );
  const quick = open.filter((finding) => finding.remedy.kind === 'command').length;
  return (
    <Page
      title={w.steps.check}
      text={w.check.text}
      wide
      testid="check"
      aside={
        findings.length > 0 ? (
          <div className="overview-aside">
            <span className="faint">{w.health.remedies(quick)}</span>
            <Select
              className="health-rule"
              value={only}
              allowClear
              placeholder={w.health.allRules}
              aria-label={w.health.only}
              options={rules.map(([own, count]) => ({
                value: own,
                label: `${w.health.rules[own]}（${count}）`,
              }))}
              onChange={(own: Rule | undefined) => setRule(own ?? null)}
              popupMatchSelectWidth={false}
              data-testid="health-rule"
            />
          </div>
        ) : null
      }
    >
      <div className="health">
        <div>
          {checked && open.length === 0 ? <Empty title={w.check.wellTitle} text={w.check.wellText} /> : null}
          {groups.map(({ severity, own }) =>
            own.length > 0 ? <Group key={severity} severity={severity} findings={own} /> : null,
          )}
          {ignored.length > 0 && only === null ? <Ignored findings={ignored} /> : null}
        </div>
        <Completeness />
      </div>
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

/** Findings that somebody decided to live with. */
function Ignored({ findings }: { findings: readonly FindingView[] }) {
  const w = useWords();
  return (
    <details className="findings ignored" data-testid="ignored">
      <summary>
        {w.health.ignored} <b>{findings.length}</b>
      </summary>
      <ul>
        {findings.map((finding) => (
          <Finding key={`${finding.rule}${finding.row.id}${finding.detail}`} finding={finding} />
        ))}
      </ul>
    </details>
  );
}

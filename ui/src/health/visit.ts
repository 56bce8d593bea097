// Going to the place where a finding can be put right.
// Relies on Rust naming the part. Rows that stand on no plan are kept in the first step.
import type { FindingView, RowId, Visit } from '../ipc';
import { goTo } from '../state/go';
import { type SetupTab, type Step, useView, type ViewState } from '../state/store';

const TABS: Partial<Record<Visit, ViewState['tab']>> = {
  hazards: 'hazards',
  scores: 'score',
  measures: 'measures',
  control: 'basics',
  plan: 'basics',
  people: 'basics',
  organisation: 'basics',
  criteria: 'score',
};

const STEPS: Partial<Record<Visit, Step>> = { review: 'reviews', rounds: 'rounds', changes: 'changes' };

const PAGES: Partial<Record<RowId['table'], SetupTab>> = {
  organisation: 'organisation',
  project: 'organisation',
  department: 'people',
  person: 'people',
  post: 'people',
  control_tier: 'criteria',
  criteria_preset: 'criteria',
  building: 'buildings',
  campus: 'buildings',
};

const PLACED: ReadonlySet<RowId['table']> = new Set(['risk_point', 'risk_zone', 'floor']);

/** The part that a remedy with a command would touch is still worth a look. */
function partOf({ remedy, rule }: FindingView): Visit {
  if (remedy.kind === 'visit') return remedy.part;
  return rule.includes('zone') || rule === 'unplaced' ? 'plan' : 'control';
}

export function visit(finding: FindingView): void {
  const { row } = finding;
  const part = partOf(finding);
  const page = STEPS[part];
  if (page) {
    useView.setState({ step: page });
    return;
  }
  const tab = TABS[part];
  if (row.table === 'risk_point' && tab) useView.setState({ tab });
  if (PLACED.has(row.table)) goTo(row);
  else useView.setState({ step: 'setup', setup: PAGES[row.table] ?? 'organisation' });
}

// Going to the place where a finding can be put right.
// Relies on Rust naming the part. Rows that stand on no plan are kept in the first step.
import type { FindingView, RowId, Visit } from '../ipc';
import { goTo } from '../state/go';
import { type SetupTab, useView, type ViewState } from '../state/store';

const TABS: Record<Visit, ViewState['tab']> = {
  hazards: 'hazards',
  scores: 'score',
  measures: 'measures',
  control: 'basics',
  plan: 'basics',
  people: 'basics',
  organisation: 'basics',
  criteria: 'score',
};

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
  if (row.table === 'risk_point') useView.setState({ tab: TABS[partOf(finding)] });
  if (PLACED.has(row.table)) goTo(row);
  else useView.setState({ step: 'setup', setup: PAGES[row.table] ?? 'organisation' });
}

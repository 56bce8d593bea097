// The first step: who the system is for, who works there, which buildings there are, by which criteria it is judged.
// Relies on one page for each of these. Plans are drawn in the second step.
import { goStep } from '../../state/next';
import { type SetupTab, useView } from '../../state/store';
import { useWords } from '../../words';
import { Page } from '../Page';
import { BuildingsPage } from './BuildingsPage';
import { CriteriaPage } from './CriteriaPage';
import { OrganisationPage } from './OrganisationPage';
import { PeoplePage } from './PeoplePage';

const TABS: readonly SetupTab[] = ['organisation', 'people', 'buildings', 'criteria'];

export function SetupScreen() {
  const w = useWords();
  const tab = useView((view) => view.setup);
  const setTab = (setup: SetupTab) => useView.setState({ setup });
  const next = TABS[TABS.indexOf(tab) + 1];
  return (
    <Page title={w.steps.setup} text={w.setup.text} testid="setup">
      <div className="page-tabs" role="tablist">
        {TABS.map((own) => (
          <button
            key={own}
            type="button"
            role="tab"
            aria-selected={own === tab}
            onClick={() => setTab(own)}
            data-testid={`setup-${own}`}
          >
            {w.setup[own]}
          </button>
        ))}
      </div>
      {tab === 'organisation' ? <OrganisationPage /> : null}
      {tab === 'people' ? <PeoplePage /> : null}
      {tab === 'buildings' ? <BuildingsPage /> : null}
      {tab === 'criteria' ? <CriteriaPage /> : null}
      <footer className="page-foot">
        {next ? (
          <button type="button" className="primary" onClick={() => setTab(next)} data-testid="setup-next">
            {w.setup.next(w.setup[next])}
          </button>
        ) : (
          <button
            type="button"
            className="primary"
            onClick={() => goStep('identify')}
            data-testid="setup-next"
          >
            {w.setup.next(w.steps.identify)}
          </button>
        )}
      </footer>
    </Page>
  );
}

// The workbench: the way at the left, the step in the middle, what is selected at the right.
// Relies on an open project. What lies above the page stands at the end.

import { useEffect } from 'react';
import { ChangesScreen } from '../changes/ChangesScreen';
import { TiersScreen } from '../control/TiersScreen';
import { HealthScreen } from '../health/HealthScreen';
import { HistoryScreen } from '../history/HistoryScreen';
import { Arrivals } from '../inspect/Arrivals';
import { InspectScreen } from '../inspect/InspectScreen';
import { Inspector } from '../inspector/Inspector';
import { LibraryPanel } from '../library/LibraryPanel';
import { useLibrary } from '../library/state';
import { Behind } from '../overview/Behind';
import { OverviewScreen } from '../overview/OverviewScreen';
import { Palette } from '../palette/Palette';
import { Confirm } from '../parts/Confirm';
import { ReviewScreen } from '../review/ReviewScreen';
import { RoundsScreen } from '../rounds/RoundsScreen';
import { Sheet } from '../shortcuts/Sheet';
import { useShortcuts } from '../shortcuts/shortcuts';
import { useChecking } from '../state/findings';
import { type Step, useSurface, useView } from '../state/store';
import { WhyDialog } from '../why/WhyDialog';
import { DeliverScreen } from './DeliverScreen';
import { EvaluateDialogs } from './EvaluateDialogs';
import { Footer } from './Footer';
import { Header } from './Header';
import { LedgersScreen } from './LedgersScreen';
import { NewProjectDialog } from './NewProjectDialog';
import { PlanScreen } from './PlanScreen';
import { PrintsScreen } from './PrintsScreen';
import { SettingsDialog } from './SettingsDialog';
import { Shell } from './Shell';
import { Steps } from './Steps';
import { SetupScreen } from './setup/SetupScreen';

/** Steps with the inspector beside them. */
const WITH_INSPECTOR: ReadonlySet<Step> = new Set<Step>(['identify', 'assess', 'tiers']);

export default function Workbench() {
  const step = useView((view) => view.step);
  useShortcuts();
  useChecking();
  useEffect(() => {
    // After the frame in which it is all there; the benches read it.
    requestAnimationFrame(() => setTimeout(() => performance.mark('workbench-drawn')));
  }, []);
  return (
    <div className="workbench" data-step={step} data-testid="workbench">
      <Header />
      <Steps />
      <Middle step={step} />
      {WITH_INSPECTOR.has(step) ? <Beside step={step} /> : null}
      <Footer />
      <Above />
      <Shell />
    </div>
  );
}

/** At the right stands what is selected, or the library while points are taken from it. */
function Beside({ step }: { step: Step }) {
  const open = useLibrary((state) => state.open);
  return open && step !== 'tiers' ? <LibraryPanel /> : <Inspector />;
}

function Middle({ step }: { step: Step }) {
  switch (step) {
    case 'setup':
      return <SetupScreen />;
    case 'identify':
      return <PlanScreen toAssess={false} />;
    case 'assess':
      return <PlanScreen toAssess />;
    case 'tiers':
      return <TiersScreen />;
    case 'prints':
      return <PrintsScreen />;
    case 'inspect':
      return <InspectScreen />;
    case 'ledgers':
      return <LedgersScreen />;
    case 'deliver':
      return <DeliverScreen />;
    case 'overview':
      return <OverviewScreen />;
    case 'reviews':
      return <ReviewScreen />;
    case 'changes':
      return <ChangesScreen />;
    case 'rounds':
      return <RoundsScreen />;
    case 'check':
      return <HealthScreen />;
    case 'history':
      return <HistoryScreen />;
  }
}

function Above() {
  const { palette, sheet, why, create, settings, confirm } = useSurface();
  return (
    <>
      {palette ? <Palette /> : null}
      {sheet ? <Sheet /> : null}
      {why ? <WhyDialog row={why} /> : null}
      {create ? <NewProjectDialog /> : null}
      {settings ? <SettingsDialog /> : null}
      {confirm ? <Confirm row={confirm} /> : null}
      <EvaluateDialogs />
      <Behind />
      <Arrivals />
    </>
  );
}

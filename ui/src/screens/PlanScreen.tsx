// The plan with the list below it: the middle of the second and the third step.
// Relies on the shown floor; without one it says how to make one.
import { useEffect } from 'react';
import { RiskList } from '../list/RiskList';
import { Empty } from '../parts/Empty';
import { EditBar } from '../plan/chrome/EditBar';
import { ArrayForm } from '../plan/chrome/EditForms';
import { Legend, North, ScaleBar } from '../plan/chrome/Legend';
import { PlanBar } from '../plan/chrome/PlanBar';
import { ToolBar } from '../plan/chrome/ToolBar';
import { ToolHint } from '../plan/chrome/ToolHint';
import { TintLegend } from '../plan/chrome/ViewMenu';
import { CopyFloor } from '../plan/floor/CopyFloor';
import { TiePanel } from '../plan/floor/TiePanel';
import { ImportDialog } from '../plan/import/ImportDialog';
import { useImport } from '../plan/import/importing';
import { RoomsPanel } from '../plan/import/RoomsPanel';
import { useLook } from '../plan/look';
import { PlanView } from '../plan/PlanView';
import { SideBySide } from '../plan/SideBySide';
import { CalibratePanel } from '../plan/underlay/CalibratePanel';
import { loadFloor } from '../state/actions';
import { useTable } from '../state/rows';
import { useProject, useView } from '../state/store';
import { useWords } from '../words';

export function PlanScreen({ toAssess }: { toAssess: boolean }) {
  const w = useWords();
  const floor = useView((view) => view.floor);
  const rulers = useLook((look) => look.rulers);
  const byLevel = useLook((look) => look.colourBy === 'level');
  const loaded = useProject((state) => (floor ? (state.project?.plans.has(floor) ?? false) : false));
  useEffect(() => {
    if (floor && !loaded) void loadFloor(floor);
  }, [floor, loaded]);
  return (
    <main className="plan-screen">
      {floor ? (
        <div className="plan-area" data-rulers={rulers || undefined}>
          <PlanView floor={floor} />
          <PlanBar />
          <ToolBar />
          <ToolHint />
          {byLevel ? <Legend /> : null}
          <North />
          <ScaleBar />
          <TintLegend />
          {toAssess ? null : <EditBar />}
          <ArrayForm />
          <CalibratePanel />
          <RoomsPanel />
          <TiePanel />
          <CopyFloor />
          <ImportDialog />
          <FirstHint />
          <SideBySide floor={floor} />
        </div>
      ) : (
        <div className="plan-area">
          <Empty title={w.plan.noFloorTitle} text={w.plan.noFloorText}>
            <button type="button" className="primary" onClick={() => useView.setState({ step: 'setup' })}>
              {w.steps.setup}
            </button>
          </Empty>
        </div>
      )}
      <RiskList toAssess={toAssess} />
    </main>
  );
}

/** An empty floor says how to begin. */
function FirstHint() {
  const w = useWords();
  const floor = useView((view) => view.floor);
  const tool = useView((view) => view.tool);
  const zones = useTable('risk_zone');
  const points = useProject((state) => state.project?.points);
  const plan = useProject((state) => (floor ? state.project?.plans.get(floor) : undefined));
  const empty =
    plan !== undefined &&
    plan.elements.length + plan.underlays.length === 0 &&
    ![...zones.values()].some((zone) => zone.floor_id === floor && zone.outline) &&
    ![...(points?.values() ?? [])].some((point) => point.floor_id === floor && point.position);
  if (!empty || tool !== 'select') return null;
  return (
    <div className="first-hint" data-testid="first-hint">
      <p className="empty-title">{w.plan.emptyTitle}</p>
      <p className="empty-text">{w.plan.emptyText}</p>
      <div className="empty-actions">
        <button type="button" className="primary" onClick={() => useView.setState({ tool: 'rectangle' })}>
          {w.tools.rectangle} <kbd>R</kbd>
        </button>
        <button
          type="button"
          className="secondary"
          onClick={() => useImport.setState({ open: true })}
          data-testid="first-import"
        >
          {w.importing.title}
        </button>
        <button type="button" className="secondary" onClick={() => useView.setState({ tool: 'polygon' })}>
          {w.tools.polygon} <kbd>P</kbd>
        </button>
        <button type="button" className="secondary" onClick={() => useView.setState({ tool: 'wall' })}>
          {w.tools.wall} <kbd>W</kbd>
        </button>
      </div>
    </div>
  );
}

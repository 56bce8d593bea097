// The right side: what is selected, to be read and changed; without a selection, what to do next.
// Relies on one selection for plan, list and inspector.
import type { PlanElement } from '../ipc';
import type { Project } from '../state/project';
import { selectedRows, useProject, useSelection } from '../state/store';
import { BuildingInspector } from './BuildingInspector';
import { ElementInspector } from './ElementInspector';
import { FloorInspector } from './FloorInspector';
import { PointInspector } from './PointInspector';
import { SeveralInspector } from './SeveralInspector';
import { Summary } from './Summary';
import { ZoneInspector } from './ZoneInspector';

export function Inspector() {
  return (
    <aside className="inspector" data-testid="inspector">
      <Selected />
    </aside>
  );
}

function Selected() {
  const row = useSelection((state) => state.row);
  const more = useSelection((state) => state.more);
  const project = useProject((state) => state.project);
  if (!row || !project) return <Summary />;
  if (more.length > 0) return <SeveralInspector rows={selectedRows({ row, more })} />;
  switch (row.table) {
    case 'risk_point': {
      const point = project.points.get(row.id);
      return point ? <PointInspector key={row.id} point={point} /> : <Summary />;
    }
    case 'risk_zone': {
      const zone = project.tables.risk_zone.get(row.id);
      return zone ? <ZoneInspector key={row.id} zone={zone} /> : <Summary />;
    }
    case 'floor': {
      const floor = project.tables.floor.get(row.id);
      return floor ? <FloorInspector key={row.id} floor={floor} /> : <Summary />;
    }
    case 'building': {
      const building = project.tables.building.get(row.id);
      return building ? <BuildingInspector key={row.id} building={building} /> : <Summary />;
    }
    case 'plan_element': {
      const element = elementOf(project, row.id);
      return element ? <ElementInspector key={row.id} element={element} /> : <Summary />;
    }
    default:
      return <Summary />;
  }
}

function elementOf(project: Project, id: string): PlanElement | null {
  for (const plan of project.plans.values()) {
    const found = plan.elements.find((own) => own.id === id);
    if (found) return found;
  }
  return null;
}

// The right side: what is selected, to be read and changed; without a selection, what to do next.
// Relies on one selection for plan, list and inspector.
import { memo } from 'react';
import type { PlanElement } from '../ipc';
import type { Project } from '../state/project';
import { useRestedSelection } from '../state/rested';
import { type Selection, selectedRows, useProject } from '../state/store';
import { BuildingInspector } from './BuildingInspector';
import { ElementInspector } from './ElementInspector';
import { FloorInspector } from './FloorInspector';
import { PointInspector } from './PointInspector';
import { SeveralInspector } from './SeveralInspector';
import { Summary } from './Summary';
import { ZoneInspector } from './ZoneInspector';

/** The marks on the plan come first: the inspector follows the selection when they are drawn. */
export function Inspector() {
  const shown = useRestedSelection();
  return (
    <aside className="inspector" data-testid="inspector" data-of={shown.row?.id ?? ''}>
      <Selected row={shown.row} more={shown.more} />
    </aside>
  );
}

const Selected = memo(function Selected({ row, more }: Pick<Selection, 'row' | 'more'>) {
  const project = useProject((state) => state.project);
  if (!row || !project) return <Summary />;
  if (more.length > 0) return <SeveralInspector rows={selectedRows({ row, more })} />;
  switch (row.table) {
    case 'risk_point': {
      const point = project.points.get(row.id);
      return point ? <PointInspector key={row.id} point={point} /> : <Summary />;
    }
    case 'risk_zone': {
      // Without a key: from zone to zone only what differs is drawn anew.
      const zone = project.tables.risk_zone.get(row.id);
      return zone ? <ZoneInspector zone={zone} /> : <Summary />;
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
});

function elementOf(project: Project, id: string): PlanElement | null {
  for (const plan of project.plans.values()) {
    const found = plan.elements.find((own) => own.id === id);
    if (found) return found;
  }
  return null;
}

// The right side: what is selected, to be read and changed; without a selection, what to do next.
// Relies on one selection for plan, list and inspector.
import { useProject, useSelection } from '../state/store';
import { BuildingInspector } from './BuildingInspector';
import { FloorInspector } from './FloorInspector';
import { PointInspector } from './PointInspector';
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
  const project = useProject((state) => state.project);
  if (!row || !project) return <Summary />;
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
    default:
      return <Summary />;
  }
}

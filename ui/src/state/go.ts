// Going to a row: the floor it stands on, its selection, the step that shows it.
// Relies on the open project. Knows nothing of how a step looks.
import type { RowId } from '../ipc';
import { type Step, useProject, useSelection, useView } from './store';

/** Steps in which the plan is on the screen. */
const WITH_PLAN: ReadonlySet<Step> = new Set<Step>(['identify', 'assess']);

/** The floor that a row stands on. */
export function floorOf(row: RowId): string | null {
  const { project } = useProject.getState();
  if (!project) return null;
  switch (row.table) {
    case 'risk_point':
      return project.points.get(row.id)?.floor_id ?? null;
    case 'risk_zone':
      return project.tables.risk_zone.get(row.id)?.floor_id ?? null;
    case 'floor':
      return row.id;
    case 'building':
      return [...project.tables.floor.values()].find((floor) => floor.building_id === row.id)?.id ?? null;
    default:
      return null;
  }
}

/** Selects a row where the user is; its floor comes up with it. */
export function select(row: RowId | null): void {
  const floor = row ? floorOf(row) : null;
  if (floor && row?.table !== 'building') useView.setState({ floor });
  useSelection.setState({ row, corner: null });
}

/** Selects a row on the plan, leaving a page that has none. */
export function goTo(row: RowId): void {
  if (!WITH_PLAN.has(useView.getState().step)) useView.setState({ step: 'identify' });
  select(row);
}

export function hover(id: string | null): void {
  if (useSelection.getState().hovered !== id) useSelection.setState({ hovered: id });
}

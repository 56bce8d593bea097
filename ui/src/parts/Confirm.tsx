// Before something goes away: what goes with it, and that it can be undone.
// Relies on counts of what belongs to a row; the deletion itself and its limits are Rust's.
import { Modal } from 'antd';
import type { RowId } from '../ipc';
import { attempt } from '../state/actions';
import type { Project } from '../state/project';
import { useProject, useSurface } from '../state/store';
import { type Dictionary, useWords } from '../words';

interface Question {
  title: string;
  lines: string[];
}

function count<T>(rows: Iterable<T>, is: (row: T) => boolean): number {
  let found = 0;
  for (const row of rows) if (is(row)) found += 1;
  return found;
}

function questionOf(project: Project, row: RowId, w: Dictionary): Question | null {
  const { tables, points } = project;
  switch (row.table) {
    case 'risk_point': {
      const point = points.get(row.id);
      if (!point) return null;
      return {
        title: w.remove.point(`${point.code} ${point.name}`),
        lines: [w.remove.pointGoes(point.hazards, point.measures), w.remove.codeRetired],
      };
    }
    case 'risk_zone': {
      const zone = tables.risk_zone.get(row.id);
      if (!zone) return null;
      const own = count(points.values(), (point) => point.zone_id === row.id);
      return {
        title: w.remove.zone(zone.name),
        lines: [own > 0 ? w.remove.zoneKeeps(own) : w.remove.zoneEmpty, w.remove.codeRetired],
      };
    }
    case 'floor': {
      const floor = tables.floor.get(row.id);
      if (!floor) return null;
      const zones = count(tables.risk_zone.values(), (zone) => zone.floor_id === row.id);
      const pins = count(points.values(), (point) => point.floor_id === row.id);
      return {
        title: w.remove.floor(floor.name),
        lines: [w.remove.floorGoes(zones), w.remove.floorKeeps(pins)],
      };
    }
    case 'building': {
      const building = tables.building.get(row.id);
      if (!building) return null;
      const floors = new Set(
        [...tables.floor.values()].filter((own) => own.building_id === row.id).map((own) => own.id),
      );
      const zones = count(
        tables.risk_zone.values(),
        (zone) => zone.floor_id !== null && floors.has(zone.floor_id),
      );
      const pins = count(points.values(), (point) => point.floor_id !== null && floors.has(point.floor_id));
      return {
        title: w.remove.building(building.name),
        lines: [w.remove.buildingGoes(floors.size, zones), w.remove.floorKeeps(pins)],
      };
    }
    case 'department': {
      const department = tables.department.get(row.id);
      return department
        ? { title: w.remove.department(department.name), lines: [w.remove.departmentKeeps] }
        : null;
    }
    case 'person': {
      const person = tables.person.get(row.id);
      return person ? { title: w.remove.person(person.name), lines: [w.remove.personKeeps] } : null;
    }
    default:
      return null;
  }
}

export function Confirm({ row }: { row: RowId }) {
  const w = useWords();
  const project = useProject((state) => state.project);
  const close = () => useSurface.setState({ confirm: null });
  const question = project ? questionOf(project, row, w) : null;
  if (!question) return null;
  const go = () => {
    close();
    void attempt({ type: 'remove', rows: [row] });
  };
  return (
    <Modal
      open
      width={420}
      title={question.title}
      onCancel={close}
      onOk={go}
      okText={w.remove.go}
      cancelText={w.common.cancel}
      okButtonProps={{ danger: true, autoFocus: true, 'data-testid': 'confirm-remove' }}
      cancelButtonProps={{ 'data-testid': 'confirm-cancel' }}
    >
      <ul className="confirm-lines">
        {question.lines.filter(Boolean).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="faint">{w.remove.undoable}</p>
    </Modal>
  );
}

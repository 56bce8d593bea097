// The filters of the list as the plan and the list both read them.
// Relies on names of rows of the open project. Knows nothing of how a filter is set.
import { useMemo } from 'react';
import type { Department, PointView } from '../ipc';
import type { SceneFilter } from '../plan/scene';
import type { Project } from '../state/project';
import { usePick, useVocabulary } from '../state/settings';
import { useProject, useView } from '../state/store';
import { isFiltering, levelOrNone, type Names, passesOf } from './rows';

export function namesOf(project: Project | null, kind: (kind: string) => string): Names {
  const tables = project?.tables;
  return {
    zone: (id) => (id && tables?.risk_zone.get(id)?.name) || '',
    floor: (point) => floorName(project, point),
    department: (id) => (id && tables?.department.get(id)?.name) || '',
    person: (id) => (id && tables?.person.get(id)?.name) || '',
    tier: (id) => (id && tables?.control_tier.get(id)?.name) || '',
    kind,
  };
}

function floorName(project: Project | null, point: PointView): string {
  const floor = point.floor_id ? project?.tables.floor.get(point.floor_id) : undefined;
  const building = point.building_id ? project?.tables.building.get(point.building_id) : undefined;
  return [building?.name, floor && (!building || floor.building_id) ? floor.name : '']
    .filter(Boolean)
    .join(' ');
}

export function useNames(): Names {
  const tables = useProject((state) => state.project?.tables);
  const { point_kinds } = useVocabulary();
  const pick = usePick();
  return useMemo(() => {
    const kinds = new Map(point_kinds.map((entry) => [entry.value, pick(entry.name)]));
    const project = useProject.getState().project;
    return namesOf(project && tables ? { ...project, tables } : null, (kind) => kinds.get(kind) ?? kind);
  }, [tables, point_kinds, pick]);
}

/** A department and all below it. */
export function departmentsWithin(departments: ReadonlyMap<string, Department>, id: string): Set<string> {
  const within = new Set([id]);
  // Departments are few; each round finds one layer more.
  for (let size = 0; size !== within.size; ) {
    size = within.size;
    for (const own of departments.values())
      if (own.parent_id && within.has(own.parent_id)) within.add(own.id);
  }
  return within;
}

export function usePasses(): (point: PointView) => boolean {
  const filters = useView((view) => view.filters);
  const departments = useProject((state) => state.project?.tables.department);
  const names = useNames();
  return useMemo(() => {
    const { department } = filters;
    const within = department && departments ? departmentsWithin(departments, department) : null;
    return passesOf(filters, names, within);
  }, [filters, departments, names]);
}

export function useFilter(): SceneFilter {
  const filters = useView((view) => view.filters);
  const passes = usePasses();
  return useMemo(() => {
    const active = isFiltering(filters);
    const levels = new Set(filters.levels);
    return {
      passes: active ? passes : () => true,
      levelPasses: (level) => levels.size === 0 || levels.has(levelOrNone(level)),
    };
  }, [filters, passes]);
}

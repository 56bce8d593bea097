// Rows of the open project in the order in which people see them.
// Relies on tables that keep their identity while nothing in them changes.
import { useMemo } from 'react';
import type {
  Building,
  CriteriaPreset,
  Department,
  Floor,
  Organisation,
  Person,
  Preset,
  Project as ProjectRow,
  Table,
} from '../ipc';
import type { RowOf } from './project';
import { useProject } from './store';

const EMPTY: ReadonlyMap<string, never> = new Map<string, never>();

/** A table of the open project. */
export function useTable<T extends Table>(table: T): ReadonlyMap<string, RowOf<T>> {
  return useProject(
    (state) => (state.project?.tables[table] as ReadonlyMap<string, RowOf<T>> | undefined) ?? EMPTY,
  );
}

function byOrdinal(a: { ordinal: number; id: string }, b: { ordinal: number; id: string }): number {
  return a.ordinal - b.ordinal || a.id.localeCompare(b.id);
}

export function useOrganisation(): Organisation | null {
  const table = useTable('organisation');
  return [...table.values()][0] ?? null;
}

export function useProjectRow(): ProjectRow | null {
  const table = useTable('project');
  return [...table.values()][0] ?? null;
}

export function usePeople(): Person[] {
  const table = useTable('person');
  return useMemo(() => [...table.values()].sort(byOrdinal), [table]);
}

export interface DepartmentInTree {
  row: Department;
  depth: number;
}

/** Departments, each below the one it belongs to. */
export function departmentTree(table: ReadonlyMap<string, Department>): DepartmentInTree[] {
  const below = new Map<string | null, Department[]>();
  for (const row of [...table.values()].sort(byOrdinal)) {
    const parent = row.parent_id && table.has(row.parent_id) ? row.parent_id : null;
    below.set(parent, [...(below.get(parent) ?? []), row]);
  }
  const all: DepartmentInTree[] = [];
  const visit = (parent: string | null, depth: number) => {
    for (const row of below.get(parent) ?? []) {
      all.push({ row, depth });
      visit(row.id, depth + 1);
    }
  };
  visit(null, 0);
  return all;
}

export function useDepartments(): DepartmentInTree[] {
  const table = useTable('department');
  return useMemo(() => departmentTree(table), [table]);
}

export function useBuildings(): Building[] {
  const table = useTable('building');
  return useMemo(() => [...table.values()].sort(byOrdinal), [table]);
}

/** Floors from the highest storey down belong on a drawing; in a switcher they go up. */
export function floorsOf(floors: ReadonlyMap<string, Floor>, building: string | null): Floor[] {
  return [...floors.values()]
    .filter((floor) => floor.building_id === building)
    .sort((a, b) => a.storey - b.storey || a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
}

const read = new WeakMap<CriteriaPreset, Preset>();

/** The criteria that a row keeps. */
export function presetOf(row: CriteriaPreset): Preset {
  const known = read.get(row);
  if (known) return known;
  const preset = JSON.parse(row.body) as Preset;
  read.set(row, preset);
  return preset;
}

export function usePreset(id: string | null): Preset | null {
  const table = useTable('criteria_preset');
  const row = id ? table.get(id) : undefined;
  return row ? presetOf(row) : null;
}

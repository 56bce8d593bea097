// The open project as the window holds it, and what a step of Rust's changes in it.
// Relies on `Changed` naming everything that must be drawn anew; what it does not name keeps its identity.
// Knows no rule of the field: levels, scores and codes come from Rust.
import type {
  AnyRecord,
  Changed,
  FileView,
  FloorContent,
  PlanElement,
  PointView,
  ProjectView,
  RecoveryView,
  RiskBasis,
  RowId,
  Standings,
  StandingView,
  Table,
  Underlay,
} from '../ipc';

export type RowOf<T extends Table> = Extract<AnyRecord, { table: T }>['row'];
export type AnyRow = AnyRecord['row'];
export type Tables = { readonly [T in Table]: ReadonlyMap<string, RowOf<T>> };

export interface Project {
  readonly file: FileView;
  readonly recovery: RecoveryView;
  readonly basis: RiskBasis;
  readonly tables: Tables;
  readonly points: ReadonlyMap<string, PointView>;
  readonly standings: Standings;
  /** What is drawn on the floors that were looked at. */
  readonly plans: ReadonlyMap<string, FloorContent>;
  /** Counts the steps, so that what was asked before can be asked again. */
  readonly step: number;
}

const TABLES: readonly Table[] = [
  'criteria_preset',
  'project',
  'organisation',
  'department',
  'post',
  'person',
  'campus',
  'building',
  'floor',
  'plan_layer',
  'plan_element',
  'underlay',
  'control_tier',
  'risk_zone',
  'risk_point',
  'hazard',
  'possible_accident',
  'assessment',
  'direct_determination',
  'level_adjustment',
  'document',
  'emergency_plan',
  'control_measure',
  'assessment_round',
  'round_member',
  'round_result',
  'check_item',
  'review',
  'reviewed_point',
  'change_record',
  'change_point',
  'ignored_finding',
  'remembered_mapping',
  'print_style',
  'print_text',
  'printed_piece',
  'own_sign',
  'term',
  'special_days',
  'appointment',
  'checklist',
  'checklist_item',
  'inspector',
  'inspection_plan',
  'plan_point',
  'inspection',
  'inspection_item',
  'hidden_danger',
  'danger_step',
  'danger_photo',
  'danger_report',
  'retired_code',
];

export function projectOf(view: ProjectView): Project {
  const tables = Object.fromEntries(TABLES.map((table) => [table, new Map<string, AnyRow>()]));
  for (const { table, row } of view.rows) tables[table]?.set(row.id, row);
  return {
    file: view.file,
    recovery: view.recovery,
    basis: view.basis,
    tables: tables as unknown as Tables,
    points: new Map(view.points.map((point) => [point.id, point])),
    standings: view.standings,
    plans: new Map(),
    step: 0,
  };
}

/** The other basis, or another file of the same project: what is drawn on floors is kept. */
export function projectAgain(before: Project, view: ProjectView): Project {
  const next = projectOf(view);
  const points = new Map<string, PointView>();
  for (const [id, point] of next.points) points.set(id, kept(before.points.get(id), point));
  return { ...next, points, tables: before.tables, plans: before.plans, step: before.step + 1 };
}

export function applyChanged(before: Project, changed: Changed): Project {
  return {
    ...before,
    file: changed.file,
    tables: withTables(before.tables, changed.rows, changed.removals),
    points: withPoints(before.points, changed.points, changed.removals),
    standings: withStandings(before.standings, changed.standings, changed.removals),
    plans: withPlans(before.plans, changed.rows, changed.removals),
    step: before.step + 1,
  };
}

/** Two flat rows that say the same are the same row, so that nothing is drawn anew for it. */
function kept<T extends object>(old: T | undefined, fresh: T): T {
  if (!old) return fresh;
  const before = old as Record<string, unknown>;
  for (const [key, value] of Object.entries(fresh)) {
    const own = before[key];
    if (own === value) continue;
    const bothPlaces = Array.isArray(own) && Array.isArray(value) && own.length === value.length;
    if (!bothPlaces || !value.every((part, index) => part === own[index])) return fresh;
  }
  return old;
}

function withTables(tables: Tables, rows: AnyRecord[], removals: RowId[]): Tables {
  if (rows.length === 0 && removals.length === 0) return tables;
  const fresh = new Map<Table, Map<string, AnyRow>>();
  const own = (table: Table): Map<string, AnyRow> => {
    const known = fresh.get(table) ?? new Map<string, AnyRow>(tables[table]);
    fresh.set(table, known);
    return known;
  };
  for (const { table, row } of rows) {
    if (table !== 'plan_element' && table !== 'underlay') own(table).set(row.id, row);
  }
  for (const { table, id } of removals) {
    if (tables[table].has(id)) own(table).delete(id);
  }
  return { ...tables, ...Object.fromEntries(fresh) } as Tables;
}

function withPoints(
  points: ReadonlyMap<string, PointView>,
  changed: PointView[],
  removals: RowId[],
): ReadonlyMap<string, PointView> {
  const fresh = changed.filter((point) => kept(points.get(point.id), point) === point);
  const gone = removals.filter((row) => row.table === 'risk_point' && points.has(row.id));
  if (fresh.length === 0 && gone.length === 0) return points;
  const next = new Map(points);
  for (const point of fresh) next.set(point.id, point);
  for (const row of gone) next.delete(row.id);
  return next;
}

type Places = Record<string, StandingView>;

function withPlaces(before: Places, changed: Places, removals: RowId[], table: Table): Places {
  const gone = removals.filter((row) => row.table === table && row.id in before);
  if (Object.keys(changed).length === 0 && gone.length === 0) return before;
  const next = { ...before, ...changed };
  for (const row of gone) delete next[row.id];
  return next;
}

function withStandings(before: Standings, changed: Standings, removals: RowId[]): Standings {
  return {
    zones: withPlaces(before.zones, changed.zones, removals, 'risk_zone'),
    floors: withPlaces(before.floors, changed.floors, removals, 'floor'),
    buildings: withPlaces(before.buildings, changed.buildings, removals, 'building'),
    campuses: withPlaces(before.campuses, changed.campuses, removals, 'campus'),
    departments: withPlaces(before.departments, changed.departments, removals, 'department'),
    whole: changed.whole ?? before.whole,
  };
}

function withPlans(
  plans: ReadonlyMap<string, FloorContent>,
  rows: AnyRecord[],
  removals: RowId[],
): ReadonlyMap<string, FloorContent> {
  const elements: PlanElement[] = [];
  const underlays: Underlay[] = [];
  for (const record of rows) {
    if (record.table === 'plan_element') elements.push(record.row);
    if (record.table === 'underlay') underlays.push(record.row);
  }
  const gone = new Set(
    removals.filter((row) => row.table === 'plan_element' || row.table === 'underlay').map((row) => row.id),
  );
  const goneFloors = removals.filter((row) => row.table === 'floor' && plans.has(row.id));
  if (elements.length + underlays.length + gone.size + goneFloors.length === 0) return plans;
  const next = new Map(plans);
  for (const row of goneFloors) next.delete(row.id);
  for (const [id, plan] of next) {
    const own = elements.filter((element) => element.floor_id === id);
    const pictures = underlays.filter((underlay) => underlay.floor_id === id);
    const loses = [...plan.elements, ...plan.underlays].some((part) => gone.has(part.id));
    if (own.length + pictures.length === 0 && !loses) continue;
    next.set(id, {
      ...plan,
      elements: merged(plan.elements, own, gone).sort((a, b) => a.ordinal - b.ordinal),
      underlays: merged(plan.underlays, pictures, gone),
    });
  }
  return next;
}

function merged<T extends { id: string }>(old: T[], fresh: T[], gone: Set<string>): T[] {
  const ids = new Set(fresh.map((part) => part.id));
  return [...old.filter((part) => !gone.has(part.id) && !ids.has(part.id)), ...fresh];
}

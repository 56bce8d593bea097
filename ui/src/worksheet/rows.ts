// From points and hazards to rows of texts.
// Relies on names of rows of the open project. A row is made again only when what it shows has changed.
import type { PointView, RiskPoint, Vocabulary, WorksheetRow } from '../ipc';
import type { Names } from '../list/rows';
import type { SheetColumn, SheetRow } from './model';

export interface Lookup {
  points: ReadonlyMap<string, PointView>;
  names: Names;
  post: (id: string | null) => string;
  factor: (code: string) => string;
  yesNo: (value: boolean) => string;
}

interface Kept {
  view: PointView | undefined;
  columns: readonly SheetColumn[];
  lookup: unknown;
  row: SheetRow;
}

const kept = new WeakMap<object, Kept>();

/** The row that was made before, while it still says the same. */
function remembered(
  source: object,
  view: PointView | undefined,
  columns: readonly SheetColumn[],
  lookup: Lookup,
  make: () => SheetRow,
): SheetRow {
  const old = kept.get(source);
  if (old && old.view === view && old.columns === columns && old.lookup === lookup.names) return old.row;
  const row = make();
  kept.set(source, { view, columns, lookup: lookup.names, row });
  return row;
}

function pointCell(point: RiskPoint, view: PointView | undefined, key: string, lookup: Lookup): string {
  switch (key) {
    case 'department_id':
      return lookup.names.department(point.department_id);
    case 'person_id':
      return lookup.names.person(point.person_id);
    case 'post_id':
      return lookup.post(point.post_id);
    case 'special_equipment':
      return lookup.yesNo(point.special_equipment);
    case 'level':
      return '';
    case 'score':
      return view?.score ?? '';
    default: {
      const value = (point as unknown as Record<string, unknown>)[key];
      return value === null || value === undefined ? '' : String(value);
    }
  }
}

export function listRows(
  points: readonly RiskPoint[],
  columns: readonly SheetColumn[],
  lookup: Lookup,
  levelName: (view: PointView | undefined) => string,
): SheetRow[] {
  return points.map((point) => {
    const view = lookup.points.get(point.id);
    return remembered(point, view, columns, lookup, () => ({
      id: point.id,
      owner: point.id,
      first: true,
      level: view?.level ?? null,
      cells: columns.map((column) =>
        column.kind === 'level' ? levelName(view) : pointCell(point, view, column.key, lookup),
      ),
    }));
  });
}

const CLASSES: readonly string[] = [
  'engineering',
  'administrative',
  'training',
  'personal-protection',
  'emergency',
];

function hazardCell(row: WorksheetRow, view: PointView | undefined, key: string, lookup: Lookup): string {
  if (key.startsWith('measures:')) {
    const [, category = '', state] = key.split(':');
    const texts = state === 'existing' ? row.existing : row.proposed;
    return texts[CLASSES.indexOf(category)] ?? '';
  }
  // The accident that gives the hazard its level stands for it; of several the first.
  const deciding = row.scores.find((own) => own.level === row.level && own.level !== null);
  switch (key) {
    case 'code':
      return row.code;
    case 'name':
      return row.point_name;
    case 'accidents':
      return row.accidents;
    case 'factor':
      return lookup.factor(row.hazard.factor);
    case 'inputs':
      return deciding?.values?.replaceAll(',', '×') ?? '';
    case 'score':
      return deciding?.score ?? '';
    case 'tier':
      return lookup.names.tier(view?.tier_id ?? null);
    default: {
      const value = (row.hazard as unknown as Record<string, unknown>)[key];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    }
  }
}

export function worksheetRows(
  rows: readonly WorksheetRow[],
  columns: readonly SheetColumn[],
  lookup: Lookup,
  levelName: (level: WorksheetRow['level']) => string,
): SheetRow[] {
  return rows.map((row) => {
    const view = lookup.points.get(row.hazard.point_id);
    return remembered(row, view, columns, lookup, () => ({
      id: row.hazard.id,
      owner: row.hazard.point_id,
      first: true,
      level: row.level,
      cells: columns.map((column) =>
        column.kind === 'level' ? levelName(row.level) : hazardCell(row, view, column.key, lookup),
      ),
    }));
  });
}

/** A hazard factor with its name: its own, or that of the class it belongs to. */
export function factorNames(
  factors: Vocabulary['hazard_factors'],
  pick: (words: Vocabulary['hazard_factors'][number]['name']) => string,
): (code: string) => string {
  const names = new Map(factors.map((own) => [own.value, pick(own.name)]));
  return (code) => {
    if (code === '') return '';
    for (let length = code.length; length > 1; length -= 1) {
      const name = names.get(code.slice(0, length));
      if (name) return `${code} ${name}`;
    }
    return code;
  };
}

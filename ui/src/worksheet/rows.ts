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

type HazardCell = (row: WorksheetRow, view: PointView | undefined, lookup: Lookup) => string;

/** The accident that gives the hazard its level stands for it; of several the first. */
function deciding(row: WorksheetRow) {
  return row.scores.find((own) => own.level === row.level && own.level !== null);
}

const HAZARD_CELLS: Readonly<Record<string, HazardCell>> = {
  code: (row) => row.code,
  name: (row) => row.point_name,
  accidents: (row) => row.accidents,
  factor: (row, _, lookup) => lookup.factor(row.hazard.factor),
  inputs: (row) => deciding(row)?.values?.replaceAll(',', '×') ?? '',
  score: (row) => deciding(row)?.score ?? '',
  tier: (_, view, lookup) => lookup.names.tier(view?.tier_id ?? null),
};

/** How a column's cell is read, found once for all rows. */
function hazardCell(key: string): HazardCell {
  const known = HAZARD_CELLS[key];
  if (known) return known;
  if (key.startsWith('measures:')) {
    const [, category = '', state] = key.split(':');
    const place = CLASSES.indexOf(category);
    return state === 'existing' ? (row) => row.existing[place] ?? '' : (row) => row.proposed[place] ?? '';
  }
  return (row) => {
    const value = (row.hazard as unknown as Record<string, unknown>)[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
}

export function worksheetRows(
  rows: readonly WorksheetRow[],
  columns: readonly SheetColumn[],
  lookup: Lookup,
  levelName: (level: WorksheetRow['level']) => string,
): SheetRow[] {
  const cells = columns.map(
    (column): HazardCell =>
      column.kind === 'level' ? (row) => levelName(row.level) : hazardCell(column.key),
  );
  return rows.map((row) => {
    const view = lookup.points.get(row.hazard.point_id);
    return remembered(row, view, columns, lookup, () => ({
      id: row.hazard.id,
      owner: row.hazard.point_id,
      first: true,
      level: row.level,
      cells: cells.map((cell) => cell(row, view, lookup)),
    }));
  });
}

/** A hazard factor with its name: its own, or that of the class it belongs to. */
export function factorNames(
  factors: Vocabulary['hazard_factors'],
  pick: (words: Vocabulary['hazard_factors'][number]['name']) => string,
): (code: string) => string {
  const names = new Map(factors.map((own) => [own.value, pick(own.name)]));
  const named = (code: string) => {
    for (let length = code.length; length > 1; length -= 1) {
      const name = names.get(code.slice(0, length));
      if (name) return `${code} ${name}`;
    }
    return code;
  };
  // Codes are few and rows are many.
  const known = new Map<string, string>([['', '']]);
  return (code) => {
    const own = known.get(code) ?? named(code);
    known.set(code, own);
    return own;
  };
}

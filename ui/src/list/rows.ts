// Which points the list shows, and in which order.
// Relies on `PointView` for everything but names of rows. Compares levels by their place in the vocabulary only.
import type { PointView, RiskLevel } from '../ipc';
import type { Column, Filters, LevelOrNone, Order } from '../state/store';

export interface Names {
  zone: (id: string | null) => string;
  floor: (point: PointView) => string;
  department: (id: string | null) => string;
  person: (id: string | null) => string;
  tier: (id: string | null) => string;
  kind: (kind: string) => string;
}

/** A place in the order of levels, the greatest first; what is not assessed comes last. */
export function rankOf(levels: readonly RiskLevel[]): (level: RiskLevel | null) => number {
  const ranks = new Map(levels.map((level, index) => [level, index]));
  return (level) => (level === null ? levels.length : (ranks.get(level) ?? levels.length));
}

export function levelOrNone(level: RiskLevel | null): LevelOrNone {
  return level ?? 'unassessed';
}

function matches(point: PointView, names: Names, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = [
    point.code,
    point.name,
    point.location,
    names.zone(point.zone_id),
    names.department(point.department_id),
    names.person(point.person_id),
  ]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Whether a point passes; departments with those below them. */
export function passesOf(
  filters: Filters,
  names: Names,
  within: ReadonlySet<string> | null,
): (point: PointView) => boolean {
  const words = filters.text.toLowerCase().split(/\s+/).filter(Boolean);
  const levels = new Set(filters.levels);
  return (point) =>
    (levels.size === 0 || levels.has(levelOrNone(point.level))) &&
    (filters.kind === null || point.kind === filters.kind) &&
    (filters.tier === null || point.tier_id === filters.tier) &&
    (within === null || (point.department_id !== null && within.has(point.department_id))) &&
    matches(point, names, words);
}

export function isFiltering(filters: Filters): boolean {
  return (
    filters.levels.length > 0 ||
    filters.kind !== null ||
    filters.tier !== null ||
    filters.department !== null ||
    filters.text.trim() !== ''
  );
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

const codeKeys = new WeakMap<PointView, string>();

/** A code that compares as people count: numbers by their size. Kept, since ten thousand are compared at once. */
function codeKey(point: PointView): string {
  const known = codeKeys.get(point);
  if (known !== undefined) return known;
  const key = point.code.replace(/\d+/g, (digits) => digits.padStart(9, '0'));
  codeKeys.set(point, key);
  return key;
}

function byCode(a: PointView, b: PointView): number {
  const [left, right] = [codeKey(a), codeKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function texts(column: Column, names: Names): (point: PointView) => string {
  switch (column) {
    case 'name':
      return (point) => point.name;
    case 'place':
      return (point) => `${names.floor(point)} ${names.zone(point.zone_id)}`;
    case 'kind':
      return (point) => names.kind(point.kind);
    case 'department':
      return (point) => names.department(point.department_id);
    case 'person':
      return (point) => names.person(point.person_id);
    case 'tier':
      return (point) => names.tier(point.tier_id);
    case 'code':
    case 'level':
    case 'score':
    case 'hazards':
      return (point) => point.code;
  }
}

/** Points in order. Equal ones stand by their codes. Scores are compared within a method only. */
export function sorted(
  points: readonly PointView[],
  order: Order,
  names: Names,
  rank: (level: RiskLevel | null) => number,
): PointView[] {
  const sign = order.descending ? -1 : 1;
  const text = texts(order.column, names);
  const first = (a: PointView, b: PointView): number => {
    switch (order.column) {
      case 'level':
        // A greater level has a smaller rank; descending shows the greatest first and the unassessed last.
        return unassessedLast(a, b) || (rank(b.level) - rank(a.level)) * sign;
      case 'score':
        return (
          unscoredLast(a, b) || rank(a.level) - rank(b.level) || (Number(a.score) - Number(b.score)) * sign
        );
      case 'hazards':
        return (a.hazards - b.hazards) * sign;
      case 'code':
        return byCode(a, b) * sign;
      default:
        return collator.compare(text(a), text(b)) * sign;
    }
  };
  return [...points].sort((a, b) => first(a, b) || byCode(a, b));
}

function unassessedLast(a: PointView, b: PointView): number {
  return Number(a.level === null) - Number(b.level === null);
}

function unscoredLast(a: PointView, b: PointView): number {
  return Number(a.score === null) - Number(b.score === null);
}

/** Points with something left to assess first, by code; then the others. */
export function openFirst(points: readonly PointView[]): PointView[] {
  const open = (point: PointView) =>
    Number(point.unassessed > 0 || point.hazards === 0 || point.level === null);
  return [...points].sort((a, b) => open(b) - open(a) || byCode(a, b));
}

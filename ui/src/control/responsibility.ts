// The responsibility matrix: each department with the points that each tier answers for, and with whom.
// Relies on points, tiers and departments as Rust gives them. Counts, and decides nothing.
import type { ControlTier, PointView, RiskLevel } from '../ipc';
import type { DepartmentInTree } from '../state/rows';

export interface Duties {
  points: PointView[];
  /** People who answer for them, those with most first. */
  people: string[];
  /** Points that nobody in person answers for. */
  nobody: PointView[];
  /** The highest of their levels. */
  level: RiskLevel | null;
}

export interface Line {
  department: DepartmentInTree | null;
  cells: ReadonlyMap<string, Duties>;
  all: Duties;
}

function dutiesOf(points: PointView[], rank: (level: RiskLevel | null) => number): Duties {
  const counts = new Map<string, number>();
  for (const point of points)
    if (point.person_id) counts.set(point.person_id, (counts.get(point.person_id) ?? 0) + 1);
  const [highest] = [...points].sort((a, b) => rank(a.level) - rank(b.level));
  return {
    points,
    people: [...counts].sort((a, b) => b[1] - a[1]).map(([person]) => person),
    nobody: points.filter((point) => !point.person_id),
    level: highest?.level ?? null,
  };
}

/** A line for each department, and one for points without any where there are such. */
export function linesOf(
  departments: readonly DepartmentInTree[],
  tiers: readonly ControlTier[],
  points: Iterable<PointView>,
  rank: (level: RiskLevel | null) => number,
): Line[] {
  const of = new Map<string | null, PointView[]>();
  const known = new Set(departments.map(({ row }) => row.id));
  for (const point of points) {
    const key = point.department_id && known.has(point.department_id) ? point.department_id : null;
    of.set(key, [...(of.get(key) ?? []), point]);
  }
  const line = (department: DepartmentInTree | null): Line => {
    const own = of.get(department?.row.id ?? null) ?? [];
    const cells = new Map(
      tiers.map((tier) => [
        tier.id,
        dutiesOf(
          own.filter((point) => point.tier_id === tier.id),
          rank,
        ),
      ]),
    );
    return { department, cells, all: dutiesOf(own, rank) };
  };
  const lines = departments.map(line);
  return of.has(null) ? [...lines, line(null)] : lines;
}

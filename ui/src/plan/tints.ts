// Colours of zones by something else than their level: department, tier of control, open work.
// Relies on points as Rust sees them. Knows no level and no rule; a tint is a word that style sheets know.
import type { Covered, PointView, RiskZone } from '../ipc';
import type { Project } from '../state/project';
import type { ColourBy } from './look';

/** So many soft colours stand for departments; more of them begin again. */
export const DEPARTMENT_TINTS = 8;

export type TintOf = (zone: RiskZone) => string | null;

const NONE: TintOf = () => null;

/** What is known of each point's inspections; nothing while nobody asked. */
export type CoveredOf = ReadonlyMap<string, Covered>;

const WORST: readonly [Covered, string][] = [
  ['not', 'open'],
  ['partly', 'partly'],
  ['fully', 'done'],
];

export function tintsBy(by: ColourBy, project: Project, covered: CoveredOf | null = null): TintOf {
  switch (by) {
    case 'level':
      return NONE;
    case 'department': {
      const order = departmentTints(project);
      return (zone) => (zone.department_id ? (order.get(zone.department_id) ?? 'none') : 'none');
    }
    case 'tier': {
      const points = byZone(project);
      return (zone) => {
        const ranks = (points.get(zone.id) ?? []).flatMap((point) => {
          const tier = point.tier_id ? project.tables.control_tier.get(point.tier_id) : undefined;
          return tier ? [tier.rank] : [];
        });
        return ranks.length > 0 ? `tier-${Math.min(4, Math.min(...ranks))}` : 'none';
      };
    }
    case 'inspection': {
      const points = byZone(project);
      return (zone) => {
        const own = (points.get(zone.id) ?? []).map((point) => covered?.get(point.id));
        return WORST.find(([word]) => own.includes(word))?.[1] ?? 'none';
      };
    }
    case 'work': {
      const points = byZone(project);
      return (zone) => {
        const own = points.get(zone.id) ?? [];
        if (own.length === 0) return 'none';
        return own.some(isOpen) ? 'open' : 'done';
      };
    }
  }
}

/** Each department's tint, in the order of departments. */
export function departmentTints(project: Project): Map<string, string> {
  const own = [...project.tables.department.values()].sort((a, b) => a.ordinal - b.ordinal);
  return new Map(own.map((row, index) => [row.id, `department-${index % DEPARTMENT_TINTS}`]));
}

function isOpen(point: PointView): boolean {
  return point.level === null || point.unassessed > 0 || point.hazards === 0 || point.measures === 0;
}

function byZone(project: Project): Map<string, PointView[]> {
  const found = new Map<string, PointView[]>();
  for (const point of project.points.values()) {
    if (!point.zone_id) continue;
    const own = found.get(point.zone_id);
    if (own) own.push(point);
    else found.set(point.zone_id, [point]);
  }
  return found;
}

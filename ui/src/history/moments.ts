// Where a step stands among the moments of the slider, and what of a past state is not as it is today.
// Relies on moments being oldest first and on rows that say what they hold. Knows no rule.
import type { Moment } from '../ipc';
import type { Project } from '../state/project';

/** The last moment that is not after the step; -1 without moments. */
export function momentAt(moments: readonly Moment[], sequence: number): number {
  let found = moments.length > 0 ? 0 : -1;
  moments.forEach((own, index) => {
    if (own.sequence <= sequence) found = index;
  });
  return found;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Zones and points of `past` that are gone, look different or lie elsewhere today. */
export function changedSince(past: Project | null, today: Project | null): ReadonlySet<string> {
  const found = new Set<string>();
  if (!past || !today) return found;
  for (const [id, zone] of past.tables.risk_zone) {
    const level = past.standings.zones[id]?.level ?? null;
    const now = today.standings.zones[id]?.level ?? null;
    if (level !== now || !isSame(zone, today.tables.risk_zone.get(id))) found.add(id);
  }
  for (const [id, point] of past.points) {
    const now = today.points.get(id);
    if (
      !now ||
      now.level !== point.level ||
      !isSame(now.position, point.position) ||
      now.name !== point.name
    ) {
      found.add(id);
    }
  }
  return found;
}

// The tiers as cards: which levels each supervises, how many points, of how many departments.
// Relies on tiers of the points as Rust gives them.
import { useMemo } from 'react';
import type { PointView } from '../ipc';
import { LevelSwatch } from '../parts/Level';
import { useTable } from '../state/rows';
import { useProject } from '../state/store';
import { useWords } from '../words';

export const NO_TIER = 'none';

interface TierCount {
  id: string;
  name: string;
  levels: readonly (string | null)[];
  points: PointView[];
}

export function TierCards({ chosen, onChoose }: { chosen: string | null; onChoose: (id: string) => void }) {
  const w = useWords();
  const table = useTable('control_tier');
  const points = useProject((state) => state.project?.points);
  const cards = useMemo(() => {
    const own: TierCount[] = [...table.values()]
      .sort((a, b) => a.rank - b.rank)
      .map((tier) => ({ id: tier.id, name: tier.name, levels: tier.levels, points: [] }));
    const none: TierCount = { id: NO_TIER, name: w.tiers.none, levels: [null], points: [] };
    for (const point of points?.values() ?? [])
      (own.find((card) => card.id === point.tier_id) ?? none).points.push(point);
    return none.points.length > 0 ? [...own, none] : own;
  }, [table, points, w]);
  return (
    <div className="tier-cards">
      {cards.map((card) => (
        <button
          key={card.id}
          type="button"
          aria-pressed={card.id === chosen}
          onClick={() => onChoose(card.id)}
          data-testid="tier-card"
        >
          <span className="tier-levels">
            {card.levels.map((level) => (
              <LevelSwatch key={level ?? 'none'} level={level as PointView['level']} wide={22} high={8} />
            ))}
          </span>
          <strong>{card.points.length}</strong>
          <span>{card.name}</span>
          <em>{departmentsOf(card.points, w.tiers.departments)}</em>
        </button>
      ))}
    </div>
  );
}

function departmentsOf(points: readonly PointView[], text: (count: number) => string): string {
  return text(new Set(points.map((point) => point.department_id).filter(Boolean)).size);
}

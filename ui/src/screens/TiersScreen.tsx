// Tiered control: who controls what, tier by tier, with the list of each.
// Relies on tiers that Rust derived from levels, or that were set by hand with a reason.
import { useMemo, useState } from 'react';
import type { PointView } from '../ipc';
import { Filters } from '../list/Filters';
import { useNames } from '../list/filter';
import { useListed } from '../list/RiskList';
import { RiskTable } from '../list/RiskTable';
import { Empty } from '../parts/Empty';
import { LevelSwatch } from '../parts/Level';
import { BasisSwitch } from '../plan/chrome/PlanBar';
import { useTable } from '../state/rows';
import { useProject } from '../state/store';
import { useWords } from '../words';

const NO_TIER = 'none';

export function TiersScreen() {
  const w = useWords();
  const names = useNames();
  const listed = useListed(false);
  const [tier, setTier] = useState<string | null>(null);
  const shown = useMemo(
    () => (tier === null ? listed : listed.filter((point) => (point.tier_id ?? NO_TIER) === tier)),
    [listed, tier],
  );
  return (
    <main className="tiers-screen" data-testid="tiers">
      <header className="page-head">
        <div>
          <h1>{w.steps.tiers}</h1>
          <p>{w.tiers.text}</p>
        </div>
        <BasisSwitch />
      </header>
      <TierCards chosen={tier} onChoose={(id) => setTier(id === tier ? null : id)} />
      <div className="risk-list-bar">
        <Filters />
        <b className="grow-count">{w.tiers.shown(shown.length)}</b>
      </div>
      {shown.length > 0 ? <RiskTable points={shown} names={names} /> : <Empty title={w.list.noneTitle} />}
    </main>
  );
}

interface TierCount {
  id: string;
  name: string;
  levels: readonly (string | null)[];
  points: PointView[];
}

function TierCards({ chosen, onChoose }: { chosen: string | null; onChoose: (id: string) => void }) {
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

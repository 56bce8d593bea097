// Tiered control: who controls what, tier by tier; the responsibility matrix; the lists and their way out.
// Relies on tiers that Rust derived from levels, or that were set by hand with a reason.
import { useMemo, useState } from 'react';
import { Filters } from '../list/Filters';
import { useNames } from '../list/filter';
import { useListed } from '../list/RiskList';
import { RiskTable } from '../list/RiskTable';
import { openListImport } from '../lists/job';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { BasisSwitch } from '../plan/chrome/PlanBar';
import { ReviewLink } from '../review/StateChip';
import { useWords } from '../words';
import { ListsOut } from './ListsOut';
import { PickedBar } from './PickedBar';
import { ResponsibilityMatrix } from './ResponsibilityMatrix';
import { NO_TIER, TierCards } from './TierCards';

type Tab = 'points' | 'matrix' | 'lists';
const TABS: readonly Tab[] = ['points', 'matrix', 'lists'];

export function TiersScreen() {
  const w = useWords();
  const [tab, setTab] = useState<Tab>('points');
  return (
    <main className="tiers-screen" data-testid="tiers" data-tab={tab}>
      <header className="page-head">
        <div>
          <h1>
            {w.steps.tiers} <ReviewLink subject="control" />
          </h1>
          <p>{w.tiers.text}</p>
        </div>
        <div className="overview-aside">
          <button
            type="button"
            className="secondary"
            title={w.lists.openHint}
            onClick={() => openListImport()}
            data-testid="tiers-import"
          >
            <Icon name="table" size={14} /> {w.lists.open}
          </button>
          <BasisSwitch />
        </div>
      </header>
      <div className="page-tabs" role="tablist">
        {TABS.map((own) => (
          <button
            key={own}
            type="button"
            role="tab"
            aria-selected={own === tab}
            onClick={() => setTab(own)}
            data-testid={`tiers-${own}`}
          >
            {w.control.tabs[own]}
          </button>
        ))}
      </div>
      {tab === 'points' ? <Points /> : null}
      {tab === 'matrix' ? <ResponsibilityMatrix /> : null}
      {tab === 'lists' ? <ListsOut /> : null}
    </main>
  );
}

const NOTHING: ReadonlySet<string> = new Set();

function Points() {
  const w = useWords();
  const names = useNames();
  const listed = useListed(false);
  const [tier, setTier] = useState<string | null>(null);
  const [wished, setPicked] = useState<ReadonlySet<string>>(NOTHING);
  const shown = useMemo(
    () => (tier === null ? listed : listed.filter((point) => (point.tier_id ?? NO_TIER) === tier)),
    [listed, tier],
  );
  // What a filter hides is not meant by what is done to all.
  const picked = useMemo(
    () => new Set(shown.filter((point) => wished.has(point.id)).map((point) => point.id)),
    [shown, wished],
  );
  return (
    <>
      <TierCards chosen={tier} onChoose={(id) => setTier(id === tier ? null : id)} />
      <div className="risk-list-bar">
        {picked.size > 0 ? (
          <PickedBar picked={picked} onClear={() => setPicked(NOTHING)} />
        ) : (
          <>
            <Filters />
            <b className="grow-count">{w.tiers.shown(shown.length)}</b>
          </>
        )}
      </div>
      {shown.length > 0 ? (
        <RiskTable points={shown} names={names} picked={picked} onPick={setPicked} />
      ) : (
        <Empty title={w.list.noneTitle} />
      )}
    </>
  );
}

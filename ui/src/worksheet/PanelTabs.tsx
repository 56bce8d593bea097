// What the panel below the plan shows: the risk list, or the list and worksheet of a family.
// Relies on one panel for both; it can take the plan's place for long typing.
import { useRef } from 'react';
import type { ReviewSubject, RiskPointKind } from '../ipc';
import { openListImport } from '../lists/job';
import { Icon } from '../parts/icons';
import { ReviewLink } from '../review/StateChip';
import { useDialogs } from '../state/dialogs';
import { useView } from '../state/store';
import { useWords } from '../words';
import { askEarly } from './data';

const TABS: readonly ('list' | RiskPointKind)[] = ['list', 'activity', 'facility', 'workplace'];

const SUBJECTS: Record<RiskPointKind, ReviewSubject> = {
  activity: 'activities',
  facility: 'facilities',
  workplace: 'workplaces',
};

interface Props {
  /** How many points the list shows, in words. */
  listed: string;
  open: boolean;
  onToggle: () => void;
}

export function PanelTabs({ listed, open, onToggle }: Props) {
  const w = useWords();
  const panel = useView((view) => view.panel);
  const wanted = useRef(0);
  const change = async (part: Partial<typeof panel>) => {
    const next = { ...panel, ...part };
    const isNew = !open || next.tab !== panel.tab || next.view !== panel.view;
    wanted.current += 1;
    const own = wanted.current;
    if (isNew && next.tab !== 'list' && next.view === 'sheet') await askEarly(next.tab);
    // Who has clicked on meanwhile wants that, and not what was waited for.
    if (own !== wanted.current) return;
    useView.setState((view) => ({
      panel: { ...view.panel, ...part },
      list: { ...view.list, open: true },
    }));
  };
  return (
    <div className="list-tabs" role="tablist">
      <button
        type="button"
        className="ib tiny"
        onClick={onToggle}
        aria-expanded={open}
        aria-label={w.list.title}
        data-testid="list-toggle"
      >
        <Icon name={open ? 'down' : 'up'} size={14} />
      </button>
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          aria-selected={open && panel.tab === tab}
          onClick={() => void change({ tab })}
          data-testid={`panel-${tab}`}
        >
          {w.worksheet.tabs[tab]}
          {tab === 'list' ? <b>{listed}</b> : null}
        </button>
      ))}
      {open && panel.tab !== 'list' ? <ReviewLink subject={SUBJECTS[panel.tab]} /> : null}
      <span className="grow" />
      <button
        type="button"
        className="ib"
        title={w.lists.openHint}
        onClick={() => openListImport(panel.tab === 'list' ? null : panel.tab)}
        data-testid="list-import-open"
      >
        <Icon name="table" size={14} /> {w.lists.open}
      </button>
      {panel.tab !== 'list' && open ? (
        <div className="seg" role="tablist">
          {(['sheet', 'list'] as const).map((view) => (
            <button
              key={view}
              type="button"
              role="tab"
              aria-selected={panel.view === view}
              onClick={() => void change({ view })}
              data-testid={`panel-view-${view}`}
            >
              {w.worksheet.views[view]}
            </button>
          ))}
        </div>
      ) : (
        <button
          type="button"
          className="ib"
          title={w.sheets.openHint}
          onClick={() => useDialogs.setState({ assessorSheets: true })}
          data-testid="sheets-open"
        >
          <Icon name="people" size={14} /> {w.sheets.open}
        </button>
      )}
      <button
        type="button"
        className="ib"
        aria-pressed={panel.full}
        title={panel.full ? w.worksheet.notFull : w.worksheet.full}
        onClick={() => void change({ full: !panel.full })}
        data-testid="panel-full"
      >
        <Icon name="fit" size={14} />
      </button>
    </div>
  );
}

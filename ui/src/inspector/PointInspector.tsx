// A risk point: its band, and four pages for its scores, hazards, measures and basics.
// Relies on the detail that is asked for when a step touched it. Knows no rule.
import type { PointView } from '../ipc';
import { Icon } from '../parts/icons';
import { usePointDetail } from '../state/detail';
import { useDialogs } from '../state/dialogs';
import { usePick, useVocabulary } from '../state/settings';
import { useProject, useSurface, useView, type ViewState } from '../state/store';
import { useWords } from '../words';
import { Band } from './Band';
import { BasicsTab } from './BasicsTab';
import { HazardsTab } from './HazardsTab';
import { MeasuresTab } from './MeasuresTab';
import { PointDangers } from './PointDangers';
import { ScoreTab } from './ScoreTab';

type Tab = ViewState['tab'];

export function PointInspector({ point }: { point: PointView }) {
  const w = useWords();
  const pick = usePick();
  const { point_kinds } = useVocabulary();
  const tab = useView((view) => view.tab);
  const tier = useProject((state) =>
    point.tier_id ? state.project?.tables.control_tier.get(point.tier_id) : undefined,
  );
  const detail = usePointDetail(point.id);
  const kind = point_kinds.find((own) => own.value === point.kind);
  const tabs: [Tab, string, number | null][] = [
    ['score', w.point.score, null],
    ['hazards', w.point.hazards, point.hazards],
    ['measures', w.point.measures, point.measures],
    ['basics', w.point.basics, null],
  ];
  const remove = () => useSurface.setState({ confirm: { table: 'risk_point', id: point.id } });
  return (
    <>
      <Band
        level={point.level}
        left={`${point.code} · ${kind ? pick(kind.name) : ''}`}
        right={tier ? w.point.controlledBy(tier.name) : ''}
        title={point.name}
      />
      <PointDangers point={point.id} />
      <div className="tabs" role="tablist">
        {tabs.map(([id, name, count]) => (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={tab === id}
            data-testid={`tab-${id}`}
            onClick={() => useView.setState({ tab: id })}
          >
            {name}
            {count === null ? null : <b>{count}</b>}
          </button>
        ))}
        <button
          type="button"
          className="ib tab-keep"
          title={w.library.save}
          onClick={() => useDialogs.setState({ keepEntry: point.id })}
          data-testid="keep-entry"
        >
          <Icon name="floors" size={15} />
        </button>
        <button
          type="button"
          className="ib tab-remove"
          title={w.point.remove}
          onClick={remove}
          data-testid="point-remove"
        >
          <Icon name="trash" />
        </button>
      </div>
      <div className="inspector-body" role="tabpanel">
        {detail ? (
          <>
            {tab === 'score' ? <ScoreTab point={point} detail={detail} /> : null}
            {tab === 'hazards' ? <HazardsTab detail={detail} /> : null}
            {tab === 'measures' ? <MeasuresTab detail={detail} /> : null}
            {tab === 'basics' ? <BasicsTab detail={detail} /> : null}
          </>
        ) : null}
      </div>
    </>
  );
}

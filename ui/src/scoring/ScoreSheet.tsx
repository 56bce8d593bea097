// The score sheet of a point: every possible accident of every hazard, inherent and existing side by side.
// Relies on the same parts as the inspector. Levels and means are Rust's.
import { Modal } from 'antd';
import { useState } from 'react';
import { AccidentScore } from '../inspector/AccidentScore';
import type { AccidentDetail, AccidentView, PointDetail, RiskBasis } from '../ipc';
import { Empty } from '../parts/Empty';
import { LevelChip } from '../parts/Level';
import { usePointDetail } from '../state/detail';
import { useDialogs } from '../state/dialogs';
import { usePick } from '../state/settings';
import { useWords } from '../words';
import { Methods } from './Methods';

export function ScoreSheet({ point }: { point: string }) {
  const w = useWords();
  const detail = usePointDetail(point);
  const close = () => useDialogs.setState({ scoreSheet: null });
  return (
    <Modal
      open
      width="min(1240px, 96vw)"
      centered
      title={w.scoring.title(detail ? `${detail.point.code} ${detail.point.name}` : '')}
      onCancel={close}
      footer={null}
    >
      {detail ? <Sheet detail={detail} /> : <div className="why-wait" />}
    </Modal>
  );
}

type Tab = 'bases' | 'methods';

function Sheet({ detail }: { detail: PointDetail }) {
  const w = useWords();
  const pick = usePick();
  const all = detail.hazards.flatMap((hazard) => hazard.accidents);
  const [wished, setWished] = useState<string | null>(null);
  const [tab, setTab] = useState<Tab>('bases');
  const chosen = all.find((own) => own.accident.id === wished) ?? all[0];
  if (!chosen) return <Empty title={w.score.noHazardsTitle} text={w.score.noHazardsText} />;
  return (
    <div data-testid="score-sheet">
      <div className="preset-tabs" role="tablist">
        {(['bases', 'methods'] as const).map((own) => (
          <button
            key={own}
            type="button"
            role="tab"
            aria-selected={tab === own}
            onClick={() => setTab(own)}
            data-testid={`score-sheet-${own}`}
          >
            {own === 'bases' ? `${w.scoring.inherent} / ${w.scoring.existing}` : w.scoring.methods}
          </button>
        ))}
      </div>
      <div className="score-sheet" data-tab={tab}>
        <div className="score-sheet-list" role="listbox">
          {detail.hazards.map((hazard) => (
            <section key={hazard.hazard.id}>
              <h4>{hazard.hazard.description || w.hazard.unnamed}</h4>
              {hazard.accidents.map((own) => (
                <button
                  key={own.accident.id}
                  type="button"
                  role="option"
                  aria-selected={own === chosen}
                  onClick={() => setWished(own.accident.id)}
                  data-testid={`score-sheet-${own.accident.accident_type}`}
                >
                  <span>{pick(own.name)}</span>
                  <Pair title={w.scoring.inherent} view={own.inherent} />
                  <Pair title={w.scoring.existing} view={own.existing} />
                </button>
              ))}
            </section>
          ))}
        </div>
        {tab === 'bases' ? (
          <>
            <Side basis="inherent" accident={chosen} view={chosen.inherent} detail={detail} />
            <Side basis="existing" accident={chosen} view={chosen.existing} detail={detail} />
          </>
        ) : (
          <Methods key={chosen.accident.id} accident={chosen} detail={detail} />
        )}
      </div>
    </div>
  );
}

function Pair({ title, view }: { title: string; view: AccidentView }) {
  return (
    <span className="score-pair" title={title}>
      <LevelChip level={view.level} />
      <small>{view.score ?? ''}</small>
    </span>
  );
}

interface SideProps {
  basis: RiskBasis;
  accident: AccidentDetail;
  view: AccidentView;
  detail: PointDetail;
}

function Side({ basis, accident, view, detail }: SideProps) {
  const w = useWords();
  return (
    <section className="score-side" data-basis={basis} data-testid={`score-side-${basis}`}>
      <h3>
        {w.scoring[basis]} <LevelChip level={view.level} />
      </h3>
      <AccidentScore
        key={`${accident.accident.id}/${basis}`}
        accident={accident}
        view={view}
        basis={basis}
        preset={detail.preset_id}
        wide
      />
    </section>
  );
}

// The scores of a point: each possible accident of each hazard, one of them open; below, what overrules scores.
// Relies on levels and scores from Rust.
import { useState } from 'react';
import type { AccidentDetail, AccidentView, HazardDetail, PointDetail, PointView, RiskBasis } from '../ipc';
import { Empty } from '../parts/Empty';
import { LevelChip } from '../parts/Level';
import { useDialogs } from '../state/dialogs';
import { usePick, useVocabulary } from '../state/settings';
import { useProject, useSurface, useView } from '../state/store';
import { useWords } from '../words';
import { AccidentScore } from './AccidentScore';
import { Determinations } from './Determinations';
import { NextOpen } from './NextOpen';
import { TierSection } from './TierSection';

export function viewOn(accident: AccidentDetail, basis: RiskBasis): AccidentView {
  return basis === 'inherent' ? accident.inherent : accident.existing;
}

/** The accident to show first: one that is open, else one that has the point's own level. */
function firstAccident(hazards: HazardDetail[], basis: RiskBasis, level: PointView['level']): string | null {
  const all = hazards.flatMap((hazard) => hazard.accidents);
  const open = all.find((accident) => viewOn(accident, basis).level === null);
  const deciding = all.find((accident) => viewOn(accident, basis).level === level);
  return (open ?? deciding ?? all[0])?.accident.id ?? null;
}

export function ScoreTab({ point, detail }: { point: PointView; detail: PointDetail }) {
  const w = useWords();
  const basis = useProject((state) => state.project?.basis ?? 'existing');
  const [open, setOpen] = useState(() => firstAccident(detail.hazards, basis, point.level));
  const known = detail.hazards.some((hazard) => hazard.accidents.some((own) => own.accident.id === open));
  const shown = known || open === '' ? open : firstAccident(detail.hazards, basis, point.level);
  return (
    <>
      <WhyLine point={point} />
      {detail.hazards.length === 0 ? (
        <Empty title={w.score.noHazardsTitle} text={w.score.noHazardsText}>
          <button
            type="button"
            className="primary"
            onClick={() => useView.setState({ tab: 'hazards' })}
            data-testid="to-hazards"
          >
            {w.hazard.add}
          </button>
        </Empty>
      ) : null}
      {detail.hazards.map((hazard) => (
        <HazardScores
          key={hazard.hazard.id}
          hazard={hazard}
          detail={detail}
          basis={basis}
          open={shown}
          onOpen={(id) => setOpen(id === shown ? '' : id)}
        />
      ))}
      <Determinations detail={detail} />
      <TierSection point={point} detail={detail} />
      <NextOpen point={point} />
    </>
  );
}

function WhyLine({ point }: { point: PointView }) {
  const w = useWords();
  const pick = usePick();
  const { levels } = useVocabulary();
  const level = levels.find((own) => own.value === point.level);
  return (
    <div className="why-line">
      {point.hazards > 0 ? (
        <button
          type="button"
          className="link"
          title={w.scoring.openHint}
          onClick={() => useDialogs.setState({ scoreSheet: point.id })}
          data-testid="score-sheet-open"
        >
          {w.scoring.open}
        </button>
      ) : null}
      {point.reason === 'direct' ? <span className="tagged">{w.score.direct}</span> : null}
      {point.reason === 'danger' ? <span className="tagged warn">{w.why.danger}</span> : null}
      {point.spread ? <span className="warn">{w.score.spread}</span> : null}
      {point.lowered_by_mean ? <span className="warn">{w.score.lowered}</span> : null}
      {point.reason === 'adjusted' ? <span className="tagged">{w.scoring.adjust}</span> : null}
      {level ? (
        <button
          type="button"
          className="link why"
          onClick={() => useSurface.setState({ why: { table: 'risk_point', id: point.id } })}
          data-testid="why"
        >
          {w.why.ask(pick(level.colour))}
        </button>
      ) : null}
    </div>
  );
}

interface HazardProps {
  hazard: HazardDetail;
  detail: PointDetail;
  basis: RiskBasis;
  open: string | null;
  onOpen: (id: string) => void;
}

function HazardScores({ hazard, detail, basis, open, onOpen }: HazardProps) {
  const w = useWords();
  const pick = usePick();
  return (
    <section className="hazard-scores" data-hazard={hazard.hazard.id}>
      <h3>{hazard.hazard.description || w.hazard.unnamed}</h3>
      {hazard.accidents.length === 0 ? (
        <p className="faint pad">
          {w.score.noAccidents}{' '}
          <button type="button" className="link" onClick={() => useView.setState({ tab: 'hazards' })}>
            {w.score.chooseAccidents}
          </button>
        </p>
      ) : null}
      {hazard.accidents.map((accident) => {
        const view = viewOn(accident, basis);
        const own = accident.accident.id === open;
        return (
          <div
            key={accident.accident.id}
            className="accident"
            data-open={own}
            data-accident={accident.accident.id}
          >
            <button
              type="button"
              className="accident-head"
              aria-expanded={own}
              onClick={() => onOpen(accident.accident.id)}
              data-testid={`accident-${accident.accident.accident_type}`}
            >
              <LevelChip level={view.level} />
              <span>{pick(accident.name)}</span>
              <em>{view.method?.toUpperCase()}</em>
              <b>{view.score ?? ''}</b>
            </button>
            {own ? (
              <AccidentScore accident={accident} view={view} basis={basis} preset={detail.preset_id} />
            ) : null}
          </div>
        );
      })}
    </section>
  );
}

// The project as it was: the map of any moment, a slider that plays how the risk went, and the way back.
// Relies on `timeline` for the moments and on `past` for each of them. Read-only; going back is one step.
import { Modal, Slider } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { FloorChoice } from '../filing/FloorChoice';
import { firstFloorOf, StillPlan } from '../filing/StillPlan';
import { useFiling } from '../filing/store';
import { useCalled } from '../filing/useCalled';
import { moment } from '../format';
import { errorText } from '../parts/fields';
import { Icon } from '../parts/icons';
import { projectOf } from '../state/project';
import { usePick, useSettings } from '../state/settings';
import { useProject, useView } from '../state/store';
import { useFileWords } from '../words/file';
import { AskState } from './EntryDetail';
import { Levels, LevelsThenAndNow } from './Levels';
import { changedSince, momentAt } from './moments';

/** No finer than what a slider of this width can show. */
const MOMENTS = 60;
const PACE = 700;

export function PastDialog({ sequence }: { sequence: number }) {
  const w = useFileWords();
  const pick = usePick();
  const language = useSettings((state) => state.language);
  const today = useProject((state) => state.project);
  const wanted = useView((view) => view.floor);
  const [chosen, setChosen] = useState<string | null>(null);
  const [playing, setPlaying] = useState(false);
  const [asking, setAsking] = useState(false);
  const timeline = useCalled('timeline', { steps: MOMENTS }, String(today?.step));
  const moments = timeline.answer ?? [];
  const index = momentAt(moments, sequence);
  const at = moments[index];
  const past = useCalled('past', { sequence }, String(sequence));
  const project = useMemo(() => (past.answer ? projectOf(past.answer) : null), [past.answer]);
  const floor = project ? firstFloorOf(project, chosen ?? wanted) : null;
  const content = useCalled(
    'past-floor',
    { sequence, floor: floor ?? '' },
    floor ? `${sequence}/${floor}` : null,
  );
  const marks = useMemo(() => changedSince(project, today), [project, today]);
  const go = (to: number) => {
    const next = moments[to];
    if (next) useFiling.setState({ past: next.sequence });
  };
  const last = moments.length - 1;
  useEffect(() => {
    if (!playing || past.waiting) return;
    if (index >= last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => {
      const next = moments[index + 1];
      if (next) useFiling.setState({ past: next.sequence });
    }, PACE);
    return () => clearTimeout(timer);
  }, [playing, past.waiting, index, last, moments]);
  const play = () => {
    if (!playing && index >= last) go(0);
    setPlaying(!playing);
  };
  const close = () => useFiling.setState({ past: null });
  const when = at ? moment(at.at, new Date(0)) : '';
  const error = past.error ?? timeline.error;
  return (
    <Modal
      open
      width="min(1240px, calc(100vw - 48px))"
      style={{ top: 24 }}
      title={
        <span className="past-title">
          {w.past.title}
          <small>{w.past.readOnly}</small>
        </span>
      }
      onCancel={close}
      footer={null}
    >
      <div
        className="past"
        data-testid="past"
        data-sequence={sequence}
        data-state={past.waiting || content.waiting ? 'waiting' : 'ready'}
      >
        {error ? <p className="warn">{errorText(error, language)}</p> : null}
        <div className="past-main">
          {project && floor ? (
            <StillPlan
              project={project}
              floor={floor}
              content={content.answer?.floor === floor ? content.answer : null}
              marks={marks}
              testid="past-plan"
            />
          ) : (
            <div className="still-plan" />
          )}
          <aside className="past-side">
            <b data-testid="past-when">{at ? w.past.at(when) : ''}</b>
            {at ? (
              <span>
                {pick(at.label)} · {at.actor}
              </span>
            ) : null}
            {project ? (
              <FloorChoice project={project} floor={floor} onFloor={setChosen} testid="past-floor" />
            ) : null}
            <LevelsThenAndNow
              then={past.answer?.standings.whole ?? null}
              now={today?.standings.whole ?? null}
            />
            <p className="faint past-key">
              <i /> {w.past.changed}
            </p>
            <span className="grow" />
            <button
              type="button"
              className="secondary"
              disabled={!project}
              onClick={() => setAsking(true)}
              data-testid="past-state"
            >
              <Icon name="history" size={13} />
              {w.history.state}
            </button>
          </aside>
        </div>
        <Levels moments={moments} index={index} onIndex={go} />
        <div className="past-slider">
          <button
            type="button"
            className="primary"
            disabled={last < 1}
            onClick={play}
            data-testid="past-play"
          >
            <Icon name={playing ? 'stop' : 'play'} size={13} />
            {playing ? w.past.pause : w.past.play}
          </button>
          <Slider
            min={0}
            max={Math.max(1, last)}
            value={Math.max(0, index)}
            disabled={last < 1}
            onChange={(to) => {
              setPlaying(false);
              go(to);
            }}
            tooltip={{ formatter: (to) => moment(moments[to ?? 0]?.at ?? '', new Date(0)) }}
            ariaLabelForHandle={w.past.slider}
            data-testid="past-slider"
          />
        </div>
      </div>
      {asking ? (
        <AskState
          sequence={sequence}
          onDone={(went) => {
            setAsking(false);
            if (went) close();
          }}
        />
      ) : null}
    </Modal>
  );
}

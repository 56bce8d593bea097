// Another project file beside the open one: both plans, and what is not the same as a list.
// Relies on `look` and `compare`, which change nothing. A kept version can be gone back to as one step.
import { Modal } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { backend } from '../backend';
import { ChangeList, rowsOf } from '../filing/ChangeList';
import { FloorChoice } from '../filing/FloorChoice';
import { firstFloorOf, StillPlan } from '../filing/StillPlan';
import { type Looked, useFiling } from '../filing/store';
import { useCalled } from '../filing/useCalled';
import { errorText } from '../parts/fields';
import { Icon } from '../parts/icons';
import { loadFloor, stepBy } from '../state/actions';
import { notify } from '../state/notices';
import { projectOf } from '../state/project';
import { useSettings } from '../state/settings';
import { useProject, useView } from '../state/store';
import { useWords } from '../words';
import { bothFileWords, useFileWords } from '../words/file';

export function LookDialog({ looked }: { looked: Looked }) {
  const w = useFileWords();
  const language = useSettings((state) => state.language);
  const today = useProject((state) => state.project);
  const wanted = useView((view) => view.floor);
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const { path } = looked;
  const view = useCalled('look', { path }, path);
  const differences = useCalled('compare', { path }, `${path}/${today?.step}`);
  const other = useMemo(() => (view.answer ? projectOf(view.answer) : null), [view.answer]);
  const marks = useMemo(() => rowsOf(differences.answer?.changes ?? []), [differences.answer]);
  const floor = other ? firstFloorOf(other, chosen ?? wanted) : null;
  const content = useCalled('look-floor', { path, floor: floor ?? '' }, floor ? `${path}/${floor}` : null);
  const loaded = today && floor ? today.plans.has(floor) || !today.tables.floor.has(floor) : true;
  useEffect(() => {
    if (floor && !loaded) void loadFloor(floor);
  }, [floor, loaded]);
  const close = () => useFiling.setState({ looked: null });
  const error = view.error ?? differences.error;
  return (
    <Modal
      open
      width="min(1240px, calc(100vw - 48px))"
      style={{ top: 24 }}
      title={
        <span className="past-title">
          {looked.title}
          <small>{w.past.readOnly}</small>
        </span>
      }
      onCancel={close}
      footer={null}
    >
      <div className="look" data-testid="look" data-rows={differences.answer?.rows ?? ''}>
        {error ? <p className="warn">{errorText(error, language)}</p> : null}
        <div className="look-bar">
          {other ? (
            <FloorChoice project={other} floor={floor} onFloor={setChosen} testid="look-floor" />
          ) : null}
          <span className="grow" />
          {looked.isVersion ? (
            <button
              type="button"
              className="secondary"
              disabled={!other}
              onClick={() => setAsking(true)}
              data-testid="version-restore"
            >
              <Icon name="history" size={13} />
              {w.versions.restore}
            </button>
          ) : null}
        </div>
        <div className="look-plans">
          <figure>
            <figcaption>{w.versions.today}</figcaption>
            {today && floor ? (
              <StillPlan
                project={today}
                floor={floor}
                content={today.plans.get(floor) ?? null}
                marks={marks}
                testid="look-today"
              />
            ) : null}
          </figure>
          <figure>
            <figcaption>{looked.title}</figcaption>
            {other && floor ? (
              <StillPlan
                project={other}
                floor={floor}
                content={content.answer?.floor === floor ? content.answer : null}
                marks={marks}
                testid="look-other"
              />
            ) : null}
          </figure>
        </div>
        <div className="look-changes" data-none={differences.answer?.rows === 0 || undefined}>
          {differences.answer ? (
            <>
              <p>
                <b>{w.versions.differs(differences.answer.rows)}</b>{' '}
                {differences.answer.rows > 0 ? <span className="faint">{w.versions.toThere}</span> : null}
              </p>
              {differences.answer.rows > 0 ? (
                <ChangeList
                  changes={differences.answer.changes}
                  more={differences.answer.more}
                  testid="look-changes"
                />
              ) : null}
            </>
          ) : null}
        </div>
      </div>
      {asking ? <AskVersion path={path} onDone={() => setAsking(false)} onWent={close} /> : null}
    </Modal>
  );
}

interface AskProps {
  path: string;
  onDone: () => void;
  onWent: () => void;
}

function AskVersion({ path, onDone, onWent }: AskProps) {
  const w = useFileWords();
  const common = useWords();
  const go = async () => {
    const done = await stepBy(() => backend().call('restore-version', { path }));
    onDone();
    if (!done) return;
    useFiling.setState({ versions: false });
    onWent();
    notify({ kind: 'done', text: bothFileWords((words) => words.versions.restored) });
  };
  return (
    <Modal
      open
      width={440}
      title={w.versions.restoreTitle}
      onCancel={onDone}
      onOk={() => void go()}
      okText={w.versions.restoreGo}
      cancelText={common.common.cancel}
      okButtonProps={{ 'data-testid': 'version-go', autoFocus: true }}
    >
      <p>{w.history.stateText}</p>
    </Modal>
  );
}

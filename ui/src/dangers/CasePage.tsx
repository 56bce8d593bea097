// The case of one danger on one page: what it is, what comes next and for whom it waits, what was done, pictures.
// Relies on `danger` for the case and on `danger-rights` for what may be done now; the page decides nothing.
import { useState } from 'react';
import { useInspect } from '../inspect/state';
import { useAsked } from '../inspect/useAsked';
import type { DangerRight, DangerView } from '../ipc';
import { errorText } from '../parts/fields';
import { Icon } from '../parts/icons';
import { goTo } from '../state/go';
import { usePick, useSettings, useVocabulary } from '../state/settings';
import { useSurface } from '../state/store';
import { useWords } from '../words';
import { ActDialog } from './ActDialog';
import { Deadline, DangerChip, GradeChip } from './Chips';
import { Facts } from './Facts';
import { Photo } from './Photos';
import { Reports } from './Reports';
import { isSettled } from './useDangers';

export function CasePage({ danger }: { danger: string }) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const { answer: view, error } = useAsked('danger', { danger });
  const { answer: rights } = useAsked('danger-rights', { danger });
  const back = () => useInspect.setState({ danger: null });
  return (
    <div className="case" data-testid="case">
      <button type="button" className="link case-back" onClick={back} data-testid="case-back">
        ‹ {w.dangers.back}
      </button>
      {error ? <p className="field-error">{errorText(error, language)}</p> : null}
      {view ? <Case view={view} rights={rights ?? []} /> : null}
    </div>
  );
}

function Case({ view, rights }: { view: DangerView; rights: readonly DangerRight[] }) {
  const { danger, standing } = view;
  const settled = isSettled(standing.state);
  return (
    <>
      <header className="case-head" data-state={standing.state} data-testid="case-head">
        <em>{danger.code}</em>
        <DangerChip state={standing.state} />
        <GradeChip grade={danger.grade} />
        <h2>{danger.description}</h2>
        <Deadline deadline={standing.deadline} overdue={view.overdue} open={!settled} />
      </header>
      <NextStep view={view} rights={rights} />
      <div className="case-body">
        <div>
          <Facts view={view} />
          <Photographs view={view} />
        </div>
        <div>
          <Steps view={view} />
          {danger.grade === 'major' ? <Reports view={view} /> : null}
        </div>
      </div>
    </>
  );
}

/** Steps that lead on; the others are at hand, but are not what is waited for. */
const ASIDE: ReadonlySet<DangerRight['act']> = new Set<DangerRight['act']>([
  'void',
  'hand-up',
  'suspend',
  'ask-extension',
  'dismiss',
  'reopen',
]);

function NextStep({ view, rights }: { view: DangerView; rights: readonly DangerRight[] }) {
  const w = useWords();
  const pick = usePick();
  const { danger_acts } = useVocabulary();
  const [open, setOpen] = useState<DangerRight | null>(null);
  const name = (right: DangerRight) => {
    const act = danger_acts.find((own) => own.value === right.act);
    return act ? pick(act.name) : right.act;
  };
  const first = rights.filter((own) => !ASIDE.has(own.act));
  const others = rights.filter((own) => ASIDE.has(own.act));
  const waits = first[0];
  const who = waits ? waits.people.map((own) => own.name).join('、') || pick(waits.who_name) : '';
  const button = (right: DangerRight, kind: string) => (
    <button
      key={right.act}
      type="button"
      className={kind}
      title={pick(right.who_name)}
      onClick={() => setOpen(right)}
      data-testid={`danger-${right.act}`}
    >
      {name(right)}
    </button>
  );
  return (
    <section className="case-next" data-testid="case-next">
      <span>{waits ? w.dangers.waitsFor(who) : w.dangers.nothingNext}</span>
      <span className="grow" />
      {first.map((right, index) => button(right, index === 0 ? 'primary' : 'secondary'))}
      {others.length > 0 ? <i /> : null}
      {others.map((right) => button(right, 'plain-act'))}
      {open ? <ActDialog view={view} right={open} onDone={() => setOpen(null)} /> : null}
      {view.danger.grade === 'major' && view.point ? <Major view={view} /> : null}
    </section>
  );
}

function Major({ view }: { view: DangerView }) {
  const w = useWords();
  const point = view.point;
  if (!point || !view.open) return null;
  return (
    <p className="case-major">
      <Icon name="alert" size={14} />
      {w.dangers.majorText}
      <button
        type="button"
        className="link"
        onClick={() => goTo({ table: 'risk_point', id: point.id })}
        data-testid="case-map"
      >
        {w.dangers.showOnMap}
      </button>
      <button
        type="button"
        className="link"
        onClick={() => useSurface.setState({ why: { table: 'risk_point', id: point.id } })}
        data-testid="case-why"
      >
        {w.dangers.why}
      </button>
    </p>
  );
}

function Photographs({ view }: { view: DangerView }) {
  const w = useWords();
  return (
    <section className="card">
      <header>
        <h2>{w.dangers.photos}</h2>
      </header>
      {view.photos.length === 0 ? <p className="faint">{w.dangers.noPhotos}</p> : null}
      <div className="case-photos">
        {(['before', 'after'] as const).map((moment) => {
          const own = view.photos.filter((photo) => photo.moment === moment);
          return own.length > 0 ? (
            <div key={moment}>
              <h4>{w.dangers[moment]}</h4>
              <div className="photos">
                {own.map((photo) => (
                  <Photo key={photo.id} asset={photo.asset} title={photo.note || w.dangers[moment]} />
                ))}
              </div>
            </div>
          ) : null;
        })}
      </div>
    </section>
  );
}

function Steps({ view }: { view: DangerView }) {
  const w = useWords();
  const pick = usePick();
  const { danger_acts } = useVocabulary();
  const names = new Map(danger_acts.map((own) => [own.value as string, pick(own.name)]));
  return (
    <section className="card">
      <header>
        <h2>{w.dangers.steps}</h2>
        {view.standing.rejections > 0 ? (
          <p className="warn">{w.dangers.rejections(view.standing.rejections)}</p>
        ) : null}
      </header>
      <ol className="case-steps" data-testid="case-steps">
        {[...view.steps].reverse().map((own) => (
          <li key={own.step.id} data-act={own.step.act}>
            <header>
              <b>{names.get(own.step.act)}</b>
              <DangerChip state={own.to} />
              <span className="faint">
                {w.dangers.stepOf(
                  [own.step.done_on, own.step.done_at?.slice(0, 5)].filter(Boolean).join(' '),
                  own.by,
                )}
              </span>
            </header>
            <StepLines own={own} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepLines({ own }: { own: DangerView['steps'][number] }) {
  const w = useWords();
  const { step } = own;
  const lines: [string, string | number | null][] = [
    ['', step.note],
    [w.dangers.responsible, own.responsible],
    [w.dangers.acceptor, own.acceptor],
    [w.dangers.approver, own.approver],
    [w.dangers.deadline, step.deadline],
    [w.dangers.measures, step.measures],
    [w.dangers.funds, step.funds],
    [w.dangers.contingency, step.contingency],
    [w.dangers.reviewOn, step.review_on],
  ];
  return (
    <>
      {lines.map(([title, text]) =>
        text === null || text === '' ? null : (
          <p key={title || 'note'}>
            {title ? <span className="faint">{title} </span> : null}
            {text}
          </p>
        ),
      )}
    </>
  );
}

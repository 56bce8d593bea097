// The case of one danger on one page: what it is, what comes next and for whom it waits, what was done, pictures.
// Relies on `danger` for the case and on `danger-rights` for what may be done now; the page decides nothing.
import { useState } from 'react';
import { useInspect } from '../inspect/state';
import { useAsked } from '../inspect/useAsked';
import type {
  DangerFile,
  DangerLine,
  DangerStepView,
  PhotoMoment,
  PrintKind,
  RightsView,
  RightView,
} from '../ipc';
import { errorText } from '../parts/fields';
import { Icon } from '../parts/icons';
import { PapersDialog } from '../prints/PapersDialog';
import { attempt } from '../state/actions';
import { goTo } from '../state/go';
import { usePick, useSettings } from '../state/settings';
import { useSurface } from '../state/store';
import { useWords } from '../words';
import { ActDialog } from './ActDialog';
import { isOpen } from './board';
import { DangerChip, Deadline, GradeChip } from './Chips';
import { Facts } from './Facts';
import { Photo, pickPhoto } from './Photos';
import { Reports } from './Reports';

export function CasePage({ danger }: { danger: string }) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const { answer: view, error } = useAsked('danger', { danger });
  const { answer: rights } = useAsked('danger-rights', { danger });
  const back = () => useInspect.setState({ danger: null });
  return (
    <div className="case" data-testid="case">
      <div className="case-bar">
        <button type="button" className="link case-back" onClick={back} data-testid="case-back">
          ‹ {w.dangers.back}
        </button>
        {view ? <Papers view={view} /> : null}
      </div>
      {error ? <p className="field-error">{errorText(error, language)}</p> : null}
      {view ? <Case view={view} rights={rights} /> : null}
    </div>
  );
}

/** The papers of this danger alone. */
function Papers({ view }: { view: DangerFile }) {
  const w = useWords();
  const [chosen, setChosen] = useState<PrintKind | null>(null);
  const { danger, line } = view;
  // A notice tells somebody what to rectify: there is none before anybody was asked to.
  const notified = line.responsible !== null && line.state !== 'void';
  return (
    <span className="case-papers">
      <button
        type="button"
        className="secondary"
        disabled={!notified}
        title={notified ? undefined : w.dangers.noticeLater}
        onClick={() => setChosen('rectification-notice')}
        data-testid="case-notice"
      >
        <Icon name="print" size={13} /> {w.dangers.notice}
      </button>
      <button
        type="button"
        className="secondary"
        onClick={() => setChosen('case-file')}
        data-testid="case-file"
      >
        <Icon name="print" size={13} /> {w.dangers.caseFile}
      </button>
      {chosen ? (
        <PapersDialog
          kinds={papersOf(view, notified)}
          chosen={[chosen]}
          dangers={[danger.code]}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </span>
  );
}

function papersOf({ danger }: DangerFile, notified: boolean): PrintKind[] {
  return [
    ...(notified ? (['rectification-notice'] as const) : []),
    'case-file',
    ...(danger.grade === 'major' ? (['double-report'] as const) : []),
  ];
}

function Case({ view, rights }: { view: DangerFile; rights: RightsView | null }) {
  const { danger, line } = view;
  return (
    <>
      <header className="case-head" data-state={line.state} data-testid="case-head">
        <em>{danger.code}</em>
        <DangerChip state={line.state} />
        <GradeChip grade={danger.grade} />
        <h2>{danger.description}</h2>
        <Deadline deadline={line.deadline} overdue={line.overdue} left={line.days_left} />
      </header>
      {rights ? <NextStep view={view} rights={rights} /> : null}
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
const ASIDE: ReadonlySet<RightView['act']> = new Set<RightView['act']>([
  'void',
  'hand-up',
  'suspend',
  'ask-extension',
  'dismiss',
  'reopen',
]);

function NextStep({ view, rights }: { view: DangerFile; rights: RightsView }) {
  const w = useWords();
  const pick = usePick();
  const [open, setOpen] = useState<RightView | null>(null);
  const first = rights.rights.filter((own) => !ASIDE.has(own.act));
  const others = rights.rights.filter((own) => ASIDE.has(own.act));
  const waits = first[0];
  const who = waits ? waits.people.map((own) => own.name).join('、') || pick(waits.who) : '';
  const button = (right: RightView, kind: string) => (
    <button
      key={right.act}
      type="button"
      className={kind}
      title={pick(right.who)}
      onClick={() => setOpen(right)}
      data-testid={`danger-${right.act}`}
    >
      {pick(right.name)}
    </button>
  );
  return (
    <section className="case-next" data-testid="case-next">
      <span>{waits ? w.dangers.waitsFor(who) : w.dangers.nothingNext}</span>
      <span className="grow" />
      {first.map((right, index) => button(right, index === 0 ? 'primary' : 'secondary'))}
      {others.length > 0 ? <i /> : null}
      {others.map((right) => button(right, 'plain-act'))}
      {open ? <ActDialog view={view} rights={rights} right={open} onDone={() => setOpen(null)} /> : null}
      {view.danger.grade === 'major' ? <Major line={view.line} /> : null}
    </section>
  );
}

function Major({ line }: { line: DangerLine }) {
  const w = useWords();
  const { point } = line;
  if (!point || !isOpen(line.state)) return null;
  return (
    <p className="case-major">
      <Icon name="alert" size={14} />
      {w.dangers.majorText}
      <button
        type="button"
        className="link"
        onClick={() => goTo({ table: 'risk_point', id: point })}
        data-testid="case-map"
      >
        {w.dangers.showOnMap}
      </button>
      <button
        type="button"
        className="link"
        onClick={() => useSurface.setState({ why: { table: 'risk_point', id: point } })}
        data-testid="case-why"
      >
        {w.dangers.why}
      </button>
    </p>
  );
}

function Photographs({ view }: { view: DangerFile }) {
  const w = useWords();
  const attach = async (moment: PhotoMoment) => {
    const asset = await pickPhoto(w.inspect.photoPick, w.inspect.photoFilter);
    if (!asset) return;
    await attempt({
      type: 'attach-danger-photo',
      danger: view.danger.id,
      step: null,
      moment,
      asset,
      note: '',
    });
  };
  return (
    <section className="card">
      <header>
        <h2>{w.dangers.photos}</h2>
        <span className="card-aside case-photo-add">
          {(['before', 'after'] as const).map((moment) => (
            <button
              key={moment}
              type="button"
              className="link"
              onClick={() => void attach(moment)}
              data-testid={`photo-${moment}`}
            >
              <Icon name="plus" size={11} />{' '}
              {moment === 'before' ? w.dangers.photosBefore : w.dangers.photosAfter}
            </button>
          ))}
        </span>
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

function Steps({ view }: { view: DangerFile }) {
  const w = useWords();
  const pick = usePick();
  return (
    <section className="card">
      <header>
        <h2>{w.dangers.steps}</h2>
        {view.line.rejections > 0 ? (
          <p className="warn">{w.dangers.rejections(view.line.rejections)}</p>
        ) : null}
      </header>
      <ol className="case-steps" data-testid="case-steps">
        {[...view.steps].reverse().map((own) => (
          <li key={own.id} data-act={own.act} data-void={own.to === null || undefined}>
            <header>
              <b>{pick(own.act_name)}</b>
              {own.to ? <DangerChip state={own.to} /> : null}
              <span className="faint">
                {w.dangers.stepOf([own.on, own.at?.slice(0, 5)].filter(Boolean).join(' '), own.by)}
              </span>
            </header>
            <StepLines own={own} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepLines({ own: step }: { own: DangerStepView }) {
  const w = useWords();
  const lines: [string, string | number | null][] = [
    ['', step.note],
    [w.dangers.responsible, step.responsible],
    [w.dangers.acceptor, step.acceptor],
    [w.dangers.approver, step.approver],
    [w.dangers.deadline, step.deadline],
    [w.dangers.measures, step.measures],
    [w.dangers.funds, step.funds],
    [w.dangers.contingency, step.contingency],
    [w.dangers.document, step.document],
    [w.dangers.duplicate, step.duplicate],
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

// The consultant's way in eight steps at the left, and the pages beside it.
// Relies on counts for the small numbers.

import { useDangerNote } from '../dangers/useDangers';
import type { ReviewState } from '../ipc';
import { Icon, type IconName } from '../parts/icons';
import { useReviews } from '../review/reviews';
import { useFindings } from '../state/findings';
import { goStep, useProgress } from '../state/next';
import { useTable } from '../state/rows';
import { type Step, useView } from '../state/store';
import { useWords } from '../words';

const WAITING: ReadonlySet<ReviewState> = new Set<ReviewState>(['submitted', 'returned', 'reopened']);

interface Entry {
  step: Step;
  number: number;
  name: string;
  note?: string;
  done?: boolean;
  /** Whether the note is something to be seen to. */
  warn?: boolean;
}

export function Steps() {
  const w = useWords();
  const current = useView((view) => view.step);
  const people = useTable('person').size;
  const departments = useTable('department').size;
  const { points, assessed } = useProgress();
  const findings = useFindings();
  const serious = findings.filter(
    (finding) => finding.severity !== 'notice' && finding.ignored === null,
  ).length;
  // What waits for somebody: submitted, returned, or edited after approval.
  const waiting = (useReviews() ?? []).filter((own) => WAITING.has(own.state)).length;
  const dangers = useDangerNote();
  const entries: Entry[] = [
    { step: 'setup', number: 1, name: w.steps.setup, done: people > 0 && departments > 0 },
    { step: 'identify', number: 2, name: w.steps.identify, note: points ? String(points) : '' },
    {
      step: 'assess',
      number: 3,
      name: w.steps.assess,
      note: points ? `${assessed}/${points}` : '',
      done: points > 0 && assessed === points,
    },
    { step: 'tiers', number: 4, name: w.steps.tiers },
    { step: 'prints', number: 5, name: w.steps.prints },
    { step: 'inspect', number: 6, name: w.steps.inspect, ...dangers },
    { step: 'ledgers', number: 7, name: w.steps.ledgers },
    { step: 'deliver', number: 8, name: w.steps.deliver },
  ];
  return (
    <nav className="steps" aria-label={w.steps.title}>
      {entries.map((entry) => (
        <StepEntry key={entry.number} entry={entry} current={current} />
      ))}
      <hr />
      <Page step="overview" icon="eye" name={w.steps.overview} note="" current={current} />
      <Page
        step="check"
        icon="alert"
        name={w.steps.check}
        note={serious ? String(serious) : ''}
        current={current}
      />
      <Page
        step="reviews"
        icon="check"
        name={w.steps.reviews}
        note={waiting ? String(waiting) : ''}
        current={current}
      />
      <Page step="changes" icon="redo" name={w.steps.changes} note="" current={current} />
      <Page step="rounds" icon="floors" name={w.steps.rounds} note="" current={current} />
      <Page step="history" icon="history" name={w.steps.history} note="" current={current} />
    </nav>
  );
}

function StepEntry({ entry, current }: { entry: Entry; current: Step }) {
  const { step, number, name, note, done, warn } = entry;
  return (
    <button
      type="button"
      className="step"
      aria-current={current === step ? 'page' : undefined}
      data-done={done || undefined}
      onClick={() => goStep(step)}
      data-testid={`step-${step}`}
    >
      <i>{done && current !== step ? <Icon name="check" size={11} /> : number}</i>
      <span>{name}</span>
      <small className={warn ? 'warn' : undefined}>{note}</small>
    </button>
  );
}

interface PageProps {
  step: Step;
  icon: IconName;
  name: string;
  note: string;
  current: Step;
}

function Page({ step, icon, name, note, current }: PageProps) {
  return (
    <button
      type="button"
      className="step"
      aria-current={current === step ? 'page' : undefined}
      onClick={() => goStep(step)}
      data-testid={`step-${step}`}
    >
      <i className="bare">
        <Icon name={icon} size={15} />
      </i>
      <span>{name}</span>
      <small className="warn">{note}</small>
    </button>
  );
}

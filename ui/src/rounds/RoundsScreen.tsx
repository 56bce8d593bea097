// Assessment rounds: which there were, a new one, its approval, and what changed between two.
// Relies on rounds being rows of the project; what a round found is frozen by Rust when it is approved.
import { useEffect, useState } from 'react';
import { backend, toCallError } from '../backend';
import { Counts } from '../inspector/Counts';
import type { AssessmentRound, RoundView } from '../ipc';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { Page } from '../screens/Page';
import { attempt } from '../state/actions';
import { notifyError } from '../state/notices';
import { usePeople } from '../state/rows';
import { usePick, useVocabulary } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { ApproveDialog } from './ApproveDialog';
import { CompareRounds } from './CompareRounds';
import { NewRoundDialog } from './NewRoundDialog';

/** Newest first; asked for again after each step. */
function useRounds(): readonly RoundView[] | null {
  const step = useProject((state) => state.project?.step);
  const [rounds, setRounds] = useState<readonly RoundView[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step may have changed a round
  useEffect(() => {
    let over = false;
    backend()
      .call('rounds', {})
      .then(
        (own) => {
          if (!over) setRounds(own);
        },
        (thrown) => notifyError(toCallError(thrown).api),
      );
    return () => {
      over = true;
    };
  }, [step]);
  return rounds;
}

export function RoundsScreen() {
  const w = useWords();
  const rounds = useRounds();
  const [making, setMaking] = useState(false);
  const [approving, setApproving] = useState<AssessmentRound | null>(null);
  return (
    <Page
      title={w.rounds.title}
      text={w.rounds.text}
      wide
      testid="rounds"
      aside={
        <button type="button" className="primary" onClick={() => setMaking(true)} data-testid="round-new">
          <Icon name="plus" size={14} /> {w.rounds.create}
        </button>
      }
    >
      {rounds?.length === 0 ? (
        <section className="card">
          <Empty title={w.rounds.emptyTitle} text={w.rounds.emptyText} />
        </section>
      ) : (
        <ol className="rounds">
          {rounds?.map((view) => (
            <Round key={view.round.id} view={view} onApprove={() => setApproving(view.round)} />
          ))}
        </ol>
      )}
      {rounds && rounds.length > 0 ? <CompareRounds rounds={rounds} /> : null}
      {making ? <NewRoundDialog rounds={rounds ?? []} onDone={() => setMaking(false)} /> : null}
      {approving ? <ApproveDialog round={approving} onDone={() => setApproving(null)} /> : null}
    </Page>
  );
}

function Round({ view, onApprove }: { view: RoundView; onApprove: () => void }) {
  const w = useWords();
  const pick = usePick();
  const { round_kinds } = useVocabulary();
  const people = usePeople();
  const { round, members, counts } = view;
  const name = (id: string | null) => people.find((own) => own.id === id)?.name ?? '';
  const kind = round_kinds.find((one) => one.value === round.kind);
  const open = round.state === 'open';
  const dates = [round.started_on, round.ended_on].filter(Boolean).join(' — ');
  return (
    <li className="round" data-testid="round" data-round={round.id} data-state={round.state}>
      <span className="round-state" data-state={round.state}>
        <Icon name={open ? 'play' : 'check'} size={12} /> {open ? w.rounds.open : w.rounds.approved}
      </span>
      <div>
        <h2>{round.name}</h2>
        <p className="faint">{[kind ? pick(kind.name) : round.kind, dates].filter(Boolean).join(' · ')}</p>
        {round.cause ? <p>{w.rounds.causeIs(round.cause)}</p> : null}
        {members.length > 0 ? (
          <p className="round-people">
            {members.map((member) => (
              <span key={member.id}>
                {name(member.person_id)}
                {member.role ? <em>{member.role}</em> : null}
              </span>
            ))}
          </p>
        ) : null}
        {round.conclusion ? <p>{w.rounds.conclusionIs(round.conclusion)}</p> : null}
        {counts ? <RoundCounts counts={counts} /> : null}
        {open ? null : (
          <p className="faint">{w.rounds.frozenBy(name(round.approved_by_id), round.approved_on ?? '')}</p>
        )}
      </div>
      <div className="round-actions">
        {open ? (
          <>
            <button type="button" className="primary" onClick={onApprove} data-testid="round-approve">
              {w.rounds.approve}
            </button>
            <button
              type="button"
              className="ib tiny"
              title={w.rounds.remove}
              onClick={() =>
                void attempt({ type: 'remove', rows: [{ table: 'assessment_round', id: round.id }] })
              }
              data-testid="round-remove"
            >
              <Icon name="trash" size={14} />
            </button>
          </>
        ) : null}
      </div>
    </li>
  );
}

/** Points of each level that the round froze. */
function RoundCounts({ counts }: { counts: RoundView['counts'] }) {
  const [major = 0, high = 0, medium = 0, low = 0, unassessed = 0] = counts ?? [];
  return (
    <div className="round-counts">
      <Counts standing={{ level: null, deciding: null, major, high, medium, low, unassessed }} />
    </div>
  );
}

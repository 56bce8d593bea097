// 审核: where every list and every round stands, what can be done now, who did what, what was edited since.
// Relies on `reviews` for states and allowed acts; the page decides nothing.
import { useState } from 'react';
import type { ReviewAct, ReviewView } from '../ipc';
import { Icon } from '../parts/icons';
import { Page } from '../screens/Page';
import { goTo } from '../state/go';
import { usePick } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { ActDialog } from './ActDialog';
import { useReviews } from './reviews';
import { StateChip } from './StateChip';

export function ReviewScreen() {
  const w = useWords();
  const reviews = useReviews();
  const lists = reviews?.filter((own) => own.subject !== 'round') ?? [];
  const rounds = reviews?.filter((own) => own.subject === 'round') ?? [];
  return (
    <Page title={w.review.title} text={w.review.text} testid="reviews">
      <h2 className="review-head">{w.review.lists}</h2>
      {lists.map((own) => (
        <ReviewCard key={own.subject} review={own} />
      ))}
      <h2 className="review-head">{w.review.rounds}</h2>
      {reviews && rounds.length === 0 ? <p className="faint">{w.review.noRounds}</p> : null}
      {rounds.map((own) => (
        <ReviewCard key={own.round} review={own} />
      ))}
    </Page>
  );
}

function ReviewCard({ review }: { review: ReviewView }) {
  const w = useWords();
  const pick = usePick();
  const [act, setAct] = useState<ReviewAct | null>(null);
  const [open, setOpen] = useState(false);
  const last = review.entries.at(-1);
  const more = review.entries.length > 1 || review.changed.length > 0 || review.lowered.length > 0;
  return (
    <section
      className="review"
      data-testid={review.round ? 'review-round' : `review-${review.subject}`}
      data-state={review.state}
    >
      <header>
        <h3>{pick(review.title)}</h3>
        <StateChip state={review.state} was={review.was} />
        <span className="faint">{w.review.points(review.points)}</span>
        <span className="grow" />
        {review.acts.map((own) => (
          <button
            key={own}
            type="button"
            className={own === 'return' || own === 'withdraw' ? 'secondary' : 'primary'}
            onClick={() => setAct(own)}
            data-testid={`act-${own}`}
          >
            {w.review.acts[own]}
          </button>
        ))}
      </header>
      {review.was ? (
        <p className="review-warn" data-testid="review-reopened">
          <Icon name="alert" size={14} />
          {w.review.reopened(w.review.states[review.was], review.changed.length)}
        </p>
      ) : null}
      <p className="review-last">
        {last ? w.review.entry(last.on, last.by, w.review.acts[last.act]) : w.review.noEntries}
        {last?.note ? <q>{last.note}</q> : null}
        {more ? (
          <button type="button" className="link" onClick={() => setOpen(!open)} data-testid="review-more">
            {open ? w.review.less : w.review.more}
          </button>
        ) : null}
      </p>
      {open ? <More review={review} /> : null}
      {act ? <ActDialog review={review} act={act} onDone={() => setAct(null)} /> : null}
    </section>
  );
}

function More({ review }: { review: ReviewView }) {
  const w = useWords();
  return (
    <div className="review-more">
      {review.entries.length > 1 ? (
        <ol data-testid="review-entries">
          {[...review.entries].reverse().map((own) => (
            <li key={own.id}>
              {w.review.entry(own.on, own.by, w.review.acts[own.act])}
              {own.note ? <q>{own.note}</q> : null}
            </li>
          ))}
        </ol>
      ) : null}
      {review.changed.length > 0 ? (
        <>
          <h4>{w.review.changed(review.changed.length)}</h4>
          <ul>
            {review.changed.map((own) => (
              <Row
                key={own.point}
                point={own.point}
                name={`${own.code} ${own.name}`}
                note={w.review.hows[own.how]}
              />
            ))}
          </ul>
        </>
      ) : null}
      {review.lowered.length > 0 ? (
        <>
          <h4>{w.review.lowered(review.lowered.length)}</h4>
          <ul>
            {review.lowered.map((own) => (
              <Row
                key={own.point}
                point={own.point}
                name={`${own.code} ${own.name}`}
                note={w.review.loweredOne(own.tier, own.called_for, own.reason)}
              />
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function Row({ point, name, note }: { point: string; name: string; note: string }) {
  const w = useWords();
  const there = useProject((state) => state.project?.points.has(point) ?? false);
  return (
    <li>
      <button
        type="button"
        disabled={!there}
        title={w.review.goPoint}
        onClick={() => goTo({ table: 'risk_point', id: point })}
        data-testid="review-changed"
      >
        <b>{name}</b>
        <span>{note}</span>
      </button>
    </li>
  );
}

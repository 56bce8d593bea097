// The state of a review as a chip; elsewhere than on its page it leads there.
// Relies on the words of states. What was approved and then edited stands out.
import type { ReviewState, ReviewSubject } from '../ipc';
import { goStep } from '../state/next';
import { useWords } from '../words';
import { useReview } from './reviews';

interface Props {
  state: ReviewState;
  /** What it was before its content changed. */
  was: ReviewState | null;
}

export function StateChip({ state, was }: Props) {
  const w = useWords();
  return (
    <span className="state-chip" data-state={state} data-testid="state-chip">
      {(was && w.review.since[was]) ?? w.review.states[state]}
    </span>
  );
}

/** The state of a list or a round, with the way to its review. */
export function ReviewLink({ subject, round = null }: { subject: ReviewSubject; round?: string | null }) {
  const w = useWords();
  const review = useReview(subject, round);
  if (!review) return null;
  return (
    <button
      type="button"
      className="review-link"
      title={w.review.title}
      onClick={() => goStep('reviews')}
      data-testid={`review-link-${subject}`}
    >
      <StateChip state={review.state} was={review.was} />
    </button>
  );
}

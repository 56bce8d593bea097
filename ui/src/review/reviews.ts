// Where every list and every round stands in its review, asked for again when the project has rested for a moment.
// Relies on `reviews`. Knows no transition: Rust says which acts there are.
import { useEffect } from 'react';
import { create } from 'zustand';
import { backend } from '../backend';
import type { ReviewSubject, ReviewView } from '../ipc';
import { useProject } from '../state/store';

interface Reviews {
  reviews: readonly ReviewView[] | null;
  /** Which project and step they belong to. */
  of: string;
}

const useStored = create<Reviews>(() => ({ reviews: null, of: '' }));

/** Fingerprints of all points are compared, which need not be done for each letter that is typed. */
const REST = 250;

async function ask(of: string): Promise<void> {
  if (useStored.getState().of === of) return;
  try {
    const reviews = await backend().call('reviews', {});
    useStored.setState({ reviews, of });
  } catch {
    // The project was closed meanwhile; the next one is asked about when it opens.
  }
}

export function useReviews(): readonly ReviewView[] | null {
  const path = useProject((state) => state.project?.file.path);
  const step = useProject((state) => state.project?.step);
  const of = `${path}/${step}`;
  useEffect(() => {
    const first = useStored.getState().reviews === null;
    const timer = setTimeout(() => void ask(of), first ? 0 : REST);
    return () => clearTimeout(timer);
  }, [of]);
  return useStored((state) => (state.of.startsWith(`${path}/`) ? state.reviews : null));
}

export function useReview(subject: ReviewSubject, round: string | null = null): ReviewView | null {
  return useReviews()?.find((own) => own.subject === subject && own.round === round) ?? null;
}

// Everything about the point that the inspector shows, asked for again when a step touched it.
// Relies on `Changed.details`. Knows nothing of how it is shown.
import { useEffect } from 'react';
import { create } from 'zustand';
import { backend, toCallError } from '../backend';
import type { ApiError, Changed, PointDetail } from '../ipc';

interface DetailState {
  detail: PointDetail | null;
  error: ApiError | null;
  /** Grows when the shown detail is out of date. */
  stamp: number;
}

export const useDetail = create<DetailState>(() => ({ detail: null, error: null, stamp: 0 }));

export function detailTouched(changed: Changed): void {
  const { detail } = useDetail.getState();
  if (!detail) return;
  // Names of people, tiers and criteria stand in a detail too, so any changed row may touch it.
  const named =
    changed.details.includes(detail.point.id) || changed.rows.length + changed.removals.length > 0;
  if (named) detailStale();
}

export function detailStale(): void {
  useDetail.setState(({ stamp }) => ({ stamp: stamp + 1 }));
}

let asked = 0;

async function ask(point: string): Promise<void> {
  asked += 1;
  const own = asked;
  try {
    const detail = await backend().call('point', { point });
    if (own === asked) useDetail.setState({ detail, error: null });
  } catch (thrown) {
    if (own === asked) useDetail.setState({ detail: null, error: toCallError(thrown).api });
  }
}

/** The point's detail; `null` until it is there. What is out of date stays until the new one comes. */
export function usePointDetail(point: string): PointDetail | null {
  const { detail, stamp } = useDetail();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp says when to ask again
  useEffect(() => {
    void ask(point);
  }, [point, stamp]);
  return detail?.point.id === point ? detail : null;
}

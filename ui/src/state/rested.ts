// Values that follow their source a little later, so that what the hand moves is drawn alone.
// Relies on the source being shown at once where the user looks. Loses nothing: the last value always comes.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import { type Selection, useSelection } from './store';

/** Selections that follow each other faster than this are a walk: only where it ends is shown. */
const WALK = 120;

type Rested = Pick<Selection, 'row' | 'more'>;

const restedOf = ({ row, more }: Selection): Rested => ({ row, more });

/**
 * The selection as the fields beside the plan show it: it comes alone right after the frame with the marks on the plan,
 * for all of them together; of selections that chase each other the last one, when they rest.
 */
export const useRestedSelection = create<Rested>(() => restedOf(useSelection.getState()));

let last = Number.NEGATIVE_INFINITY;
let frame = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

useSelection.subscribe((now, before) => {
  if (now.row === before.row && now.more === before.more) return;
  const at = performance.now();
  // One selection is set in two steps; that is no walk.
  const wait = frame === 0 && at - last < WALK ? WALK : 0;
  last = at;
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  frame = requestAnimationFrame(() => {
    frame = 0;
    timer = setTimeout(() => useRestedSelection.setState(restedOf(useSelection.getState())), wait);
  });
});

/**
 * A value that is asked for again whenever it changed, but only this often; and at once when `along` changes, since a
 * frame is drawn then anyway.
 */
export function useUnhurried<T>(
  ask: () => T,
  watch: (changed: () => void) => () => void,
  pause: number,
  along?: unknown,
): T {
  const [shown, setShown] = useState(ask);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const follow = () => {
      timer.current = undefined;
      setShown(ask);
    };
    const stop = watch(() => {
      timer.current ??= setTimeout(follow, pause);
    });
    return () => {
      stop();
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [ask, watch, pause]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it goes along with says when
  useLayoutEffect(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setShown(ask);
  }, [ask, along]);
  return shown;
}

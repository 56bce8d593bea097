// Values that follow their source a little later, so that what the hand moves is drawn alone.
// Relies on the source being shown at once where the user looks. Loses nothing: the last value always comes.
import { useEffect, useRef, useState } from 'react';

/** Selections that follow each other faster than this are a walk: only where it ends is shown. */
const WALK = 120;

/** A value that comes alone right after the next frame; of values that chase each other the last one, when they rest. */
export function useRested<T>(value: T): T {
  const [shown, setShown] = useState(value);
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const now = performance.now();
    const wait = now - last.current < WALK ? WALK : 0;
    last.current = now;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setShown(value), wait);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return shown;
}

/** A value that is asked for again whenever it changed, but only this often. */
export function useUnhurried<T>(ask: () => T, watch: (changed: () => void) => () => void, pause: number): T {
  const [shown, setShown] = useState(ask);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      timer = undefined;
      setShown(ask);
    };
    const stop = watch(() => {
      timer ??= setTimeout(follow, pause);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [ask, watch, pause]);
  return shown;
}

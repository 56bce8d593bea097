// One call after another: answers arrive in the order in which things were done.
// Relies on nothing. Knows nothing of calls.
import { useSurface } from './store';

let tail: Promise<unknown> = Promise.resolve();

function count(by: number): void {
  useSurface.setState(({ pending }) => ({ pending: pending + by }));
}

/** Does `work` when everything before it is over; fails when `work` fails, without stopping what comes after. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  count(1);
  const own = tail.then(work, work);
  tail = own.then(
    () => count(-1),
    () => count(-1),
  );
  return own;
}

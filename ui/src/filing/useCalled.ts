// What a call answers, for as long as what it is asked about stays the same.
// Relies on `key` naming the question. An answer that comes too late is dropped; a refusal is kept, to be shown.
import { useEffect, useRef, useState } from 'react';
import { type Args, backend, type CallName, type Result, toCallError } from '../backend';
import type { ApiError } from '../ipc';

export interface Called<T> {
  /** The latest answer; stays while the next one is waited for. */
  answer: T | null;
  error: ApiError | null;
  waiting: boolean;
}

/** Asks when `key` changes; `null` asks nothing. */
export function useCalled<K extends CallName>(name: K, args: Args<K>, key: string | null): Called<Result<K>> {
  const [called, setCalled] = useState<Called<Result<K>>>({
    answer: null,
    error: null,
    waiting: key !== null,
  });
  const own = useRef(args);
  own.current = args;
  useEffect(() => {
    if (key === null) return;
    let over = false;
    setCalled((before) => ({ ...before, waiting: true }));
    backend()
      .call(name, own.current)
      .then(
        (answer) => {
          if (!over) setCalled({ answer, error: null, waiting: false });
        },
        (thrown) => {
          if (!over) setCalled({ answer: null, error: toCallError(thrown).api, waiting: false });
        },
      );
    return () => {
      over = true;
    };
  }, [name, key]);
  return called;
}

// A text that is typed in one place and kept in another: sent when the typing pauses, on Enter, when the field is left.
// Relies on whoever keeps it to refuse with words. Knows no column.
import { useCallback, useEffect, useRef, useState } from 'react';
import { toCallError } from '../backend';
import type { ApiError } from '../ipc';
import { holdsText } from '../state/fields';

const PAUSE = 700;

interface Draft {
  text: string;
  change: (text: string) => void;
  send: () => Promise<void>;
  giveUp: () => void;
  error: ApiError | null;
}

/** A text that is typed here and kept there. */
export function useDraft(value: string, keep: (text: string) => Promise<unknown>): Draft {
  const [text, setText] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const latest = useRef({ text, value, keep });
  latest.current = { text, value, keep };

  const send = useCallback(async () => {
    const own = latest.current;
    if (own.text === null) return;
    if (own.text === own.value) {
      setText(null);
      setError(null);
      return;
    }
    try {
      await own.keep(own.text);
      setError(null);
      // What was typed in the meantime stays.
      setText((now) => (now === own.text ? null : now));
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  }, []);

  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => void send(), PAUSE);
    const release = holdsText(send);
    return () => {
      clearTimeout(timer);
      release();
    };
  }, [text, send]);

  // A field that goes away sends what it still holds.
  useEffect(() => () => void send(), [send]);

  const giveUp = () => {
    // Leaving the field right after this must not send what was given up.
    latest.current.text = null;
    setText(null);
    setError(null);
  };
  return { text: text ?? value, change: setText, send, giveUp, error };
}

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

/** What a draft belongs to: once something else is shown, what was typed still goes where it was typed. */
interface Owner {
  of: string;
  text: string | null;
  value: string;
  keep: (text: string) => Promise<unknown>;
}

/** A text that is typed here and kept there; `of` names what it is a text of, where that changes while the field stays. */
export function useDraft(value: string, keep: (text: string) => Promise<unknown>, of = ''): Draft {
  const owner = useRef<Owner>({ of, text: null, value, keep });
  if (owner.current.of !== of) owner.current = { of, text: null, value, keep };
  const own = owner.current;
  const [held, setHeld] = useState<{ own: Owner; text: string } | null>(null);
  const [wrong, setWrong] = useState<{ own: Owner; error: ApiError } | null>(null);
  const text = held?.own === own ? held.text : null;
  own.text = text;
  own.value = value;
  own.keep = keep;

  const send = useCallback(async () => {
    const sent = own.text;
    if (sent === null) return;
    // What was typed in the meantime stays, and so does what is typed for something else by now.
    const sentIt = () => {
      setHeld((now) => (now?.own === own && now.text === sent ? null : now));
      setWrong((now) => (now?.own === own ? null : now));
    };
    if (sent === own.value) return sentIt();
    try {
      await own.keep(sent);
      sentIt();
    } catch (thrown) {
      setWrong({ own, error: toCallError(thrown).api });
    }
  }, [own]);

  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => void send(), PAUSE);
    const release = holdsText(send);
    return () => {
      clearTimeout(timer);
      release();
    };
  }, [text, send]);

  // A field that goes away, or shows something else from now on, sends what it still holds.
  useEffect(() => () => void send(), [send]);

  const change = useCallback((typed: string) => setHeld({ own, text: typed }), [own]);
  const giveUp = () => {
    // Leaving the field right after this must not send what was given up.
    own.text = null;
    setHeld(null);
    setWrong(null);
  };
  return { text: text ?? value, change, send, giveUp, error: wrong?.own === own ? wrong.error : null };
}

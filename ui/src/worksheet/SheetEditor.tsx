// The field that hears the keys of a grid: invisible over the focused cell, visible as soon as something is typed.
// It has the focus all the time, so that input methods begin with the first key.
// Relies on whoever holds the grid for what a key means. Knows no cell but the one it lies over.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface EditorBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Props {
  box: EditorBox;
  /** What the cell holds. */
  text: string;
  /** Whether the cell may be typed into. */
  writable: boolean;
  /** Whether a text is being typed; `all` begins with the cell's own text. */
  editing: 'no' | 'fresh' | 'all';
  choices: readonly string[] | undefined;
  /** Whether several may be chosen. */
  several: boolean;
  onBegin: () => void;
  /** Keeps the text; the key that ended it says where to go. */
  onKeep: (text: string, next: 'stay' | 'down' | 'up' | 'right' | 'left' | 'all') => void;
  onGiveUp: () => void;
  /** Keys while nothing is typed; true when it was taken. */
  onKey: (event: React.KeyboardEvent<HTMLTextAreaElement>) => boolean;
  onPaste: (text: string) => void;
  onBlur: () => void;
  label: string;
}

const MOST_SHOWN = 40;

export function SheetEditor(props: Props) {
  const { box, text, writable, editing, choices, onBegin, onKeep, onGiveUp, onKey, onPaste } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState('');
  const [touched, setTouched] = useState(false);
  const [pointed, setPointed] = useState(-1);
  const open = editing !== 'no';
  const parts = props.several ? partsOf(typed) : [];
  const matching =
    open && choices
      ? choices.filter((own) => matches(own, touched ? typed : '') && !parts.slice(0, -1).includes(own))
      : [];

  useLayoutEffect(() => {
    if (editing === 'all') {
      setTyped(text);
      requestAnimationFrame(() => field.current?.setSelectionRange(text.length, text.length));
    }
    if (editing === 'no') {
      setTyped('');
      setPointed(-1);
      setTouched(false);
    }
  }, [editing, text]);

  useEffect(() => {
    const own = field.current;
    if (!open || !own) return;
    own.style.height = 'auto';
    own.style.height = `${Math.max(box.height + 1, Math.min(160, own.scrollHeight + 2))}px`;
    return () => {
      own.style.height = '';
    };
  });

  const keep = (next: Parameters<typeof onKeep>[1]) => {
    const chosen = matching[pointed];
    onKeep((chosen === undefined ? typed : withChoice(chosen)).replace(/[、\s]+$/, ''), next);
  };

  /** Of several, what was begun is finished and the others stay. */
  const withChoice = (chosen: string) =>
    props.several ? [...(touched ? parts.slice(0, -1) : parts), chosen].join('、') : chosen;

  const choose = (chosen: string) => {
    if (!props.several) return onKeep(chosen, 'down');
    setTyped(`${withChoice(chosen)}、`);
    setTouched(true);
    field.current?.focus();
  };

  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    // An input method takes its own keys.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const taken = open ? typing(event) : onKey(event);
    if (!taken) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const typing = (event: React.KeyboardEvent): boolean => {
    const command = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') onGiveUp();
    else if (event.key === 'Enter' && event.altKey) insert('\n');
    else if (event.key === 'Enter' && command) keep('all');
    else if (event.key === 'Enter') keep(event.shiftKey ? 'up' : 'down');
    else if (event.key === 'Tab') keep(event.shiftKey ? 'left' : 'right');
    else if (matching.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setPointed((old) => Math.max(-1, Math.min(matching.length - 1, old + by)));
    } else if (editing === 'fresh' && ARROWS[event.key]) keep(ARROWS[event.key] ?? 'stay');
    else return false;
    return true;
  };

  const insert = (piece: string) => {
    const own = field.current;
    if (!own) return;
    const [from, to] = [own.selectionStart, own.selectionEnd];
    setTyped(typed.slice(0, from) + piece + typed.slice(to));
    requestAnimationFrame(() => own.setSelectionRange(from + piece.length, from + piece.length));
  };

  return (
    <>
      <textarea
        ref={field}
        className="sheet-editor"
        data-editing={open}
        style={{ left: box.left, top: box.top, width: box.width, minHeight: box.height }}
        value={typed}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        readOnly={!writable}
        aria-label={props.label}
        data-testid="sheet-editor"
        onChange={(event) => {
          if (!writable) return;
          if (!open) onBegin();
          setPointed(-1);
          setTouched(true);
          setTyped(event.target.value);
        }}
        onCompositionStart={() => {
          if (!open && writable) onBegin();
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          if (open) return;
          event.preventDefault();
          onPaste(event.clipboardData.getData('text/plain'));
        }}
        onBlur={() => {
          if (open) onKeep(typed.trim(), 'stay');
          props.onBlur();
        }}
      />
      {matching.length > 0 ? (
        <div
          className="sheet-choices"
          role="listbox"
          style={{ left: box.left, top: box.top + box.height + 2, minWidth: box.width }}
        >
          {matching.slice(0, MOST_SHOWN).map((own, index) => (
            <button
              key={own}
              type="button"
              role="option"
              aria-selected={index === pointed}
              data-testid="sheet-choice"
              onMouseDown={(event) => {
                event.preventDefault();
                choose(own);
              }}
            >
              {own}
            </button>
          ))}
        </div>
      ) : null}
    </>
  );
}

const ARROWS: Record<string, 'down' | 'up' | 'left' | 'right'> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

function partsOf(text: string): string[] {
  return text.split(/[、；;,，]/).map((part) => part.trim());
}

/** Of several words the last one is looked for. */
function matches(choice: string, typed: string): boolean {
  const last = partsOf(typed).at(-1)?.toLowerCase() ?? '';
  return last === '' || choice.toLowerCase().includes(last);
}

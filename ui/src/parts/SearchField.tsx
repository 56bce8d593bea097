// A small field to search with: a glass before the text, and a way to take it away.
// Relies on whoever holds the text. A plain field on purpose: it stands above grids that must be there at once.
import { useRef } from 'react';
import { useWords } from '../words';
import { Icon } from './icons';

interface Props {
  value: string;
  placeholder: string;
  onChange: (text: string) => void;
  testid: string;
}

export function SearchField({ value, placeholder, onChange, testid }: Props) {
  const w = useWords();
  const field = useRef<HTMLInputElement>(null);
  return (
    <label className="search-field">
      <Icon name="search" size={13} />
      <input
        ref={field}
        type="text"
        value={value}
        placeholder={placeholder}
        aria-label={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        data-testid={testid}
      />
      {value === '' ? null : (
        <button
          type="button"
          tabIndex={-1}
          aria-label={w.list.clear}
          title={w.list.clear}
          onClick={() => {
            onChange('');
            field.current?.focus();
          }}
        >
          <Icon name="close" size={11} />
        </button>
      )}
    </label>
  );
}

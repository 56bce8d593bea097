// A day, typed the way people write days, with the usual ones a click away.
// Relies on `readDay`; gives `null` for an empty field. What is no day stays as typed and is marked.
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { addDays, readDay, today } from '../format/day';
import { useWords } from '../words';
import { Labelled } from './fields';

interface Props {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
  /** Offers today and days after it: `0` is today. */
  offers?: readonly number[];
  hint?: string;
  wide?: boolean;
  required?: boolean;
  testid: string;
}

export function DayField({ label, value, onChange, offers = [0], hint, wide, required, testid }: Props) {
  const w = useWords();
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText(value ?? ''), [value]);
  const read = readDay(text);
  const wrong = text.trim() !== '' && read === null;
  return (
    <Labelled
      label={required ? `${label} *` : label}
      wide={wide ?? false}
      error={wrong ? w.inspect.notADay : null}
      hint={hint}
    >
      {(id) => (
        <Input
          id={id}
          value={text}
          placeholder="2026-03-05"
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value.trim() === '') onChange(null);
          }}
          onBlur={() => (read ? onChange(read) : undefined)}
          onPressEnter={() => (read ? onChange(read) : undefined)}
          suffix={
            <span className="day-offers">
              {offers.map((days) => (
                <button
                  key={days}
                  type="button"
                  tabIndex={-1}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onChange(addDays(today(), days))}
                >
                  {days === 0 ? w.inspect.today : w.inspect.inDays(days)}
                </button>
              ))}
            </span>
          }
          data-testid={testid}
        />
      )}
    </Labelled>
  );
}

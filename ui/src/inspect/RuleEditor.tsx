// When an inspection is due: each kind of rule with its own few fields, and the next five days by it.
// Relies on Rust for the days and for what a rule may say.
import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { readDay, today, weekday } from '../format/day';
import type { CalendarRule, OnRestDay, RestDays } from '../ipc';
import { useChoices } from '../parts/choices';
import { errorText, Labelled } from '../parts/fields';
import { useSettings, useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { useAsked } from './useAsked';

export interface Rhythm {
  rule: CalendarRule;
  rest_days: RestDays;
  on_rest: OnRestDay;
}

type Every = CalendarRule['every'];

const EVERY: readonly Every[] = [
  'daily',
  'shifts',
  'weekly',
  'month-days',
  'nth-weekday',
  'quarterly',
  'term-start',
  'term-end',
  'yearly',
  'before-holiday',
  'once',
];

/** How a rule of a kind begins. */
function first(every: Every): CalendarRule {
  switch (every) {
    case 'daily':
      return { every };
    case 'shifts':
      return { every, count: 3 };
    case 'weekly':
      return { every, days: [1] };
    case 'month-days':
      return { every, days: [5, 15, 24] };
    case 'nth-weekday':
      return { every, nth: 1, day: 1 };
    case 'quarterly':
      return { every, month: 1, day: 10 };
    case 'term-start':
      return { every, days: 0 };
    case 'term-end':
      return { every, days: 7 };
    case 'yearly':
      return { every, month: 3, day: 1 };
    case 'before-holiday':
      return { every, days: 3 };
    case 'once':
      return { every, date: today() };
  }
}

interface Props {
  value: Rhythm;
  onChange: (rhythm: Rhythm) => void;
  from: string;
  /** Without what becomes of days of rest. */
  bare?: boolean;
}

export function RuleEditor({ value, onChange, from, bare = false }: Props) {
  const w = useWords();
  const { rest_days, on_rest } = useVocabulary().inspections;
  const rests = useChoices(rest_days);
  const onRests = useChoices(on_rest);
  const rule = (own: CalendarRule) => onChange({ ...value, rule: own });
  return (
    <div className="form three wide rule-editor" data-testid="rule-editor">
      <Labelled label={w.inspect.rule}>
        {(id) => (
          <Select
            id={id}
            value={value.rule.every}
            options={EVERY.map((own) => ({ value: own, label: w.inspect.every[own] }))}
            listHeight={320}
            onChange={(every: Every) => rule(first(every))}
            data-testid="rule-every"
          />
        )}
      </Labelled>
      <RuleFields rule={value.rule} onChange={rule} />
      {bare ? null : (
        <Labelled label={w.inspect.rest}>
          {(id) => (
            <Select
              id={id}
              value={value.rest_days}
              options={rests}
              onChange={(own: RestDays) => onChange({ ...value, rest_days: own })}
              data-testid="rule-rest"
            />
          )}
        </Labelled>
      )}
      {bare || value.rest_days === 'none' ? null : (
        <Labelled label={w.inspect.onRest}>
          {(id) => (
            <Select
              id={id}
              value={value.on_rest}
              options={onRests}
              onChange={(own: OnRestDay) => onChange({ ...value, on_rest: own })}
              data-testid="rule-on-rest"
            />
          )}
        </Labelled>
      )}
      <NextDays value={value} from={from} />
    </div>
  );
}

function NextDays({ value, from }: Omit<Props, 'onChange'>) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const { answer, error } = useAsked('preview-rule', { ...value, from, count: 5 });
  return (
    <p className="rule-next wide" data-testid="rule-next">
      <b>{w.inspect.next}</b>
      {error ? <span className="warn">{errorText(error, language)}</span> : null}
      {answer?.days.map((day) => (
        <span key={day}>
          {day} <em>{w.inspect.dayNames[weekday(day) - 1]}</em>
        </span>
      ))}
      {answer && answer.days.length === 0 ? <span className="faint">{w.inspect.nextNone}</span> : null}
    </p>
  );
}

interface FieldsProps {
  rule: CalendarRule;
  onChange: (rule: CalendarRule) => void;
}

function RuleFields({ rule, onChange }: FieldsProps) {
  const w = useWords();
  switch (rule.every) {
    case 'daily':
      return null;
    case 'shifts':
      return (
        <Count
          label={w.inspect.shiftsADay}
          value={rule.count}
          low={1}
          high={6}
          onChange={(count) => onChange({ ...rule, count })}
        />
      );
    case 'weekly':
      return (
        <Labelled label={w.inspect.onWeekday}>
          {(id) => <Weekdays id={id} value={rule.days} onChange={(days) => onChange({ ...rule, days })} />}
        </Labelled>
      );
    case 'month-days':
      return <MonthDays value={rule.days} onChange={(days) => onChange({ ...rule, days })} />;
    case 'nth-weekday':
      return (
        <Labelled label={w.inspect.whichOne}>
          {(id) => (
            <span className="two-choices">
              <Select
                id={id}
                value={rule.nth}
                options={w.inspect.nth.map((label, at) => ({ value: at + 1, label }))}
                onChange={(nth: number) => onChange({ ...rule, nth })}
              />
              <Select
                value={rule.day}
                options={w.inspect.weekdays.map((label, at) => ({ value: at + 1, label }))}
                onChange={(day: number) => onChange({ ...rule, day })}
              />
            </span>
          )}
        </Labelled>
      );
    case 'quarterly':
    case 'yearly':
      return (
        <Labelled label={rule.every === 'yearly' ? w.inspect.yearMonth : w.inspect.quarterMonth}>
          {(id) => (
            <span className="two-choices">
              <InputNumber
                id={id}
                value={rule.month}
                min={1}
                max={rule.every === 'yearly' ? 12 : 3}
                onChange={(month) => onChange({ ...rule, month: month ?? 1 })}
              />
              <InputNumber
                value={rule.day}
                min={1}
                max={31}
                suffix={w.inspect.day}
                onChange={(day) => onChange({ ...rule, day: day ?? 1 })}
              />
            </span>
          )}
        </Labelled>
      );
    case 'term-start':
    case 'term-end':
    case 'before-holiday':
      return (
        <Count
          label={rule.every === 'term-start' ? w.inspect.daysAfter : w.inspect.daysBefore}
          value={rule.days}
          low={rule.every === 'before-holiday' ? 1 : 0}
          high={rule.every === 'before-holiday' ? 30 : 60}
          onChange={(days) => onChange({ ...rule, days })}
        />
      );
    case 'once':
      return <OnceDay value={rule.date} onChange={(date) => onChange({ ...rule, date })} />;
  }
}

interface CountProps {
  label: string;
  value: number;
  low: number;
  high: number;
  onChange: (value: number) => void;
}

function Count({ label, value, low, high, onChange }: CountProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <InputNumber
          id={id}
          value={value}
          min={low}
          max={high}
          onChange={(own) => onChange(own ?? low)}
          data-testid="rule-count"
        />
      )}
    </Labelled>
  );
}

interface WeekdaysProps {
  id: string;
  value: readonly number[];
  onChange: (days: number[]) => void;
}

/** The last day that is chosen cannot be taken off: a rule without days is none. */
function Weekdays({ id, value, onChange }: WeekdaysProps) {
  const w = useWords();
  const toggle = (day: number) => {
    const next = value.includes(day) ? value.filter((own) => own !== day) : [...value, day];
    if (next.length > 0) onChange(next.sort((a, b) => a - b));
  };
  return (
    <div className="seg weekdays" id={id}>
      {w.inspect.weekdays.map((name, at) => (
        <button
          key={name}
          type="button"
          role="checkbox"
          aria-checked={value.includes(at + 1)}
          onClick={() => toggle(at + 1)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function MonthDays({ value, onChange }: { value: readonly number[]; onChange: (days: number[]) => void }) {
  const w = useWords();
  const [text, setText] = useState(value.join(','));
  const read = (typed: string) => {
    setText(typed);
    const days = typed
      .split(/[^\d]+/)
      .filter(Boolean)
      .map(Number);
    if (days.length > 0 && days.every((day) => day >= 1 && day <= 31)) onChange(days);
  };
  return (
    <Labelled label={w.inspect.onDays} hint={w.inspect.monthDaysHint}>
      {(id) => (
        <Input
          id={id}
          value={text}
          onChange={(event) => read(event.target.value)}
          data-testid="rule-month-days"
        />
      )}
    </Labelled>
  );
}

function OnceDay({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const w = useWords();
  const [text, setText] = useState(value);
  return (
    <Labelled label={w.inspect.date} error={readDay(text) ? null : w.inspect.notADay}>
      {(id) => (
        <Input
          id={id}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            const day = readDay(event.target.value);
            if (day) onChange(day);
          }}
          data-testid="rule-once"
        />
      )}
    </Labelled>
  );
}

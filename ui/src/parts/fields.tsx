// Form fields that keep one column of one row: they show what Rust has, send what was typed, and say why not.
// Relies on `set-field`. A text is sent when the typing pauses, on Enter and when the field is left.
// Know no rule: a refusal is Rust's, shown below the field.
import { Select } from 'antd';
import { memo, type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { toCallError } from '../backend';
import type { ApiError, Command, RowId } from '../ipc';
import { execute } from '../state/actions';
import { useSettings } from '../state/settings';
import { useDraft } from './useDraft';

export function errorText(error: ApiError | null, language: string): string | null {
  if (!error) return null;
  return language === 'en' ? error.english : error.chinese;
}

interface LabelledProps {
  label: string;
  error?: string | null;
  hint?: string | undefined;
  wide?: boolean;
  children: (id: string) => ReactNode;
}

export function Labelled({ label, error, hint, wide = false, children }: LabelledProps) {
  const id = useId();
  return (
    <div className={wide ? 'field wide' : 'field'} data-wrong={error ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {error ? (
        <p className="field-error" role="alert">
          {error}
        </p>
      ) : hint ? (
        <p className="field-hint">{hint}</p>
      ) : null}
    </div>
  );
}

export function setField(row: RowId, column: string, value: string | number | null): Command {
  return { type: 'set-field', row, column, value };
}

interface TextProps {
  row: RowId;
  column: string;
  value: string;
  label: string;
  lines?: number;
  placeholder?: string;
  hint?: string;
  wide?: boolean;
  autoFocus?: boolean;
  onFocused?: () => void;
  testid: string;
}

export function TextField({ row, column, value, ...rest }: TextProps) {
  const keep = (text: string) => execute(setField(row, column, text));
  return <BareTextField of={row.id} value={value} keep={keep} {...rest} />;
}

interface BareProps extends Omit<TextProps, 'row' | 'column'> {
  /** What it is a text of; the field stays from one to the next. */
  of?: string;
  keep: (text: string) => Promise<unknown>;
}

export function BareTextField({
  of = '',
  value,
  keep,
  label,
  lines = 1,
  placeholder,
  hint,
  wide,
  autoFocus,
  onFocused,
  testid,
}: BareProps) {
  const language = useSettings((state) => state.language);
  const draft = useDraft(value, keep, of);
  const box = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!autoFocus) return;
    const input = box.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    input?.focus();
    input?.select();
    onFocused?.();
  }, [autoFocus, onFocused]);
  const leave = (field: HTMLElement) => {
    draft.giveUp();
    field.blur();
  };
  const common = {
    className: 'text-box',
    value: draft.text,
    placeholder,
    onBlur: () => void draft.send(),
    'data-testid': testid,
  };
  return (
    <Labelled label={label} error={errorText(draft.error, language)} hint={hint} wide={wide ?? false}>
      {(id) =>
        lines > 1 ? (
          // The words again beside it, unseen: they make it as high as they are.
          <span ref={box} className="field-box" data-words={draft.text}>
            <textarea
              id={id}
              {...common}
              rows={lines}
              onChange={(event) => draft.change(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') leave(event.currentTarget);
              }}
            />
          </span>
        ) : (
          <span ref={box} className="field-box">
            <input
              id={id}
              type="text"
              {...common}
              onChange={(event) => draft.change(event.target.value)}
              onKeyDown={(event) => {
                // Enter keeps and Escape gives up; either way the keys belong to the plan again.
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
                if (event.key === 'Escape') leave(event.currentTarget);
              }}
            />
          </span>
        )
      }
    </Labelled>
  );
}

interface NumberProps extends Omit<TextProps, 'value' | 'lines'> {
  value: number;
}

/** A whole number. What is no number is not sent, and the field says so by its frame. */
export function NumberField({ row, column, value, ...rest }: NumberProps) {
  const keep = async (text: string) => {
    const number = Number(text.trim());
    const bad = text.trim() === '' || !Number.isInteger(number);
    if (bad) throw NOT_A_NUMBER;
    await execute(setField(row, column, number));
  };
  return <BareTextField of={row.id} value={String(value)} keep={keep} {...rest} />;
}

const NOT_A_NUMBER: ApiError = {
  code: 'not-a-number',
  chinese: '请填写整数。',
  english: 'Please enter a whole number.',
  place: null,
  repair: null,
};

export interface Choice {
  value: string;
  label: string;
  /** How far it is moved in below the one it belongs to. */
  depth?: number;
}

/** A choice in the list that opens, moved in by its depth. */
export function choiceRow(choice: { data: Choice }): ReactNode {
  const { depth, label } = choice.data;
  return depth ? <span style={{ paddingLeft: depth * 14 }}>{label}</span> : label;
}

interface ChoiceProps {
  row: RowId;
  column: string;
  value: string | null;
  label: string;
  choices: readonly Choice[];
  /** Whether it may be empty. */
  empty?: string;
  wide?: boolean;
  testid: string;
}

export function ChoiceField({ row, column, value, label, choices, empty, wide, testid }: ChoiceProps) {
  const language = useSettings((state) => state.language);
  const [error, setError] = useState<ApiError | null>(null);
  const latest = useRef({ row, column });
  latest.current = { row, column };
  const choose = useCallback(async (chosen: string | undefined) => {
    const { row, column } = latest.current;
    try {
      await execute(setField(row, column, chosen ?? null));
      setError(null);
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  }, []);
  // What was refused for one row says nothing about the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is what this is about
  useEffect(() => setError(null), [row.id]);
  return (
    <Labelled label={label} error={errorText(error, language)} wide={wide ?? false}>
      {(id) => (
        <Choices id={id} value={value} choices={choices} empty={empty} choose={choose} testid={testid} />
      )}
    </Labelled>
  );
}

interface ChoicesProps extends Pick<ChoiceProps, 'value' | 'choices' | 'testid'> {
  id: string;
  empty: string | undefined;
  choose: (chosen: string | undefined) => Promise<void>;
}

/** Costly to draw, and mostly the same from row to row: drawn anew only for another value. */
const Choices = memo(function Choices({ id, value, choices, empty, choose, testid }: ChoicesProps) {
  const options = useMemo(() => [...choices], [choices]);
  return (
    <Select
      id={id}
      value={value === '' ? null : value}
      options={options}
      optionRender={choiceRow}
      onChange={(chosen) => void choose(chosen)}
      allowClear={empty !== undefined}
      placeholder={empty}
      showSearch={BY_LABEL}
      popupMatchSelectWidth={false}
      data-testid={testid}
    />
  );
});

const BY_LABEL = { optionFilterProp: 'label' };

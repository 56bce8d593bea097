// A month: one back, one on, or any of the last years from a list.
// Relies on months written as `2026-03`. Knows no month with anything on record.
import { Select } from 'antd';
import { addMonths, monthOf, today } from '../format/day';
import { useWords } from '../words';
import { Icon } from './icons';

/** How far back the list goes, in months. */
const BACK = 36;

interface Props {
  /** Nothing where that may be left to the program. */
  month: string | null;
  onChange: (month: string | null) => void;
  /** How no month is called; without it one is always chosen. */
  none?: string;
  testid: string;
}

export function MonthField({ month, onChange, none, testid }: Props) {
  const w = useWords();
  const now = monthOf(today());
  const own = month ?? now;
  const listed = Array.from({ length: BACK }, (_, index) => addMonths(now, -index));
  const months = listed.includes(own) ? listed : [own, ...listed].sort().reverse();
  const name = (value: string) => w.inspect.month(value.slice(0, 4), String(Number(value.slice(5))));
  return (
    <span className="month-field" data-testid={testid} data-month={month ?? ''}>
      <button
        type="button"
        className="ib"
        title={w.inspect.previous}
        onClick={() => onChange(addMonths(own, -1))}
        data-testid={`${testid}-before`}
      >
        <Icon name="right" size={14} style={{ transform: 'rotate(180deg)' }} />
      </button>
      <Select
        value={month ?? ''}
        options={[
          ...(none ? [{ value: '', label: none }] : []),
          ...months.map((value) => ({ value, label: name(value) })),
        ]}
        popupMatchSelectWidth={false}
        onChange={(value: string) => onChange(value || null)}
        data-testid={`${testid}-list`}
      />
      <button
        type="button"
        className="ib"
        title={w.inspect.following}
        onClick={() => onChange(addMonths(own, 1))}
        data-testid={`${testid}-after`}
      >
        <Icon name="right" size={14} />
      </button>
    </span>
  );
}

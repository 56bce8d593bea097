import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, lastOf, readDay, weekday, weeksOf } from './day';

test('days are read as people type them', () => {
  const now = '2026-11-22';
  for (const typed of [
    '2026-03-05',
    '2026/3/5',
    '2026.3.5',
    '20260305',
    '3-5',
    '3.5',
    '3月5日',
    '2026年3月5日',
  ])
    expect(readDay(typed, now), typed).toBe('2026-03-05');
  for (const typed of ['', '5', '2026-02-30', '13-1', 'tomorrow', '26-3-5', '1-2-3-4'])
    expect(readDay(typed, now), typed).toBeNull();
});

test('months have their whole weeks, Monday first', () => {
  const weeks = weeksOf('2026-03');
  expect(weeks[0]?.[0]).toBe('2026-02-23');
  expect(weeks.at(-1)?.at(-1)).toBe('2026-04-05');
  expect(weeks.flat().filter((day) => day.startsWith('2026-03'))).toHaveLength(31);
  expect(weeksOf('2027-02')).toHaveLength(4);
  expect(weekday('2026-03-05')).toBe(4);
});

test('the calendar knows leap days and borders of years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(lastOf('2027-02')).toBe('2027-02-28');
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
});

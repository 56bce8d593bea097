import { expect, test } from 'vitest';
import { dayOf, isFiltering, NO_FILTER, queryOf } from './query';

const NOW = new Date(2026, 10, 20, 15, 30);

test('without a filter everything is asked for', () => {
  expect(isFiltering(NO_FILTER)).toBe(false);
  expect(queryOf(NO_FILTER, NOW, 200)).toEqual({
    actor: null,
    since: null,
    until: null,
    kind: null,
    table: null,
    row: null,
    text: null,
    before: null,
    limit: 200,
  });
});

test('a span begins with a day of the user', () => {
  const of = (span: 'today' | 'week' | 'month') => queryOf({ ...NO_FILTER, span }, NOW, 1).since;
  expect(of('today')).toBe(new Date(2026, 10, 20).toISOString());
  expect(of('week')).toBe(new Date(2026, 10, 14).toISOString());
  expect(of('month')).toBe(new Date(2026, 9, 22).toISOString());
});

test('days are taken as people write them, the last one whole', () => {
  const of = (from: string, to: string) => queryOf({ ...NO_FILTER, span: 'days', from, to }, NOW, 1);
  for (const day of ['2026-11-5', '2026/11/05', '2026.11.5', '20261105', '2026年11月5日'])
    expect(of(day, day)).toMatchObject({
      since: new Date(2026, 10, 5).toISOString(),
      until: new Date(2026, 10, 5, 23, 59, 59, 999).toISOString(),
    });
  expect(of('', '2026-02-30')).toMatchObject({ since: null, until: null });
  expect(dayOf('yesterday')).toBeNull();
});

test('one thing alone is asked for by its row, whatever table was chosen', () => {
  const row = { id: { table: 'risk_point' as const, id: 'p' }, name: '台钻' };
  const filter = { ...NO_FILTER, table: 'risk_zone' as const, row, text: '  移动 ' };
  expect(queryOf(filter, NOW, 1)).toMatchObject({ table: null, row: row.id, text: '移动' });
  expect(isFiltering({ ...NO_FILTER, row })).toBe(true);
  expect(isFiltering({ ...NO_FILTER, text: '  ' })).toBe(false);
});

import { expect, test } from 'vitest';
import type { Received } from '../ipc';
import { isNews } from './useReceived';

const NOTE = { to: '王工', note: '三层还没评价', author: '刘工', at: '2026-11-20T08:00:00.000Z' };
const BASE: Received = { note: null, code: 'AB12', seen_at: null, since: null };
const differences = (rows: number) => ({ rows, changes: [], more: false });

test('a note that this machine has not seen is news', () => {
  expect(isNews({ ...BASE, note: NOTE })).toBe(true);
  expect(isNews({ ...BASE, note: NOTE, seen_at: '2026-11-19T08:00:00.000Z', since: differences(0) })).toBe(
    true,
  );
  expect(isNews({ ...BASE, note: NOTE, seen_at: '2026-11-21T08:00:00.000Z', since: differences(0) })).toBe(
    false,
  );
});

test('changes since are news, a project of one’s own is not', () => {
  expect(isNews({ ...BASE, seen_at: '2026-11-19T08:00:00.000Z', since: differences(3) })).toBe(true);
  expect(isNews({ ...BASE, seen_at: '2026-11-19T08:00:00.000Z', since: differences(0) })).toBe(false);
  expect(isNews(BASE)).toBe(false);
});

import { expect, test } from 'vitest';
import type { Moment } from '../ipc';
import { projectOf } from '../state/project';
import { pointView, projectView, standing, zone } from '../testing';
import { changedSince, momentAt } from './moments';

function at(sequence: number): Moment {
  return { sequence, at: '', actor: '', label: { chinese: '', english: '' }, whole: standing(null) };
}

test('a step stands at the last moment before it', () => {
  const moments = [at(1), at(5), at(9)];
  expect([1, 4, 5, 8, 9, 20].map((step) => momentAt(moments, step))).toEqual([0, 0, 1, 1, 2, 2]);
  expect(momentAt(moments, 0)).toBe(0);
  expect(momentAt([], 3)).toBe(-1);
});

test('what is gone, moved or of another level since is pointed out, and nothing else', () => {
  const past = projectOf(
    projectView({
      rows: ['a', 'b', 'c'].map((id) => ({ table: 'risk_zone' as const, row: zone(id) })),
      points: [pointView('p'), pointView('q'), pointView('r')],
    }),
  );
  const today = projectOf(
    projectView({
      rows: [
        { table: 'risk_zone', row: zone('a') },
        { table: 'risk_zone', row: zone('b', { name: '改名' }) },
      ],
      points: [pointView('p'), pointView('q', { level: 'high' })],
      standings: { zones: { a: standing(null) } },
    }),
  );
  expect([...changedSince(past, today)].sort()).toEqual(['b', 'c', 'q', 'r']);
  expect(changedSince(null, today).size).toBe(0);
});

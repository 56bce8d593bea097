import { expect, test } from 'vitest';
import type { Band } from '../ipc';
import { rangeOf } from './BandTable';

const BANDS: Band[] = [
  { level: 'major', name: '', at_least: '320' },
  { level: 'high', name: '', at_least: '160' },
  { level: 'low', name: '' },
];
const STRICT: Band[] = [
  { level: 'major', name: '', above: '320' },
  { level: 'high', name: '', above: '160' },
  { level: 'low', name: '' },
];

test('ranges say on which side the edge lies', () => {
  expect([0, 1, 2].map((index) => rangeOf(BANDS, index, 'D'))).toEqual([
    'D ≥ 320',
    '160 ≤ D < 320',
    'D < 160',
  ]);
  expect([0, 1, 2].map((index) => rangeOf(STRICT, index, 'D'))).toEqual([
    'D > 320',
    '160 < D ≤ 320',
    'D ≤ 160',
  ]);
});

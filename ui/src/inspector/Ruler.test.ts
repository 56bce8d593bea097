import { expect, test } from 'vitest';
import type { Band } from '../ipc';
import { placeOnRuler } from './Ruler';

const LEC: Band[] = [
  { level: 'major', name: '重大', at_least: '320' },
  { level: 'high', name: '较大', at_least: '160' },
  { level: 'medium', name: '一般', at_least: '70' },
  { level: 'low', name: '低' },
];

test('each band takes the same width, and its edge is where it begins', () => {
  expect(placeOnRuler(LEC, 0)).toBe(0);
  expect(placeOnRuler(LEC, 70)).toBe(0.25);
  expect(placeOnRuler(LEC, 115)).toBe(0.375);
  expect(placeOnRuler(LEC, 160)).toBe(0.5);
  expect(placeOnRuler(LEC, 320)).toBe(0.75);
});

test('the greatest band has no end, and its mark stays on the ruler', () => {
  expect(placeOnRuler(LEC, 1440)).toBeGreaterThan(0.9);
  expect(placeOnRuler(LEC, 10_000)).toBeLessThanOrEqual(1);
});

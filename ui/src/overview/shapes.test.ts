import { expect, test } from 'vitest';
import { arcPath, arcsOf, stackedAreas } from './shapes';

test('arcs lie end to end and leave out what is nought', () => {
  const arcs = arcsOf([
    { key: 'a', value: 1 },
    { key: 'b', value: 0 },
    { key: 'c', value: 3 },
  ]);
  expect(arcs).toEqual([
    { key: 'a', from: 0, to: 0.25 },
    { key: 'c', from: 0.25, to: 1 },
  ]);
  expect(arcsOf([{ key: 'a', value: 0 }])).toEqual([]);
});

test('a ring of one part is a ring and not nothing', () => {
  const path = arcPath({ key: 'a', from: 0, to: 1 }, 20, 40);
  expect(path).toContain('A40 40 0 1 1');
  expect(path.startsWith('M0.00 -40.00')).toBe(true);
});

test('areas stand on each other and fill the box where the sum is greatest', () => {
  const [low, high] = stackedAreas(
    [
      [1, 2],
      [1, 2],
    ],
    100,
    40,
  );
  expect(low).toBe(
    'M0.00 30.00 50.00 30.00L50.00 20.00 100.00 20.00L100.00 40.00 50.00 40.00L50.00 40.00 0.00 40.00Z',
  );
  expect(high?.startsWith('M0.00 20.00 50.00 20.00L50.00 0.00 100.00 0.00')).toBe(true);
  expect(stackedAreas([[], []], 100, 40)).toEqual(['', '']);
});

import { expect, test } from 'vitest';
import type { Point } from '../ipc';
import { Near } from './near';
import { NO_TARGETS, snapped } from './snap';
import { placeOf, readTyped } from './tools/typed';

const OPTIONS = { tolerance: 100, grid: 100, line: [], straight: null };

function near(...edges: [Point, Point, string?][]): Near {
  const own = new Near();
  for (const [a, b, of = 'z'] of edges) {
    own.addCorner(a, of);
    own.addCorner(b, of);
    own.addEdge(a, b, of);
  }
  return own;
}

const LEVEL = near([
  [0, 0],
  [5000, 0],
]);

test('corners win over edges, edges over the grid', () => {
  expect(snapped([40, 50], LEVEL, OPTIONS)).toMatchObject({ at: [0, 0], kind: 'corner' });
  expect(snapped([2020, 50], LEVEL, OPTIONS)).toMatchObject({
    at: [expect.closeTo(2020), 0],
    kind: 'edge',
  });
  expect(snapped([2020, 940], LEVEL, OPTIONS)).toMatchObject({ at: [2000, 900], kind: 'grid' });
});

test('the middle of an edge and the crossing of two', () => {
  expect(snapped([2530, 40], LEVEL, OPTIONS)).toMatchObject({ at: [2500, 0], kind: 'middle' });
  const cross = near(
    [
      [0, 0],
      [5000, 0],
    ],
    [
      [1200, -900],
      [1200, 3000],
    ],
  );
  expect(snapped([1230, 30], cross, OPTIONS)).toMatchObject({ at: [1200, 0], kind: 'crossing' });
});

test('the foot of a perpendicular from the last corner', () => {
  const snap = snapped([1450, 60], LEVEL, { ...OPTIONS, line: [[1400, 3000]] });
  expect(snap).toMatchObject({ at: [1400, 0], kind: 'perpendicular' });
  expect(snap.guides).toEqual([
    [
      [1400, 3000],
      [1400, 0],
    ],
  ]);
});

test('an edge goes on beyond its end', () => {
  expect(snapped([5960, 70], LEVEL, OPTIONS)).toMatchObject({ at: [6000, 0], kind: 'extension' });
  const two = near(
    [
      [0, 0],
      [5000, 0],
    ],
    [
      [6000, 3000],
      [6000, 1000],
    ],
  );
  expect(snapped([5950, 60], two, OPTIONS)).toMatchObject({ at: [6000, 0], kind: 'extension' });
});

test('what moves itself pulls nothing', () => {
  const own = { ...OPTIONS, grid: 0, without: new Set(['z']) };
  expect(snapped([40, 50], LEVEL, own)).toMatchObject({ at: [40, 50], kind: null });
});

test('a place lines up with a corner of the draft, and says so', () => {
  const snap = snapped([1030, 3333], NO_TARGETS, { ...OPTIONS, line: [[1000, 0]] });
  expect(snap).toMatchObject({
    at: [1000, 3300],
    kind: 'line',
    guides: [
      [
        [1000, 0],
        [1000, 3300],
      ],
    ],
  });
});

test('shift keeps to eighths of a turn, and still stops at an edge', () => {
  const snap = snapped([3010, 90], NO_TARGETS, { ...OPTIONS, straight: [0, 0] });
  expect(snap.kind).toBe('angle');
  expect(snap.at[0]).toBeCloseTo(3000);
  expect(snap.at[1]).toBeCloseTo(0);
  const [x, y] = snapped([2000, 2100], NO_TARGETS, { ...OPTIONS, grid: 0, straight: [0, 0] }).at;
  expect(x).toBeCloseTo(y);
  const wall = near([
    [3040, -1000],
    [3040, 1000],
  ]);
  const stopped = snapped([3010, 90], wall, { ...OPTIONS, straight: [0, 0] });
  expect(stopped.kind).toBe('edge');
  expect(stopped.at[0]).toBeCloseTo(3040);
});

test('two thousand shapes do not make a place slow', () => {
  const many = new Near();
  for (let i = 0; i < 2000; i += 1) {
    const [x, y] = [(i % 50) * 4000, Math.floor(i / 50) * 4000];
    const ring: Point[] = [
      [x, y],
      [x + 4000, y],
      [x + 4000, y + 4000],
      [x, y + 4000],
    ];
    ring.forEach((corner, index) => {
      many.addCorner(corner, `${i}`);
      many.addEdge(corner, ring[(index + 1) % 4] ?? corner, `${i}`);
    });
  }
  expect(many.edges([100_000, 80_000], 450).length).toBeLessThan(40);
  const begin = performance.now();
  for (let i = 0; i < 200; i += 1)
    snapped([i * 977, i * 613], many, { ...OPTIONS, tolerance: 450, line: [[0, 0]] });
  expect((performance.now() - begin) / 200).toBeLessThan(5);
});

test('typed lengths, angles and places', () => {
  expect(readTyped('5.2')).toEqual({ kind: 'length', length: 5200 });
  expect(readTyped('5.2<90')).toEqual({ kind: 'polar', length: 5200, degrees: 90 });
  expect(readTyped('12,-3.5')).toEqual({ kind: 'place', x: 12_000, y: -3500 });
  expect(readTyped('@2,0')).toEqual({ kind: 'offset', x: 2000, y: 0 });
  for (const half of ['', '5.2<', '1,', '@', '-', '0', '1,2,3', '1..2']) expect(readTyped(half)).toBeNull();
  const from: Point = [1000, 1000];
  const at = (text: string) => {
    const typed = readTyped(text);
    return typed ? placeOf(typed, from, [2000, 1000]) : null;
  };
  expect(at('3')).toEqual([4000, 1000]);
  expect(at('2<90')).toEqual([1000, -1000]);
  expect(at('@1,2')).toEqual([2000, 3000]);
  expect(at('7,8')).toEqual([7000, 8000]);
});

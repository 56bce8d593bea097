import { expect, test } from 'vitest';
import type { Outline, Point } from '../ipc';
import { barLength, centred, fitted, scaleNumber, toScreen, toWorld, zoomed } from './camera';
import {
  areaOf,
  boxOf,
  contains,
  labelPlace,
  NO_BOX,
  perimeterOf,
  withNewCorner,
  withoutCorner,
} from './geometry';
import { pinNumber } from './scene';

const L: Outline = [
  [
    [0, 0],
    [10_000, 0],
    [10_000, 4000],
    [4000, 4000],
    [4000, 10_000],
    [0, 10_000],
  ],
];
const HOLED: Outline = [
  [
    [0, 0],
    [10_000, 0],
    [10_000, 10_000],
    [0, 10_000],
  ],
  [
    [4000, 4000],
    [6000, 4000],
    [6000, 6000],
    [4000, 6000],
  ],
];

test('areas take holes off', () => {
  expect(areaOf(L)).toBe(64_000_000);
  expect(areaOf(HOLED)).toBe(96_000_000);
  expect(perimeterOf(HOLED)).toBe(40_000);
});

test('a place in a hole is outside', () => {
  expect(contains(HOLED, [5000, 5000])).toBe(false);
  expect(contains(HOLED, [1000, 1000])).toBe(true);
  expect(contains(L, [8000, 8000])).toBe(false);
});

test('corners come and go, but three stay', () => {
  expect(withNewCorner(L, 0, 5, [0, 5000])[0]?.at(-1)).toEqual([0, 5000]);
  expect(withoutCorner(L, 0, 0)?.[0]).toHaveLength(5);
  expect(
    withoutCorner(
      [
        [
          [0, 0],
          [1, 0],
          [0, 1],
        ],
      ],
      0,
      0,
    ),
  ).toBeNull();
});

test('a name lies inside, away from pins', () => {
  const room = { wide: 2000, high: 600 };
  const place = labelPlace(L, [], room);
  expect(contains(L, place)).toBe(true);
  const beside = labelPlace(HOLED.slice(0, 1), [[5000, 5000]], room);
  expect(Math.hypot(beside[0] - 5000, beside[1] - 5000)).toBeGreaterThan(600);
});

test('the screen and the floor agree both ways', () => {
  const camera = { scale: 0.05, x: 12, y: -7 };
  const [x, y] = toWorld(camera, toScreen(camera, [1234, 5678]));
  expect(x).toBeCloseTo(1234);
  expect(y).toBeCloseTo(5678);
});

test('zooming keeps the place under the pointer', () => {
  const camera = { scale: 0.05, x: 12, y: -7 };
  const at: Point = [300, 200];
  const [before, after] = [toWorld(camera, at), toWorld(zoomed(camera, 1.7, at), at)];
  expect(after[0]).toBeCloseTo(before[0]);
  expect(after[1]).toBeCloseTo(before[1]);
  expect(zoomed(camera, 1e9, at).scale).toBeLessThan(1);
});

test('everything fits, and an empty floor shows a room', () => {
  const size = { width: 800, height: 600 };
  const margin = { x: 50, top: 40, bottom: 40 };
  const camera = fitted(boxOf(L[0] ?? []), size, margin);
  const [x, y] = toScreen(camera, [10_000, 10_000]);
  expect(x).toBeLessThanOrEqual(750.01);
  expect(y).toBeLessThanOrEqual(560.01);
  expect(fitted(NO_BOX, size, margin).scale).toBeGreaterThan(0);
  expect(toScreen(centred(camera, [0, 0], size), [0, 0])).toEqual([400, 300]);
});

test('scales are round numbers', () => {
  expect(scaleNumber({ scale: 0.0189, x: 0, y: 0 })).toBe(200);
  expect(barLength({ scale: 0.0189, x: 0, y: 0 }, 130)).toBe(5000);
});

test('a pin carries the running number of its code', () => {
  expect(pinNumber('JD-S-001')).toBe('1');
  expect(pinNumber('HQ-Z-112')).toBe('112');
  expect(pinNumber('东门')).toBe('东门');
});

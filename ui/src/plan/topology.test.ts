import { expect, test } from 'vitest';
import type { Outline, Point } from '../ipc';
import { areaOf } from './geometry';
import { cornersMoved, pull, sidesMoved } from './topology';

function box(zone: string, x: number, y: number, wide: number, high: number) {
  const ring: Point[] = [
    [x, y],
    [x + wide, y],
    [x + wide, y + high],
    [x, y + high],
  ];
  return { zone, outline: [ring] as Outline };
}

const LEFT = box('left', 0, 0, 4000, 3000);
const RIGHT = box('right', 4000, 0, 4000, 3000);
const CORRIDOR = box('corridor', 0, 3000, 12_000, 2000);
const ALL = [LEFT, RIGHT, CORRIDOR];

test('a corner moves in every zone that has it', () => {
  const moved = cornersMoved(ALL, [4000, 0], [5000, 0]);
  expect(moved.map((own) => own.zone)).toEqual(['left', 'right']);
  expect(moved[0]?.outline[0]?.[1]).toEqual([5000, 0]);
});

test('a wall between two rooms moves for both', () => {
  const moved = sidesMoved(ALL, [4000, 0], [4000, 3000], [500, 0]);
  expect(moved.map((own) => own.zone)).toEqual(['left', 'right']);
  expect(moved.map((own) => areaOf(own.outline))).toEqual([13_500_000, 10_500_000]);
});

test('a border with a corridor dents the corridor and leaves the neighbours', () => {
  const moved = sidesMoved(ALL, [4000, 3000], [8000, 3000], [0, 400]);
  expect(moved.map((own) => own.zone)).toEqual(['right', 'corridor']);
  expect(areaOf(moved[0]?.outline ?? [])).toBe(13_600_000);
  expect(areaOf(moved[1]?.outline ?? [])).toBe(24_000_000 - 1_600_000);
});

test('areas together stay the same', () => {
  const before = ALL.reduce((sum, own) => sum + areaOf(own.outline), 0);
  const moved = new Map(
    sidesMoved(ALL, [0, 3000], [4000, 3000], [0, -700]).map((own) => [own.zone, own.outline]),
  );
  const after = ALL.reduce((sum, own) => sum + areaOf(moved.get(own.zone) ?? own.outline), 0);
  expect(after).toBe(before);
});

test('a side is pulled square to itself', () => {
  expect(pull([0, 0], [4000, 0], [900, 730])).toEqual([0, 730]);
});

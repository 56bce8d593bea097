import { expect, test } from 'vitest';
import type { Point } from '../../ipc';
import { areaOf } from '../geometry';
import { applied, mirrorAt, scaleAround, turnAround } from './matrix';
import { cornersOf, openingTool } from './opening';
import { outlineTool } from './outline';
import { bandAlong, changeOptions, circleOptions, dimensionLine, matrixFor, stairRing } from './shapes';
import { Gesture } from './testing';
import type { Effect } from './tool';

const zone = (outline: readonly Point[]): Effect => ({
  type: 'command',
  command: {
    type: 'draw-zone',
    floor: '',
    outline: [[...outline]],
    name: '',
    kind: 'place',
    overlap: 'allow',
  },
});

const close = ([x, y]: Point, [ex, ey]: Point) => {
  expect(x).toBeCloseTo(ex);
  expect(y).toBeCloseTo(ey);
};

test('turning, scaling and mirroring', () => {
  close(applied(turnAround([1000, 1000], 90), [2000, 1000]), [1000, 2000]);
  close(applied(scaleAround([1000, 1000], 2), [2000, 3000]), [3000, 5000]);
  close(applied(mirrorAt([0, 0], [0, 1000]), [300, 40]), [-300, 40]);
});

test('a circle by two clicks, or by a typed radius', () => {
  const circle = () => new Gesture(outlineTool(circleOptions(zone)));
  const [command] = circle().click([0, 0]).click([2000, 0]).commands();
  const ring = command?.type === 'draw-zone' ? (command.outline[0] ?? []) : [];
  expect(ring.length).toBeGreaterThanOrEqual(16);
  expect(areaOf([ring]) / (Math.PI * 4_000_000)).toBeCloseTo(1, 1);
  expect(circle().click([0, 0]).move([1, 0]).key('2').key('Enter').commands()).toHaveLength(1);
});

test('stairs are as deep as the third place is away', () => {
  expect(stairRing([0, 0], [2000, 0], [500, 3000])).toEqual([
    [0, 0],
    [2000, 0],
    [2000, 3000],
    [0, 3000],
  ]);
});

test('an area along a way has its width, also around a corner', () => {
  const ring = bandAlong(
    [
      [0, 0],
      [10_000, 0],
      [10_000, 8000],
    ],
    2000,
  );
  expect(ring).toHaveLength(6);
  expect(areaOf([ring])).toBe(36_000_000);
});

test('a dimension line runs through the third place', () => {
  expect(dimensionLine([0, 0], [4000, 0], [1000, -600])).toEqual([
    [0, -600],
    [4000, -600],
  ]);
});

test('a split takes as many places as wanted and ends with enter', () => {
  const split = new Gesture(outlineTool(changeOptions('split')));
  split.click([0, 0]).click([1000, 1000]).click([2000, 0]).key('Enter');
  expect(split.effects).toMatchObject([{ type: 'places', what: 'split', points: [[0, 0], {}, {}] }]);
});

test('two clicks mirror, three turn and scale', () => {
  const mirror = new Gesture(outlineTool(changeOptions('mirror'))).click([0, 0]).click([0, 1000]);
  expect(mirror.effects).toMatchObject([{ type: 'places', what: 'mirror' }]);
  const turn = new Gesture(outlineTool(changeOptions('rotate')))
    .click([0, 0])
    .click([1000, 0])
    .move([0, 1000]);
  expect(turn.draft()).toMatchObject({ kind: 'sketch', words: [{ text: '90.0°' }] });
  expect(turn.down([0, 1000]).effects).toHaveLength(1);
  const double = matrixFor('scale', [
    [0, 0],
    [1000, 0],
    [2000, 0],
  ]);
  expect(double?.a).toBe(2);
});

const WALL = { a: [0, 0] as Point, b: [6000, 0] as Point, size: 200 };

test('a door stands on the wall, and a pull says to which side it opens', () => {
  const made: ReturnType<typeof cornersOf>[] = [];
  const door = new Gesture(
    openingTool({
      width: 900,
      finish: (opening) => {
        made.push(cornersOf(opening));
        return { type: 'done' };
      },
    }),
  );
  door.down([3000, 100]);
  expect(made).toEqual([]);
  door.input = { ...door.input, wall: WALL };
  door.down([3000, 50]).move([2500, -900]).up([2500, -900]);
  expect(made).toEqual([{ hinge: [2550, 0], closed: [3450, 0], open: [2550, -900] }]);
});

test('a typed length is the width of the next door', () => {
  const door = new Gesture(openingTool({ width: 900, finish: () => ({ type: 'done' }) }));
  door.input = { ...door.input, wall: WALL };
  door.key('1').key('.').key('2').key('Enter').move([3000, 50]);
  expect(door.draft()).toMatchObject({
    lengths: [
      [
        [2400, 0],
        [3600, 0],
      ],
    ],
  });
});

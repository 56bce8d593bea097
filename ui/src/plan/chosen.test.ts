import { expect, test } from 'vitest';
import type { PlanElement, Point } from '../ipc';
import { zone } from '../testing';
import { alike, allOf, inBox, touches, withGroups } from './chosen';
import { boxOf } from './geometry';
import type { Scene, ZoneItem } from './renderer';

const square = (x: number): Point[] => [
  [x, 0],
  [x + 4000, 0],
  [x + 4000, 4000],
  [x, 4000],
];

function item(id: string, x: number, part: Parameters<typeof zone>[1] = {}): ZoneItem {
  const outline = [square(x)];
  const own = zone(id, { outline, ...part });
  return {
    zone: own,
    outline,
    level: null,
    hasPoints: false,
    box: boxOf(square(x)),
    area: 16e6,
    pins: [],
    faded: false,
    tint: null,
  };
}

const wall = (id: string, x: number, size = 200): PlanElement => ({
  id,
  floor_id: 'f',
  kind: 'wall',
  line: [
    [x, 0],
    [x, 4000],
  ],
  size,
  text: '',
  ordinal: 0,
  layer_id: null,
  locked: false,
  hidden: false,
  grouping: '',
  anchors: null,
});

const SCENE: Scene = {
  floor: 'f',
  zones: [item('a', 0, { grouping: 'g' }), item('b', 4000, { kind: 'facility' }), item('c', 8000)],
  elements: [wall('w', 0), { ...wall('v', 4000, 100), grouping: 'g' }],
  buildings: [],
  pins: [],
  underlays: [],
  fixed: new Set(['c']),
};

const ids = (rows: { id: string }[]) => rows.map((row) => row.id).sort();

test('a box to the right takes what lies in it, one to the left what it touches too', () => {
  expect(ids(inBox(SCENE, [-100, -100], [4100, 4100], false))).toEqual(['a', 'v', 'w']);
  expect(ids(inBox(SCENE, [4100, 4100], [-100, -100], true))).toEqual(['a', 'b', 'v', 'w']);
});

test('what is locked is never taken', () => {
  expect(ids(allOf(SCENE))).toEqual(['a', 'b', 'v', 'w']);
});

test('an edge touches a box that it only crosses', () => {
  const box = { left: 0, top: 0, right: 10, bottom: 10 };
  expect(
    touches(
      [
        [-5, 5],
        [15, 6],
      ],
      box,
    ),
  ).toBe(true);
  expect(
    touches(
      [
        [-5, 5],
        [5, 25],
      ],
      box,
    ),
  ).toBe(false);
});

test('the same kind, the same size', () => {
  expect(ids(alike(SCENE, { table: 'risk_zone', id: 'a' }, 'kind'))).toEqual(['a']);
  expect(ids(alike(SCENE, { table: 'plan_element', id: 'w' }, 'kind'))).toEqual(['v', 'w']);
  expect(ids(alike(SCENE, { table: 'plan_element', id: 'w' }, 'size'))).toEqual(['w']);
});

test('what is grouped is chosen together', () => {
  expect(ids(withGroups(SCENE, [{ table: 'risk_zone', id: 'a' }]))).toEqual(['a', 'v']);
  expect(ids(withGroups(SCENE, [{ table: 'risk_zone', id: 'b' }]))).toEqual(['b']);
});

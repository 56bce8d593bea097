import { expect, test } from 'vitest';
import type { Point } from '../../ipc';
import { rectangle } from '../geometry';
import { measureTool } from './measure';
import { panTool, placeTool } from './others';
import { outlineTool } from './outline';
import { rectangleTool } from './rectangle';
import { Gesture } from './testing';
import type { Effect } from './tool';

const zone = (outline: Point[]): Effect => ({
  type: 'command',
  command: { type: 'draw-zone', floor: '', outline: [outline], name: '', kind: 'place', overlap: 'allow' },
});
const polygon = () =>
  new Gesture(outlineTool({ fewest: 3, closes: true, finish: (points) => zone([...points]) }));
const A: Point = [0, 0];
const B: Point = [5000, 0];
const C: Point = [5000, 4000];

test('points, then enter: one zone', () => {
  const gesture = polygon().click(A).click(B).click(C).key('Enter');
  expect(gesture.commands()).toMatchObject([{ type: 'draw-zone', outline: [[A, B, C]] }]);
  expect(gesture.send({ type: 'answer', taken: true }).draft()).toBeNull();
});

test('a refused outline is still there to be put right', () => {
  const gesture = polygon().click(A).click(B).click(C).key('Enter').send({ type: 'answer', taken: false });
  expect(gesture.draft()).toMatchObject({ points: [A, B, C] });
  expect(gesture.key('Backspace').draft()).toMatchObject({ points: [A, B] });
});

test('a click on the first point closes', () => {
  const gesture = polygon().click(A).click(B).click(C).move([50, 50]);
  expect(gesture.draft()).toMatchObject({ closable: true, to: A });
  gesture.down([50, 50]);
  expect(gesture.commands()).toMatchObject([{ outline: [[A, B, C]] }]);
});

test('a double click closes and does not set its point twice', () => {
  const gesture = polygon().click(A).click(B).click(C).click(C).double(C);
  expect(gesture.commands()).toMatchObject([{ outline: [[A, B, C]] }]);
});

test('two points are no zone: drawing goes on', () => {
  const gesture = polygon().click(A).click(B).key('Enter');
  expect(gesture.commands()).toEqual([]);
  expect(gesture.draft()).toMatchObject({ points: [A, B] });
});

test('backspace takes the last point back, and at last the whole drawing', () => {
  const gesture = polygon().click(A).click(B).key('Backspace');
  expect(gesture.draft()).toMatchObject({ points: [A] });
  gesture.key('Backspace');
  expect(gesture.draft()).toBeNull();
});

test('escape drops the drawing, escape again the tool', () => {
  const gesture = polygon().click(A).click(B).cancel();
  expect(gesture.effects).toEqual([]);
  gesture.cancel();
  expect(gesture.effects).toEqual([{ type: 'done' }]);
});

test('a typed length sets the next corner in the direction of the pointer', () => {
  const gesture = polygon().click(A).move([1000, 0]).key('3').key('.').key('5').key('Enter');
  expect(gesture.draft()).toMatchObject({ points: [A, [3500, 0]] });
});

test('backspace corrects a typed length before it takes a point', () => {
  const gesture = polygon().click(A).move([1000, 0]).key('3').key('4').key('Backspace').key('Enter');
  expect(gesture.draft()).toMatchObject({ points: [A, [3000, 0]] });
});

test('a wall may have two points', () => {
  const wall = new Gesture(outlineTool({ fewest: 2, closes: false, finish: (points) => zone([...points]) }));
  expect(wall.click(A).click(B).key('Enter').commands()).toHaveLength(1);
});

const rectangular = () =>
  new Gesture(rectangleTool((a, b) => zone(rectangle(a, b)[0]?.map(([x, y]): Point => [x, y]) ?? [])));
const CORNERS = [
  [0, 0],
  [5000, 0],
  [5000, 4000],
  [0, 4000],
];

test('a rectangle by a drag, from whichever corner', () => {
  expect(rectangular().down(C).move([1, 1]).up(A).commands()).toMatchObject([{ outline: [CORNERS] }]);
});

test('a rectangle by two clicks', () => {
  expect(rectangular().click(A).click(C).commands()).toMatchObject([{ outline: [CORNERS] }]);
});

test('a rectangle without height is none', () => {
  expect(rectangular().down(A).move(B).up(B).commands()).toEqual([]);
});

test('a rectangle can be given up', () => {
  expect(rectangular().down(A).move(C).cancel().up(C).commands()).toEqual([]);
});

test('a point is placed where the pointer is, and the next one can follow', () => {
  const place = (at: Point): Effect => ({
    type: 'command',
    command: { type: 'place-point', floor: '', position: at, kind: 'facility', name: '', department: null },
  });
  const gesture = new Gesture(placeTool(place)).click(A).click(C);
  expect(gesture.commands()).toMatchObject([{ position: A }, { position: C }]);
  expect(gesture.move(B).draft()).toEqual({ kind: 'place', at: B });
  expect(gesture.send({ type: 'leave' }).draft()).toBeNull();
});

test('measuring changes nothing', () => {
  const gesture = new Gesture(measureTool(false)).click(A).click(B).click(C).click(C).double(C);
  expect(gesture.effects).toEqual([]);
  expect(gesture.draft()).toEqual({ kind: 'length', points: [A, B, C], to: null });
});

test('the hand moves the view only while it is pressed', () => {
  const gesture = new Gesture(panTool)
    .move([0, 0])
    .down([0, 0])
    .move([100, 50])
    .up([100, 50])
    .move([500, 500]);
  expect(gesture.effects).toEqual([{ type: 'pan', by: [10, 5] }]);
});

test('a rectangle by keys alone: a corner, then width and depth', () => {
  const gesture = new Gesture(rectangleTool((a, b) => zone(rectangle(a, b)[0] ?? [])));
  for (const key of ['1', ',', '2', 'Enter', '5', ',', '4', 'Enter']) gesture.key(key);
  expect(gesture.commands()).toMatchObject([
    { type: 'draw-zone', outline: rectangle([1000, 2000], [6000, 6000]) },
  ]);
});

test('a rectangle whose second corner is not understood waits for a better one', () => {
  const gesture = new Gesture(rectangleTool((a, b) => zone(rectangle(a, b)[0] ?? [])));
  gesture.click(A);
  for (const key of ['5', 'Enter']) gesture.key(key);
  expect(gesture.commands()).toEqual([]);
  for (const key of [',', '4', 'Enter']) gesture.key(key);
  expect(gesture.commands()).toMatchObject([{ outline: rectangle(A, C) }]);
});

test('a point is placed by typed coordinates', () => {
  const gesture = new Gesture(
    placeTool((at) => ({
      type: 'command',
      command: { type: 'place-point', floor: '', position: at, kind: 'facility', name: '', department: null },
    })),
  );
  for (const key of ['3', '.', '5', ',', '2', 'Enter']) gesture.key(key);
  expect(gesture.commands()).toMatchObject([{ type: 'place-point', position: [3500, 2000] }]);
});

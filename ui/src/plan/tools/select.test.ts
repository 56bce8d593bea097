import { expect, test } from 'vitest';
import type { Outline, Point } from '../../ipc';
import { selectTool } from './select';
import { Gesture } from './testing';
import type { Hit } from './tool';

const SQUARE: Outline = [
  [
    [0, 0],
    [4000, 0],
    [4000, 4000],
    [0, 4000],
  ],
];
const pin: Hit = { kind: 'pin', point: 'p', position: [1000, 1000] };
const zone = (selected: boolean): Hit => ({ kind: 'zone', zone: 'z', outline: SQUARE, selected });
const corner: Hit = { kind: 'corner', zone: 'z', outline: SQUARE, corner: { ring: 0, index: 2 } };

test('a click selects what lies there, and nothing where nothing lies', () => {
  const gesture = new Gesture(selectTool).click([1000, 1000], pin).click([9000, 9000]);
  expect(gesture.effects).toEqual([
    { type: 'select', row: { table: 'risk_point', id: 'p' } },
    { type: 'select', row: null },
  ]);
  expect(gesture.state).toEqual({ name: 'idle' });
});

test('a trembling hand still clicks', () => {
  const gesture = new Gesture(selectTool).down([1000, 1000], pin).move([1020, 1010]).up([1020, 1010]);
  expect(gesture.commands()).toEqual([]);
  expect(gesture.effects).toHaveLength(1);
});

test('a dragged pin moves in one command at the end, and is drawn on the way', () => {
  const gesture = new Gesture(selectTool).down([1000, 1000], pin).move([2000, 1000]).move([3000, 2000]);
  expect(gesture.draft()).toEqual({ kind: 'pin', point: 'p', at: [3000, 2000] });
  expect(gesture.commands()).toEqual([]);
  gesture.up([3000, 2000]);
  expect(gesture.commands()).toEqual([{ type: 'move-point', point: 'p', floor: '', position: [3000, 2000] }]);
  expect(gesture.draft()).toBeNull();
});

test('escape gives a drag up without a command', () => {
  const gesture = new Gesture(selectTool)
    .down([1000, 1000], pin)
    .move([3000, 2000])
    .cancel()
    .up([3000, 2000]);
  expect(gesture.commands()).toEqual([]);
  expect(gesture.state).toEqual({ name: 'idle' });
});

test('a zone that is not selected is never moved: the view is', () => {
  const gesture = new Gesture(selectTool)
    .down([1000, 1000], zone(false))
    .move([2000, 1000])
    .move([2500, 1000])
    .up([2500, 1000]);
  expect(gesture.commands()).toEqual([]);
  expect(gesture.effects).toEqual([
    { type: 'pan', by: [100, 0] },
    { type: 'pan', by: [50, 0] },
  ]);
});

test('the selected zone moves as a whole, in steps of a tenth of a metre', () => {
  const gesture = new Gesture(selectTool).down([1000, 1000], zone(true)).move([2040, 1000]).up([2040, 1000]);
  const moved = SQUARE[0]?.map(([x, y]): Point => [x + 1000, y]);
  expect(gesture.commands()).toEqual([{ type: 'reshape-zone', zone: 'z', floor: null, outline: [moved] }]);
});

test('a zone that ends where it began is no edit', () => {
  const gesture = new Gesture(selectTool)
    .down([1000, 1000], zone(true))
    .move([2000, 1000])
    .move([1000, 1000])
    .up([1000, 1000]);
  expect(gesture.commands()).toEqual([]);
});

test('a dragged corner reshapes and stays chosen', () => {
  const gesture = new Gesture(selectTool).down([4000, 4000], corner).move([5000, 5000]).up([5000, 5000]);
  const [command] = gesture.commands();
  expect(command).toMatchObject({ type: 'reshape-zone', zone: 'z' });
  expect(command?.type === 'reshape-zone' && command.outline[0]?.[2]).toEqual([5000, 5000]);
  expect(gesture.effects.at(-1)).toMatchObject({ type: 'select', corner: { ring: 0, index: 2 } });
});

test('dragging the middle of an edge makes a new corner after it', () => {
  const edge: Hit = {
    kind: 'edge',
    zone: 'z',
    outline: SQUARE,
    corner: { ring: 0, index: 0 },
    at: [2000, 0],
  };
  const gesture = new Gesture(selectTool).down([2000, 0], edge).move([2000, -1000]).up([2000, -1000]);
  const [command] = gesture.commands();
  expect(command?.type === 'reshape-zone' && command.outline[0]).toEqual([
    [0, 0],
    [2000, -1000],
    [4000, 0],
    [4000, 4000],
    [0, 4000],
  ]);
});

test('delete removes the chosen corner, but leaves a triangle alone', () => {
  const subject = { kind: 'zone' as const, zone: 'z', outline: SQUARE, corner: { ring: 0, index: 1 } };
  const gesture = new Gesture(selectTool).key('Delete', subject);
  const [command] = gesture.commands();
  expect(command?.type === 'reshape-zone' && command.outline[0]).toHaveLength(3);
  const triangle = { ...subject, outline: [SQUARE[0]?.slice(0, 3) ?? []] };
  expect(new Gesture(selectTool).key('Delete', triangle).commands()).toEqual([]);
});

test('arrows gather into one move when the hand rests', () => {
  const subject = { kind: 'pin' as const, point: 'p', position: [1000, 1000] as Point };
  const gesture = new Gesture(selectTool)
    .key('ArrowRight', subject)
    .key('ArrowRight', subject)
    .key('ArrowDown', subject, true);
  expect(gesture.draft()).toEqual({ kind: 'pin', point: 'p', at: [1200, 2000] });
  expect(gesture.commands()).toEqual([]);
  gesture.send({ type: 'rest' });
  expect(gesture.commands()).toEqual([{ type: 'move-point', point: 'p', floor: '', position: [1200, 2000] }]);
});

test('a click before the hand has rested still sends the nudge', () => {
  const subject = { kind: 'pin' as const, point: 'p', position: [1000, 1000] as Point };
  const gesture = new Gesture(selectTool).key('ArrowLeft', subject).down([5000, 5000]);
  expect(gesture.commands()).toEqual([{ type: 'move-point', point: 'p', floor: '', position: [900, 1000] }]);
});

test('a double click enters a building', () => {
  const gesture = new Gesture(selectTool).double([0, 0], { kind: 'building', building: 'b' });
  expect(gesture.effects).toEqual([{ type: 'enter', building: 'b' }]);
});

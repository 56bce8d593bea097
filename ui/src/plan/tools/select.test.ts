import { expect, test } from 'vitest';
import type { Outline, Point } from '../../ipc';
import { boxTool, selectTool } from './select';
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
  expect(gesture.commands()).toMatchObject([{ type: 'reshape-zone', zone: 'z', outline: [moved] }]);
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
  expect(gesture.commands()).toEqual([
    { type: 'move-vertex', zone: 'z', at: [4000, 4000], to: [5000, 5000], together: true },
  ]);
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
  expect(gesture.commands()).toEqual([
    { type: 'insert-vertex', zone: 'z', at: [2000, 0], to: [2000, -1000], together: true },
  ]);
});

test('delete removes the chosen corner, but leaves a triangle alone', () => {
  const subject = { kind: 'zone' as const, zone: 'z', outline: SQUARE, corner: { ring: 0, index: 1 } };
  const gesture = new Gesture(selectTool).key('Delete', subject);
  expect(gesture.commands()).toEqual([{ type: 'delete-vertex', zone: 'z', at: [4000, 0], together: true }]);
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

const side: Hit = {
  kind: 'side',
  zone: 'z',
  outline: SQUARE,
  corner: { ring: 0, index: 1 },
  at: [4000, 2000],
};
const NEIGHBOUR: Outline = [
  [
    [4000, 0],
    [8000, 0],
    [8000, 4000],
    [4000, 4000],
  ],
];

test('a dragged side takes the neighbours along, and is one command', () => {
  const gesture = new Gesture(selectTool);
  gesture.input = { ...gesture.input, around: [{ zone: 'n', outline: NEIGHBOUR }] };
  gesture.down([4000, 2000], side).move([4500, 2100]);
  expect(gesture.draft()).toMatchObject({ kind: 'zone', zone: 'z', also: [{ zone: 'n' }] });
  gesture.up([4500, 2100]);
  expect(gesture.commands()).toEqual([
    {
      type: 'move-border',
      zone: 'z',
      from: [4000, 0],
      to: [4000, 4000],
      dx: 500,
      dy: 0,
      together: true,
    },
  ]);
});

test('a border is left where it is for the others while the key is held', () => {
  const gesture = new Gesture(selectTool);
  gesture.input = { ...gesture.input, alone: true, around: [{ zone: 'n', outline: NEIGHBOUR }] };
  gesture.down([4000, 2000], side).move([4500, 2000]);
  expect(gesture.draft()).toMatchObject({ also: [] });
  expect(gesture.up([4500, 2000]).commands()).toMatchObject([{ together: false }]);
});

test('a double click on a side makes a corner there', () => {
  const gesture = new Gesture(selectTool).double([4000, 2000], side);
  expect(gesture.commands()).toMatchObject([{ type: 'insert-vertex', at: [4000, 2000] }]);
});

test('with the key for more, a click adds and a drag draws a box', () => {
  const gesture = new Gesture(selectTool);
  gesture.input = { ...gesture.input, more: true };
  gesture.click([1000, 1000], zone(false));
  expect(gesture.effects).toEqual([{ type: 'toggle', row: { table: 'risk_zone', id: 'z' } }]);
  gesture.down([0, 0], zone(true)).move([-3000, 2000]);
  expect(gesture.draft()).toEqual({ kind: 'band', from: [0, 0], to: [-3000, 2000], crossing: true });
  gesture.up([-3000, 2000]);
  expect(gesture.effects.at(-1)).toMatchObject({ type: 'select-box', crossing: true, more: true });
});

test('the box tool draws a box from anywhere, and escape gives it up', () => {
  const gesture = new Gesture(boxTool).down([0, 0], zone(false)).move([3000, 2000]);
  expect(gesture.draft()).toMatchObject({ kind: 'band', crossing: false });
  expect(gesture.cancel().up([3000, 2000]).effects).toEqual([]);
});

test('several shapes move together', () => {
  const gesture = new Gesture(selectTool);
  gesture.input = { ...gesture.input, several: true };
  gesture.down([1000, 1000], zone(true)).move([2040, 1000]);
  expect(gesture.draft()).toEqual({ kind: 'moved', by: [1000, 0] });
  expect(gesture.up([2040, 1000]).effects).toEqual([{ type: 'move-selected', by: [1000, 0] }]);
  const keys = new Gesture(selectTool).key('ArrowUp', { kind: 'many' }).send({ type: 'rest' });
  expect(keys.effects.at(-1)).toEqual({ type: 'move-selected', by: [0, -100] });
});

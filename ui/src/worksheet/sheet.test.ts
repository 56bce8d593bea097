import { expect, test } from 'vitest';
import { advanced, areaAt, cellsOf, clampArea, extended, moved, rectangleOf } from './area';
import { formatBlock, parseBlock } from './block';
import { fillDownOf, pasteEdit, type SheetView, sameTextEdit } from './edits';
import { orderOf } from './order';

const SIZE = { rows: 4, columns: 3 };

function view(cells: string[][], readOnly: number[] = []): SheetView {
  return {
    size: { rows: cells.length, columns: 3 },
    writable: (column) => !readOnly.includes(column),
    text: (row, column) => cells[row]?.[column] ?? '',
    growing: true,
  };
}

test('a block from a spreadsheet keeps line ends in quoted cells and drops the last line end', () => {
  expect(parseBlock('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(parseBlock('"第一行\n第二行"\t"说""停"""')).toEqual([['第一行\n第二行', '说"停"']]);
  expect(parseBlock('"5 寸" 管\t1')).toEqual([['"5 寸" 管', '1']]);
  expect(parseBlock('一个')).toEqual([['一个']]);
  expect(parseBlock('')).toEqual([['']]);
  expect(parseBlock('a\t')).toEqual([['a', '']]);
});

test('a block that is copied comes back as it was', () => {
  const block = [
    ['换\n行', '有"引号"'],
    ['', '平常'],
  ];
  expect(parseBlock(formatBlock(block))).toEqual(block);
});

test('arrows stop at the edges; Tab goes on with the next row', () => {
  expect(moved(areaAt(0, 0), SIZE, -1, -1).focus).toEqual({ row: 0, column: 0 });
  expect(advanced(areaAt(0, 2), SIZE, 1, false).focus).toEqual({ row: 1, column: 0 });
  expect(advanced(areaAt(1, 0), SIZE, -1, false).focus).toEqual({ row: 0, column: 2 });
  expect(advanced(areaAt(3, 2), SIZE, 1, false).focus).toEqual({ row: 3, column: 2 });
});

test('inside a selection Tab and Enter go round without leaving it', () => {
  const area = extended(areaAt(1, 1), SIZE, 1, 1);
  expect(cellsOf(area)).toBe(4);
  const steps = [area];
  for (let step = 0; step < 4; step += 1) steps.push(advanced(steps.at(-1) ?? area, SIZE, 1, true));
  expect(steps.map((step) => [step.focus.row, step.focus.column])).toEqual([
    [1, 1],
    [2, 1],
    [1, 2],
    [2, 2],
    [1, 1],
  ]);
  expect(rectangleOf(steps[2] ?? area)).toEqual(rectangleOf(area));
});

test('a selection in a grid that shrank stays inside it', () => {
  expect(clampArea(areaAt(9, 9), SIZE)?.focus).toEqual({ row: 3, column: 2 });
  expect(clampArea(areaAt(0, 0), { rows: 0, columns: 3 })).toBeNull();
});

test('a pasted block grows the grid, leaves read-only columns and rows that stay as they are', () => {
  const own = view(
    [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
    [2],
  );
  const edit = pasteEdit([['a', 'b', '-'], ['x'], ['y', '', 'z']], areaAt(0, 0), own);
  expect(edit).toEqual({
    rows: [1, 2],
    columns: [0, 1],
    cells: [
      ['x', 'e'],
      ['y', ''],
    ],
  });
  expect(pasteEdit([['a', 'b']], areaAt(0, 0), own)).toBeNull();
  expect(pasteEdit([['1'], ['2'], ['3']], areaAt(1, 0), { ...own, growing: false })?.rows).toEqual([1]);
});

test('one cell is pasted into all of a selection, a block as often as it fits', () => {
  const own = view([
    ['', '', ''],
    ['', '', ''],
  ]);
  const both = extended(areaAt(0, 0), own.size, 1, 0);
  expect(sameTextEdit('q', both, own)?.cells).toEqual([['q'], ['q']]);
  expect(pasteEdit([['1', '2']], extended(areaAt(0, 0), own.size, 1, 1), own)?.cells).toEqual([
    ['1', '2'],
    ['1', '2'],
  ]);
});

test('fill down copies the first row of a selection, or the row above a single one', () => {
  const own = view([['a'], ['b'], ['c']], [1]);
  expect(fillDownOf(extended(areaAt(0, 0), own.size, 2, 1), own)).toEqual({ rows: [0, 1, 2], columns: [0] });
  expect(fillDownOf(areaAt(1, 0), own)).toEqual({ rows: [0, 1], columns: [0] });
  expect(fillDownOf(areaAt(0, 0), own)).toBeNull();
});

test('rows are put in order by meaning, empty cells last both ways', () => {
  expect(orderOf(['10', '', '9'], 'number', false)).toEqual([2, 0, 1]);
  expect(orderOf(['10', '', '9'], 'number', true)).toEqual([0, 2, 1]);
  expect(orderOf(['A-10', 'A-9'], 'code', false)).toEqual([1, 0]);
  const ranks = new Map([
    ['低', 0],
    ['重大', 3],
  ]);
  expect(orderOf(['低', '重大', '未评价'], ranks, true)).toEqual([1, 0, 2]);
});

test('ten thousand rows are sorted at once', () => {
  const texts = Array.from({ length: 10_000 }, (_, index) => `风险点${(index * 7919) % 10_000}`);
  const begin = performance.now();
  orderOf(texts, 'text', false);
  // The promise is 100 ms in the window; a machine under load gets some grace here.
  expect(performance.now() - begin).toBeLessThan(400);
});

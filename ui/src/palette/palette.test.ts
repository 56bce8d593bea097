import { expect, test } from 'vitest';
import { found, matchOf, type PaletteEntry } from './entries';

const entry = (title: string, note = ''): PaletteEntry => ({
  key: title,
  group: 'command',
  title,
  note,
  go: () => {},
});

test('a text that holds what was typed wins over scattered letters', () => {
  expect(matchOf('JD-S-001 普通车床', '车床')).toBeGreaterThan(matchOf('车间里的床', '车床'));
  expect(matchOf('撤销 Ctrl+Z', 'zz')).toBe(0);
  expect(matchOf('anything', '')).toBeGreaterThan(0);
});

test('letters may be left out but not exchanged', () => {
  expect(matchOf('JD-S-001', 'jds1')).toBeGreaterThan(0);
  expect(matchOf('JD-S-001', 'sdj')).toBe(0);
});

test('the best come first, and no more than asked for', () => {
  const entries = [entry('风险辨识'), entry('风险评价'), entry('普通车床', '风险')];
  expect(found(entries, '评价', 5).map((own) => own.title)).toEqual(['风险评价']);
  expect(found(entries, '风险', 2)).toHaveLength(2);
});

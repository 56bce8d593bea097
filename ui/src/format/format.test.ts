import { expect, test } from 'vitest';
import { clock, fileName, folderOf, grouped, metres, moment, shortLength, squareMetres } from '.';

test('lengths are metres with two decimals', () => {
  expect(metres(39_200)).toBe('39.20 m');
  expect(metres(-1250)).toBe('−1.25 m');
});

test('thousands are parted, so that great numbers can be read', () => {
  expect(grouped(1_234_567)).toBe('1\u2009234\u2009567');
  expect(squareMetres(1_240_000_000)).toBe('1\u2009240 m²');
  expect(squareMetres(12_340_000)).toBe('12.3 m²');
});

test('scale bars are round', () => {
  expect(shortLength(500)).toBe('0.5 m');
  expect(shortLength(20_000)).toBe('20 m');
  expect(shortLength(2_000_000)).toBe('2 km');
});

test('today needs no date', () => {
  const now = new Date(2026, 10, 21, 15, 0);
  const at = new Date(2026, 10, 21, 14, 2);
  expect(clock(at)).toBe('14:02');
  expect(moment(at.toISOString(), now)).toBe('14:02');
  expect(moment(new Date(2026, 10, 20, 9, 5).toISOString(), now)).toBe('2026-11-20 09:05');
  expect(moment('no time', now)).toBe('no time');
});

test('paths of both kinds have a name and a folder', () => {
  expect(fileName('/a/b/示例.sise')).toBe('示例.sise');
  expect(fileName('C:\\项目\\示例.sise')).toBe('示例.sise');
  expect(folderOf('/a/b/示例.sise')).toBe('/a/b');
});

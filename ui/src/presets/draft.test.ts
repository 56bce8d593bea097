import { expect, test } from 'vitest';
import type { Preset } from '../ipc';
import { boundOf, copyOf, freeCode, withBand, withBound, withNewBand, withoutBand, withValue } from './draft';

const PRESET: Preset = {
  code: 'ls-1',
  version: 3,
  method: 'ls',
  name: 'LS',
  english: 'LS',
  use: '',
  interpolate: false,
  factors: [
    {
      symbol: 'L',
      name: '可能性',
      english: 'likelihood',
      values: [
        { value: '2', texts: ['二'], english: '' },
        { value: '1', texts: ['一'], english: '' },
      ],
    },
  ],
  bands: [
    { level: 'major', name: '重大', at_least: '20' },
    { level: 'low', name: '低' },
  ],
};

test('a copy has its own code and begins with version 1', () => {
  const code = freeCode('ls-1', new Set(['ls-1-own']));
  expect(code).toBe('ls-1-own-2');
  expect(freeCode('ls-1-own-2', new Set(['ls-1-own']))).toBe('ls-1-own-2');
  expect(copyOf(PRESET, code, '我的')).toMatchObject({ code, version: 1, name: '我的' });
});

test('a band keeps one beginning, with the edge on one side or the other', () => {
  const band = withBound(PRESET.bands[0] ?? { level: 'low', name: '' }, { kind: 'above', text: '20' });
  expect(band).toEqual({ level: 'major', name: '重大', above: '20' });
  expect(boundOf(band)).toEqual({ kind: 'above', text: '20' });
  expect(boundOf(PRESET.bands[1] ?? band)).toBeNull();
  expect(withBand(PRESET, 0, band).bands[0]).toEqual(band);
});

test('a new band stands before the one that takes the rest, which cannot go', () => {
  const grown = withNewBand(PRESET, 'medium');
  expect(grown.bands.map((band) => band.level)).toEqual(['major', 'medium', 'low']);
  expect(withoutBand(grown, 2)).toBe(grown);
  expect(withoutBand(grown, 1).bands).toEqual(PRESET.bands);
});

test('a value changes alone', () => {
  const next = withValue(PRESET, 0, 1, { value: '0.5' });
  expect(next.factors[0]?.values.map((own) => own.value)).toEqual(['2', '0.5']);
  expect(next.factors[0]?.values[1]?.texts).toEqual(['一']);
});

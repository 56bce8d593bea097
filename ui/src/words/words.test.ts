import { expect, test } from 'vitest';
import { en } from './en';
import { fileEn } from './file.en';
import { fileZh } from './file.zh';
import { zh } from './zh';

type Found = Map<string, unknown>;

function leaves(value: object, path: string, found: Found): Found {
  for (const [key, own] of Object.entries(value)) {
    const name = path ? `${path}.${key}` : key;
    if (typeof own === 'object' && own !== null) leaves(own, name, found);
    else found.set(name, own);
  }
  return found;
}

const chinese = leaves({ ...zh, file: fileZh }, '', new Map());
const english = leaves({ ...en, file: fileEn }, '', new Map());

test('both languages have the same words', () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
});

test('no word is empty, and each pair is of one kind', () => {
  for (const [key, own] of chinese) {
    const other = english.get(key);
    expect(typeof other, key).toBe(typeof own);
    if (typeof own === 'string') expect(own.trim(), key).not.toBe('');
    if (typeof other === 'string') expect(other.trim(), key).not.toBe('');
    if (typeof own === 'function' && typeof other === 'function')
      expect(other.length, key).toBeLessThanOrEqual(own.length);
  }
});

test('no English word is left in Chinese', () => {
  const allowed = new Set(['program']);
  for (const [key, own] of english) {
    if (typeof own === 'string' && !allowed.has(key))
      expect(/[\u4e00-\u9fff]/.test(own), `${key}: ${own}`).toBe(false);
  }
});

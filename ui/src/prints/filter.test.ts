// Filters of the gallery.
import { expect, test } from 'vitest';
import type { PieceView } from '../ipc';
import { byKind, filtered, NO_FILTER } from './filter';

function piece(part: Partial<PieceView>): PieceView {
  return {
    kind: 'notice-card',
    subject: 'a',
    name: 'A',
    level: null,
    department: null,
    building: null,
    floor: null,
    post: null,
    version: '00000000',
    state: 'unprinted',
    printed: null,
    printed_on: null,
    photo: '',
    reasons: [],
    own_texts: 0,
    overtaken: false,
    ...part,
  };
}

test('each filter keeps what fits and nothing else', () => {
  const all = [
    piece({ level: 'high', department: 'd', state: 'stale' }),
    piece({ subject: 'b', level: 'low', floor: 'f' }),
    piece({ kind: 'post-card', subject: 'c', post: 'p', level: 'high' }),
  ];
  expect(filtered(all, NO_FILTER)).toHaveLength(3);
  expect(filtered(all, { ...NO_FILTER, level: 'high' }).map((own) => own.subject)).toEqual(['a', 'c']);
  expect(filtered(all, { ...NO_FILTER, level: 'high', kind: 'post-card' })).toHaveLength(1);
  expect(filtered(all, { ...NO_FILTER, floor: 'f' }).map((own) => own.subject)).toEqual(['b']);
  expect(filtered(all, { ...NO_FILTER, state: 'stale', department: 'd' })).toHaveLength(1);
  expect(filtered(all, { ...NO_FILTER, post: 'nobody' })).toHaveLength(0);
  expect(byKind(all).map(([kind, own]) => [kind, own.length])).toEqual([
    ['notice-card', 2],
    ['post-card', 1],
  ]);
});

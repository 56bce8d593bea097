import { expect, test } from 'vitest';
import type { ConflictView } from '../ipc';
import { byKind, groupsOf, isOpen, withAll, withChoice } from './choices';
import { isShape, ringsOf } from './shapes';

function conflict(id: string, part: Partial<ConflictView> = {}): ConflictView {
  const none = { base: null, ours: null, theirs: null };
  return {
    copy: 0,
    row: { table: 'risk_zone', id },
    noun: { chinese: id, english: id },
    field: 'name',
    column: { chinese: '名称', english: 'name' },
    kind: 'value',
    values: none,
    cells: none,
    floor: null,
    group: Number(id),
    taken: 'ours',
    chosen: false,
    ...part,
  };
}

const border = { kind: 'border', field: 'outline', group: 7 };

test('what is chosen together is one group, and what follows stands last in it', () => {
  const own = [conflict('1', { kind: 'follows', group: 7 }), conflict('2', border), conflict('3')];
  const groups = groupsOf(own, []);
  expect(groups.map((group) => group.conflicts.map((one) => one.row.id))).toEqual([['2', '1'], ['3']]);
  expect(groups.map((group) => group.kind)).toEqual(['border', 'value']);
});

test('the same number in another copy is another group', () => {
  expect(groupsOf([conflict('1'), conflict('1', { copy: 1 })], [])).toHaveLength(2);
});

test('a choice counts for the whole group and replaces the one before', () => {
  const own = [conflict('1', border), conflict('2', border)];
  const [group] = groupsOf(own, []);
  if (!group) throw new Error('no group');
  const ours = withChoice([], group, 'ours');
  const chosenForOther = [
    { row: { table: 'risk_zone' as const, id: '2' }, field: 'outline', take: 'ours' as const },
  ];
  const theirs = withChoice([...ours, ...chosenForOther], group, 'theirs');
  expect(theirs).toEqual([{ row: own[0]?.row, field: 'outline', take: 'theirs' }]);
  expect(groupsOf(own, theirs)[0]?.taken).toBe('theirs');
  expect(groupsOf(own, theirs).some(isOpen)).toBe(false);
});

test('all of a kind leave other kinds open', () => {
  const own = [conflict('1'), conflict('2'), conflict('3', border), conflict('4', { kind: 'follows' })];
  const kinds = byKind(groupsOf(own, []));
  expect(kinds.map(({ kind, groups }) => [kind, groups.length])).toEqual([
    ['value', 2],
    ['border', 1],
    ['follows', 1],
  ]);
  const chosen = withAll([], kinds[0]?.groups ?? [], 'theirs');
  expect(chosen).toHaveLength(2);
  expect(
    groupsOf(own, chosen)
      .filter(isOpen)
      .map((group) => group.kind),
  ).toEqual(['border']);
  expect(withAll([], kinds[2]?.groups ?? [], 'ours')).toEqual([]);
});

test('shapes are read the way Rust writes them', () => {
  expect(isShape('outline')).toBe(true);
  expect(isShape('name')).toBe(false);
  expect(ringsOf('0,0 10,0 10,-5;1,1 2,1 2,2')).toEqual([
    [
      [0, 0],
      [10, 0],
      [10, -5],
    ],
    [
      [1, 1],
      [2, 1],
      [2, 2],
    ],
  ]);
  expect(ringsOf('3,4')).toEqual([[[3, 4]]]);
  expect(ringsOf(null)).toEqual([]);
  expect(ringsOf('kein Umriss')).toEqual([]);
});

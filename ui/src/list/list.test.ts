import { expect, test } from 'vitest';
import type { RiskLevel } from '../ipc';
import { NO_FILTERS } from '../state/store';
import { pointView } from '../testing';
import { departmentsWithin } from './filter';
import { type Names, openFirst, passesOf, rankOf, sorted } from './rows';
import { rowsInView } from './virtual';

const LEVELS: RiskLevel[] = ['major', 'high', 'medium', 'low'];
const rank = rankOf(LEVELS);
const names: Names = {
  zone: (id) => (id === 'z' ? '焊接实训室' : ''),
  floor: () => '1F',
  department: (id) => (id === 'd' ? '机电工程学院' : ''),
  person: () => '',
  tier: () => '',
  kind: (kind) => kind,
};
const points = [
  pointView('003', { level: 'low', score: '20' }),
  pointView('001', { level: null }),
  pointView('010', { level: 'major', score: '400', zone_id: 'z' }),
  pointView('002', { level: 'high', score: '240', kind: 'activity', department_id: 'd' }),
  pointView('004', { level: 'high', score: '270', unassessed: 1 }),
];
const ids = (own: typeof points) => own.map((point) => point.id);

test('the greatest level comes first, what is not assessed last, equal ones by code', () => {
  expect(ids(sorted(points, { column: 'level', descending: true }, names, rank))).toEqual([
    '010',
    '002',
    '004',
    '003',
    '001',
  ]);
  expect(ids(sorted(points, { column: 'level', descending: false }, names, rank))).toEqual([
    '003',
    '002',
    '004',
    '010',
    '001',
  ]);
});

test('scores are compared within a level, codes as numbers', () => {
  expect(ids(sorted(points, { column: 'score', descending: true }, names, rank))).toEqual([
    '010',
    '004',
    '002',
    '003',
    '001',
  ]);
  expect(ids(sorted(points, { column: 'code', descending: false }, names, rank))).toEqual([
    '001',
    '002',
    '003',
    '004',
    '010',
  ]);
});

test('assessing begins with what is open', () => {
  expect(ids(openFirst(points)).slice(0, 2)).toEqual(['001', '004']);
});

test('filters join: level, family, words of zone and department', () => {
  const passing = (part: Partial<typeof NO_FILTERS>, within: Set<string> | null = null) =>
    ids(points.filter(passesOf({ ...NO_FILTERS, ...part }, names, within)));
  expect(passing({ levels: ['high', 'unassessed'] })).toEqual(['001', '002', '004']);
  expect(passing({ levels: ['high'], kind: 'activity' })).toEqual(['002']);
  expect(passing({ text: '焊接' })).toEqual(['010']);
  expect(passing({ text: ' 机电  jd-s ' })).toEqual(['002']);
  expect(passing({}, new Set(['d']))).toEqual(['002']);
});

test('a department stands for all below it', () => {
  const row = (id: string, parent_id: string | null) => ({
    id,
    parent_id,
    code: '',
    name: id,
    head_id: null,
    phone: '',
    ordinal: 0,
  });
  const table = new Map(
    [row('a', null), row('b', 'a'), row('c', 'b'), row('d', null)].map((own) => [own.id, own]),
  );
  expect([...departmentsWithin(table, 'a')].sort()).toEqual(['a', 'b', 'c']);
});

test('only rows in view are drawn, however long the list', () => {
  expect(rowsInView(0, 320, 32, 10_000)).toEqual({ first: 0, last: 18 });
  expect(rowsInView(32_000, 320, 32, 10_000)).toEqual({ first: 992, last: 1018 });
  expect(rowsInView(0, 320, 32, 3)).toEqual({ first: 0, last: 3 });
  expect(rowsInView(0, 320, 32, 0)).toEqual({ first: 0, last: 0 });
});

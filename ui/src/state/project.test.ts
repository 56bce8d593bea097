import { expect, test } from 'vitest';
import { changedOf, pointView, projectView, standing, zone } from '../testing';
import { applyChanged, projectAgain, projectOf } from './project';

const before = projectOf(
  projectView({
    rows: [
      { table: 'risk_zone', row: zone('z1') },
      { table: 'risk_zone', row: zone('z2') },
      {
        table: 'floor',
        row: {
          id: 'f',
          campus_id: 'c',
          building_id: null,
          name: '1F',
          storey: 1,
          calibrated: true,
          north: 0,
          georeference: null,
        },
      },
    ],
    points: [pointView('p1'), pointView('p2')],
    standings: { zones: { z1: standing('low'), z2: standing(null) } },
  }),
);

test('rows are found by their tables', () => {
  expect([...before.tables.risk_zone.keys()]).toEqual(['z1', 'z2']);
  expect(before.tables.floor.get('f')?.name).toBe('1F');
  expect(before.points.size).toBe(2);
});

test('what a change does not name keeps its identity', () => {
  const after = applyChanged(before, changedOf({ points: [pointView('p1', { level: 'major' })] }));
  expect(after.points.get('p1')?.level).toBe('major');
  expect(after.points.get('p2')).toBe(before.points.get('p2'));
  expect(after.tables).toBe(before.tables);
  expect(after.standings.zones).toBe(before.standings.zones);
  expect(after.plans).toBe(before.plans);
  expect(after.step).toBe(before.step + 1);
});

test('a point that is sent again but looks the same is the same', () => {
  const after = applyChanged(before, changedOf({ points: [pointView('p1', { position: [1, 2] })] }));
  expect(after.points).toBe(before.points);
});

test('only the tables with changed rows are new', () => {
  const row = zone('z1', { name: '新名' });
  const after = applyChanged(before, changedOf({ rows: [{ table: 'risk_zone', row }] }));
  expect(after.tables.risk_zone.get('z1')).toBe(row);
  expect(after.tables.risk_zone.get('z2')).toBe(before.tables.risk_zone.get('z2'));
  expect(after.tables.floor).toBe(before.tables.floor);
});

test('standings are merged by place', () => {
  const after = applyChanged(before, changedOf({ standings: { zones: { z2: standing('high') } } }));
  expect(after.standings.zones).toMatchObject({ z1: { level: 'low' }, z2: { level: 'high' } });
  expect(after.standings.whole).toBe(before.standings.whole);
});

test('what is gone is gone everywhere', () => {
  const removals = [
    { table: 'risk_zone' as const, id: 'z1' },
    { table: 'risk_point' as const, id: 'p1' },
  ];
  const after = applyChanged(before, changedOf({ removals }));
  expect(after.tables.risk_zone.has('z1')).toBe(false);
  expect(after.points.has('p1')).toBe(false);
  expect(after.standings.zones).not.toHaveProperty('z1');
});

const wall = (id: string, ordinal: number) => ({
  id,
  floor_id: 'f',
  kind: 'wall' as const,
  line: [[0, 0] as [number, number], [1, 0] as [number, number]],
  size: 200,
  text: '',
  ordinal,
  layer_id: null,
  locked: false,
  hidden: false,
  grouping: '',
  anchors: null,
});

test('drawn parts change the plans that were loaded, in their order', () => {
  const plan = { floor: 'f', elements: [wall('w2', 2)], underlays: [] };
  const loaded = { ...before, plans: new Map([['f', plan]]) };
  const rows = [
    { table: 'plan_element' as const, row: wall('w1', 1) },
    { table: 'plan_element' as const, row: { ...wall('w3', 3), floor_id: 'elsewhere' } },
  ];
  const after = applyChanged(loaded, changedOf({ rows }));
  expect(after.plans.get('f')?.elements.map((own) => own.id)).toEqual(['w1', 'w2']);
  const without = applyChanged(after, changedOf({ removals: [{ table: 'plan_element', id: 'w2' }] }));
  expect(without.plans.get('f')?.elements.map((own) => own.id)).toEqual(['w1']);
});

test('the other basis keeps plans, and points that look the same', () => {
  const loaded = { ...before, plans: new Map([['f', { floor: 'f', elements: [], underlays: [] }]]) };
  const view = projectView({
    basis: 'inherent',
    points: [pointView('p1'), pointView('p2', { level: 'high' })],
  });
  const after = projectAgain(loaded, view);
  expect(after.basis).toBe('inherent');
  expect(after.plans).toBe(loaded.plans);
  expect(after.points.get('p1')).toBe(before.points.get('p1'));
  expect(after.points.get('p2')?.level).toBe('high');
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceBackend } from '../backend';
import { MemoryBackend } from '../backend/memory';
import type { Changed, Command } from '../ipc';
import { changedOf, FILE, pointView, projectView } from '../testing';
import { attempt, execute, fileChanged, undo } from './actions';
import { holdsText } from './fields';
import { useNotices } from './notices';
import { projectOf } from './project';
import { useProject, useSelection, useView } from './store';

const REFUSAL = { code: 'code-taken', chinese: '编号已被使用', english: 'taken', place: null };
const rename = (value: string): Command => ({
  type: 'set-field',
  row: { table: 'risk_point', id: 'p1' },
  column: 'name',
  value,
});

let waiting: ((changed: Changed) => void)[] = [];

function withAnswers(answers: ConstructorParameters<typeof MemoryBackend>[0]): MemoryBackend {
  const backend = new MemoryBackend(answers);
  replaceBackend(backend);
  return backend;
}

beforeEach(() => {
  waiting = [];
  useProject.setState({ project: projectOf(projectView({ points: [pointView('p1')] })) });
});

afterEach(() => {
  useProject.setState({ project: null });
  useSelection.setState({ row: null, corner: null });
  useNotices.setState({ notices: [] });
});

test('commands go one after the other, so that answers arrive in order', async () => {
  const backend = withAnswers({ execute: () => new Promise((answer) => waiting.push(answer)) });
  const [first, second] = [execute(rename('甲')), execute(rename('乙'))];
  await Promise.resolve();
  await Promise.resolve();
  expect(backend.asked).toHaveLength(1);
  waiting[0]?.(changedOf({ points: [pointView('p1', { name: '甲' })] }));
  await first;
  await new Promise((later) => setTimeout(later));
  expect(backend.asked).toHaveLength(2);
  waiting[1]?.(changedOf({ points: [pointView('p1', { name: '乙' })] }));
  await second;
  expect(useProject.getState().project?.points.get('p1')?.name).toBe('乙');
});

test('a refusal is told and changes nothing', async () => {
  withAnswers({
    execute: () => {
      throw REFUSAL;
    },
  });
  const before = useProject.getState().project;
  expect(await attempt(rename('甲'))).toBeNull();
  expect(useProject.getState().project).toBe(before);
  expect(useNotices.getState().notices).toMatchObject([
    { kind: 'error', text: { chinese: REFUSAL.chinese } },
  ]);
});

test('a selection that was deleted is given up', async () => {
  withAnswers({ execute: () => changedOf({ removals: [{ table: 'risk_point', id: 'p1' }] }) });
  useSelection.setState({ row: { table: 'risk_point', id: 'p1' } });
  await attempt({ type: 'remove', rows: [{ table: 'risk_point', id: 'p1' }] });
  expect(useSelection.getState().row).toBeNull();
  expect(useView.getState().floor).toBeNull();
});

test('undo first sends what is still being typed', async () => {
  const label = { chinese: '修改', english: 'Change' };
  const backend = withAnswers({
    execute: () => changedOf({ file: { ...FILE, revision: 2, undo: label } }),
    undo: () => changedOf({ file: { ...FILE, revision: 3 } }),
  });
  const release = holdsText(() => execute(rename('甲')));
  await undo();
  release();
  expect(backend.asked.map((own) => own.name)).toEqual(['execute', 'undo']);
});

test('there is nothing to undo without a label', async () => {
  const backend = withAnswers({});
  await undo();
  expect(backend.asked).toEqual([]);
});

test('old news of the file are dropped', () => {
  fileChanged({ ...FILE, revision: 0, unpublished: true });
  expect(useProject.getState().project?.file.unpublished).toBe(false);
  fileChanged({ ...FILE, revision: 1, unpublished: true });
  expect(useProject.getState().project?.file.unpublished).toBe(true);
  fileChanged({ ...FILE, path: '/other.sise', revision: 9 });
  expect(useProject.getState().project?.file.revision).toBe(1);
});

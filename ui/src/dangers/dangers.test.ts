import { expect, test } from 'vitest';
import type { DangerFile, DangerLine, DangerState, Need, NeedView, RightsView, RightView } from '../ipc';
import { marksOf } from '../plan/DangerMarks';
import { pointView } from '../testing';
import { begin, commandOf, fieldsOf, missing } from './act';
import { byUrgency, columnOf, isOpen, isSettled, NO_DANGER_FILTERS, passes } from './board';

function line(code: string, part: Partial<DangerLine> = {}): DangerLine {
  return {
    id: code,
    code,
    description: `隐患 ${code}`,
    place: '',
    point: null,
    point_code: '',
    point_name: '',
    floor: null,
    position: null,
    department: null,
    department_name: '',
    grade: null,
    topic: null,
    source: 'daily',
    state: 'rectifying',
    found_on: '2026-03-01',
    reporter: '',
    deadline: null,
    days_left: null,
    overdue: false,
    alarm: null,
    late: false,
    responsible: null,
    responsible_name: '',
    confirmed_on: null,
    closed_on: null,
    rejections: 0,
    ...part,
  };
}

const need = (own: Need): NeedView => ({ need: own, field: own, name: { chinese: own, english: own } });

function right(part: Partial<RightView>): RightView {
  const words = { chinese: '', english: '' };
  return {
    act: 'confirm',
    name: words,
    to: 'confirmed',
    to_name: words,
    who: words,
    people: [],
    natural: 'lead',
    needs: [],
    needs_if_major: [],
    ...part,
  };
}

const RIGHTS: RightsView = {
  state: 'reported',
  rights: [],
  approvers: [],
  suggested_deadline: '2026-03-12',
  latest_deadline: null,
};

const FILE = {
  line: line('YH-2026-001'),
  danger: { id: 'd', grade: null, form: null, cause: null, topic: null, accident: '', basis: '' },
  photos: [],
  acceptor: null,
  measures: '',
  contingency: '',
  document: null,
} as unknown as DangerFile;

test('every state stands in one column, and open ones in those between', () => {
  const states: DangerState[] = ['draft', 'reported', 'confirmed', 'handed-up', 'rectifying', 'suspended'];
  expect(states.map(columnOf)).toEqual(['confirm', 'confirm', 'assign', 'assign', 'rectify', 'rectify']);
  expect(states.map(isOpen)).toEqual([false, false, true, true, true, true]);
  expect((['closed', 'not-danger', 'void'] as const).every(isSettled)).toBe(true);
});

test('filters hide what is settled, and find by any word of a line', () => {
  const closed = line('YH-2026-002', { state: 'closed' });
  const late = line('YH-2026-003', { overdue: true, responsible_name: '张秀兰', grade: 'major' });
  expect(passes(closed, NO_DANGER_FILTERS)).toBe(false);
  expect(passes(closed, { ...NO_DANGER_FILTERS, filed: true })).toBe(true);
  expect(passes(late, { ...NO_DANGER_FILTERS, text: '张秀' })).toBe(true);
  expect(passes(late, { ...NO_DANGER_FILTERS, text: '李' })).toBe(false);
  expect(passes(line('x'), { ...NO_DANGER_FILTERS, overdue: true })).toBe(false);
  const order = [line('b', { deadline: '2026-04-01' }), late, line('a', { deadline: '2026-03-20' })];
  expect(order.sort(byUrgency).map((own) => own.code)).toEqual(['YH-2026-003', 'a', 'b']);
});

test('a form asks for exactly what a step needs, and for more once the danger is major', () => {
  const confirm = right({
    needs: [need('grade'), need('form'), need('basis')],
    needs_if_major: [need('approver')],
  });
  const of = (major: boolean) => fieldsOf(confirm, major).filter((own) => own.need);
  expect(of(false).map((own) => own.field)).toEqual(['grade', 'form', 'basis']);
  expect(of(true).map((own) => own.field)).toEqual(['grade', 'form', 'basis', 'approver']);
  const form = begin(FILE, RIGHTS, confirm);
  expect(form.by).toBe('lead');
  expect(missing(form, fieldsOf(confirm, false), FILE).map((own) => own.need)).toEqual([
    'grade',
    'form',
    'basis',
  ]);
  expect(missing({ ...form, grade: 'general', form: 'site', basis: '规范' }, of(false), FILE)).toEqual([]);
});

test('an assignment begins with the suggested deadline, and sends no field that it did not show', () => {
  const assign = right({
    act: 'assign',
    needs: [need('responsible'), need('measures'), need('funds'), need('deadline'), need('contingency')],
  });
  const form = { ...begin(FILE, RIGHTS, assign), funds: '6,000', basis: '不在此表', measures: ' 清洗 ' };
  expect(form.deadline).toBe('2026-03-12');
  const command = commandOf('d', 'assign', form, fieldsOf(assign, false));
  expect(command).toMatchObject({
    type: 'danger-act',
    act: 'assign',
    funds: 6000,
    measures: '清洗',
    basis: null,
    grade: null,
    deadline: '2026-03-12',
  });
});

test('dangers of a point stand at its pin together, others at their own place', () => {
  const pin = { point: pointView('p'), at: [10, 20] as [number, number], number: '1', faded: false };
  const lines = [
    line('a', { point: 'p' }),
    line('b', { point: 'p', state: 'reported' }),
    line('c', { floor: 'f', position: [5, 5] }),
    line('d', { floor: 'other', position: [5, 5] }),
    line('e', { point: 'p', state: 'closed' }),
  ];
  const marks = marksOf(lines, { floor: 'f', pins: [pin] });
  expect(marks.map((own) => [own.at, own.lines.map((one) => one.code)])).toEqual([
    [
      [10, 20],
      ['a', 'b'],
    ],
    [[5, 5], ['c']],
  ]);
});

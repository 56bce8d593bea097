// What the form of a step holds, which fields it shows, and the command that it becomes.
// Relies on `danger-rights` for what is required; besides those come the fields that people usually fill in.
import { timeNow, today } from '../format/day';
import type {
  ActOnDanger,
  Command,
  DangerAct,
  DangerFile,
  Need,
  NeedView,
  RightsView,
  RightView,
} from '../ipc';

/** A field of the form. */
export type ActField =
  | 'grade'
  | 'form'
  | 'cause'
  | 'topic'
  | 'accident'
  | 'basis'
  | 'point'
  | 'measure'
  | 'department'
  | 'approver'
  | 'responsible'
  | 'acceptor'
  | 'deadline'
  | 'measures'
  | 'funds'
  | 'contingency'
  | 'document'
  | 'review_on'
  | 'duplicate'
  | 'note'
  | 'photos_before'
  | 'photos_after'
  | 'at';

const FIELD_OF: Record<Need, ActField | null> = {
  description: null,
  place: null,
  reason: 'note',
  grade: 'grade',
  form: 'form',
  basis: 'basis',
  approver: 'approver',
  general: 'grade',
  time: 'at',
  'photo-before': 'photos_before',
  'photo-after': 'photos_after',
  responsible: 'responsible',
  measures: 'measures',
  funds: 'funds',
  deadline: 'deadline',
  contingency: 'contingency',
  plan: 'document',
  done: 'note',
  cost: 'funds',
  'new-deadline': 'deadline',
  interim: 'contingency',
  cause: 'note',
  review: 'review_on',
  conclusion: 'note',
};

/** Fields that may be given besides those that are required. */
const BESIDES: Partial<Record<DangerAct, readonly ActField[]>> = {
  confirm: ['grade', 'form', 'cause', 'topic', 'accident', 'basis', 'point', 'measure', 'department'],
  'fix-on-spot': ['form', 'cause', 'topic', 'point', 'department'],
  assign: ['responsible', 'acceptor', 'deadline', 'measures', 'funds', 'contingency'],
  'grant-extension': ['deadline'],
  void: ['duplicate'],
  submit: ['photos_after'],
  accept: ['photos_after'],
  reject: ['deadline', 'photos_after'],
  reopen: ['deadline'],
};

/** The order in which a form shows its fields. */
const ORDER: readonly ActField[] = [
  'grade',
  'form',
  'cause',
  'topic',
  'accident',
  'department',
  'point',
  'measure',
  'basis',
  'approver',
  'responsible',
  'acceptor',
  'deadline',
  'funds',
  'measures',
  'contingency',
  'document',
  'review_on',
  'duplicate',
  'note',
  'photos_before',
  'photos_after',
];

export interface Asked {
  field: ActField;
  /** What it answers; nothing for a field that may stay empty. */
  need: NeedView | null;
}

/** The fields of a step's form; more is needed once it is judged to be major. */
export function fieldsOf(right: RightView, major: boolean): Asked[] {
  const needed = new Map<ActField, NeedView>();
  for (const own of major ? [...right.needs, ...right.needs_if_major] : right.needs) {
    const field = FIELD_OF[own.need];
    if (field) needed.set(field, own);
  }
  const besides = BESIDES[right.act] ?? [];
  const fields = ORDER.filter((own) => needed.has(own) || besides.includes(own) || own === 'note');
  return fields.map((field) => ({ field, need: needed.get(field) ?? null }));
}

export interface ActForm {
  by: string | null;
  on: string | null;
  at: string;
  grade: ActOnDanger['grade'];
  form: ActOnDanger['form'];
  cause: ActOnDanger['cause'];
  topic: ActOnDanger['topic'];
  accident: string | null;
  basis: string;
  point: string | null;
  measure: string | null;
  department: string | null;
  approver: string | null;
  responsible: string | null;
  acceptor: string | null;
  deadline: string | null;
  measures: string;
  funds: string;
  contingency: string;
  document: string | null;
  review_on: string | null;
  duplicate: string | null;
  note: string;
  photos_before: string[];
  photos_after: string[];
}

/** What a form begins with: what is known of the danger, and what is usual. */
export function begin(view: DangerFile, rights: RightsView, right: RightView): ActForm {
  const { danger } = view;
  const assigns = right.needs.some((own) => own.need === 'responsible');
  return {
    by: right.natural,
    on: today(),
    at: timeNow(),
    grade: danger.grade ?? (right.act === 'fix-on-spot' ? 'general' : null),
    form: danger.form,
    cause: danger.cause,
    topic: danger.topic,
    accident: danger.accident || null,
    basis: danger.basis,
    point: danger.point_id,
    measure: danger.measure_id,
    department: danger.department_id,
    approver: null,
    responsible: view.line.responsible,
    acceptor: view.acceptor,
    deadline: assigns ? rights.suggested_deadline : null,
    measures: view.measures,
    funds: '',
    contingency: assigns ? view.contingency : '',
    document: view.document,
    review_on: null,
    duplicate: null,
    note: '',
    photos_before: [],
    photos_after: [],
  };
}

function isFilled(form: ActForm, field: ActField): boolean {
  const value = form[field];
  return Array.isArray(value) ? value.length > 0 : (value ?? '').trim() !== '';
}

/** What is required and not given yet. */
export function missing(form: ActForm, fields: readonly Asked[], view: DangerFile): NeedView[] {
  return fields.flatMap(({ field, need }) => {
    if (!need || isFilled(form, field)) return [];
    if (field === 'photos_before' && view.photos.some((own) => own.moment === 'before')) return [];
    return [need];
  });
}

export function commandOf(danger: string, act: DangerAct, form: ActForm, fields: readonly Asked[]): Command {
  const shown = new Set(fields.map((own) => own.field));
  const text = (field: 'measures' | 'contingency' | 'note') => (shown.has(field) ? form[field].trim() : '');
  const one = <K extends keyof ActForm>(field: K & ActField): ActForm[K] | null =>
    shown.has(field) ? form[field] : null;
  const funds = form.funds.replace(/[\s,，]/g, '');
  const command: ActOnDanger = {
    danger,
    act,
    by: form.by,
    on: form.on,
    at: form.at || null,
    note: text('note'),
    deadline: one('deadline'),
    responsible: one('responsible'),
    acceptor: one('acceptor'),
    approver: one('approver'),
    measures: text('measures'),
    funds: shown.has('funds') && funds !== '' ? Number(funds) : null,
    contingency: text('contingency'),
    document: one('document'),
    review_on: one('review_on'),
    duplicate: one('duplicate'),
    grade: one('grade'),
    form: one('form'),
    cause: one('cause'),
    topic: one('topic'),
    accident: one('accident'),
    basis: shown.has('basis') ? form.basis.trim() : null,
    point: one('point'),
    measure: one('measure'),
    department: one('department'),
    photos: [
      ...form.photos_before.map((asset) => ({ asset, moment: 'before' as const, note: '' })),
      ...form.photos_after.map((asset) => ({ asset, moment: 'after' as const, note: '' })),
    ],
  };
  return { type: 'danger-act', ...command };
}

// Answers to the questions of a sheet while they are typed: by key, by row, and as the command that records them.
// Relies on questions from Rust. An abnormal one without words is not ready.
import type { CheckResult, InspectionChannel, Question, RecordInspection, TaskView } from '../ipc';

/** What a task is about: the point, or the place. */
export function whatOf(task: TaskView): string {
  return [task.code, task.name].filter(Boolean).join(' ');
}

export interface Answer {
  result: CheckResult | null;
  value: string;
  note: string;
  photo: string;
}

export const NO_ANSWER: Answer = { result: null, value: '', note: '', photo: '' };

const BY_KEY: Record<string, CheckResult> = {
  '1': 'normal',
  '2': 'abnormal',
  '3': 'not-applicable',
};

/** What a key stands for; digits of the number pad are the same keys. */
export function resultOf(key: string): CheckResult | null {
  return BY_KEY[key] ?? null;
}

export function answered(answers: readonly Answer[], at: number, part: Partial<Answer>): Answer[] {
  return answers.map((own, index) => (index === at ? { ...own, ...part } : own));
}

/** Everything that has no result yet is normal. */
export function restNormal(answers: readonly Answer[]): Answer[] {
  return answers.map((own) => (own.result === null ? { ...own, result: 'normal' } : own));
}

export function openCount(answers: readonly Answer[]): number {
  return answers.filter((own) => own.result === null).length;
}

/** The first one that keeps a sheet from being saved; `-1` when nothing does. */
export function firstOpen(answers: readonly Answer[]): number {
  return answers.findIndex(
    (own) => own.result === null || (own.result === 'abnormal' && own.note.trim() === ''),
  );
}

export interface Done {
  on: string;
  at: string | null;
  inspector: string | null;
  inspector_name: string;
  channel: InspectionChannel;
}

export function commandOf(
  task: TaskView,
  questions: readonly Question[],
  answers: readonly Answer[],
  done: Done,
): { type: 'record-inspection' } & RecordInspection {
  return {
    type: 'record-inspection',
    plan: task.plan,
    point: task.point,
    due_on: task.due_on,
    shift: task.shift,
    done_on: done.on,
    done_at: done.at,
    inspector: done.inspector,
    inspector_name: done.inspector_name,
    channel: done.channel,
    source: '',
    place: '',
    note: '',
    items: questions.map((own, at) => {
      const answer = answers[at] ?? NO_ANSWER;
      return {
        check_item: own.check_item,
        checklist_item: own.checklist_item,
        content: own.content,
        result: answer.result ?? 'not-applicable',
        value: answer.value.trim(),
        note: answer.note.trim(),
        photo: answer.photo,
      };
    }),
  };
}

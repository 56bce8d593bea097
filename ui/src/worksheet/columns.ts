// The columns of the lists and worksheets of the three families, in the order of the field's forms.
// Relies on the vocabulary for what columns are called. Knows nothing of rows.
import type { RiskPointKind, Table, Vocabulary, Words } from '../ipc';
import type { Dictionary } from '../words';
import type { SheetColumn } from './model';

/** The list of a family, or its worksheet with a row for each hazard. */
export type SheetKind = 'list' | 'sheet';

export interface Wording {
  vocabulary: Vocabulary;
  pick: (words: Words) => string;
  w: Dictionary;
  /** Words to choose from, by column. */
  choices: Readonly<Record<string, readonly string[]>>;
}

interface Plan {
  key: string;
  width: number;
  kind?: SheetColumn['kind'];
  /** Shown and not typed. */
  fixed?: boolean;
  title?: string;
  group?: string;
  comparison?: SheetColumn['comparison'];
  several?: boolean;
}

const LISTS: Record<RiskPointKind, readonly Plan[]> = {
  activity: [
    { key: 'work_content', width: 220 },
    { key: 'post_id', width: 110, kind: 'choice' },
    { key: 'location', width: 130 },
    { key: 'frequency', width: 100 },
    { key: 'department_id', width: 130, kind: 'choice' },
    { key: 'person_id', width: 84, kind: 'choice' },
    { key: 'note', width: 160 },
  ],
  facility: [
    { key: 'specification', width: 150 },
    { key: 'equipment_number', width: 120 },
    { key: 'location', width: 130 },
    { key: 'quantity', width: 70, kind: 'number', comparison: 'number' },
    { key: 'special_equipment', width: 90, kind: 'choice' },
    { key: 'department_id', width: 130, kind: 'choice' },
    { key: 'person_id', width: 84, kind: 'choice' },
    { key: 'note', width: 160 },
  ],
  workplace: [
    { key: 'location', width: 150 },
    { key: 'purpose', width: 150 },
    { key: 'area', width: 80 },
    { key: 'capacity', width: 80, kind: 'number', comparison: 'number' },
    { key: 'department_id', width: 130, kind: 'choice' },
    { key: 'person_id', width: 84, kind: 'choice' },
    { key: 'note', width: 160 },
  ],
};

const STATES = ['existing', 'proposed'] as const;

function worksheetPlan(kind: RiskPointKind, { vocabulary, pick, w }: Wording): Plan[] {
  const measures = (state: (typeof STATES)[number]): Plan[] =>
    vocabulary.measure_categories.map((category) => ({
      key: `measures:${category.value}:${state}`,
      width: 180,
      title: pick(category.name),
      group: state === 'existing' ? w.worksheet.measures : w.worksheet.proposed,
    }));
  return [
    { key: 'step', width: 130, title: kind === 'activity' ? w.hazard.step : w.hazard.item },
    ...(kind === 'activity' ? [] : [{ key: 'standard', width: 160, title: w.hazard.standard }]),
    { key: 'description', width: 240 },
    { key: 'factor', width: 150, kind: 'choice' },
    { key: 'accidents', width: 150, kind: 'choice', several: true, title: w.hazard.accidents },
    { key: 'consequence', width: 180 },
    ...measures('existing'),
    { key: 'inputs', width: 150, fixed: true, title: w.worksheet.inputs, group: w.worksheet.score },
    {
      key: 'score',
      width: 76,
      kind: 'number',
      fixed: true,
      title: w.columns.score,
      group: w.worksheet.score,
      comparison: 'number',
    },
    { key: 'level', width: 70, kind: 'level', fixed: true, title: w.columns.level, group: w.worksheet.score },
    { key: 'tier', width: 80, fixed: true, title: w.columns.tier, group: w.worksheet.score },
    ...measures('proposed'),
    { key: 'note', width: 160 },
  ];
}

/** How many columns at the left stay in sight. */
export const FROZEN = 2;

export function columnsOf(kind: RiskPointKind, view: SheetKind, wording: Wording): SheetColumn[] {
  const { vocabulary, pick, w, choices } = wording;
  const table: Table = view === 'list' ? 'risk_point' : 'hazard';
  const names = new Map(
    vocabulary.tables.find((own) => own.value === table)?.columns.map((own) => [own.value, pick(own.name)]),
  );
  const levels = new Map<string, number>(
    [...vocabulary.levels].reverse().map((level, index) => [pick(level.short), index]),
  );
  const owner: Plan[] = [
    { key: 'code', width: 96, title: w.columns.code, comparison: 'code', fixed: view === 'sheet' },
    { key: 'name', width: 150, title: w.columns.name, fixed: view === 'sheet' },
  ];
  const plans: Plan[] =
    view === 'sheet'
      ? [...owner, ...worksheetPlan(kind, wording)]
      : [
          ...owner,
          ...LISTS[kind],
          { key: 'level', width: 70, kind: 'level', fixed: true, title: w.columns.level },
          {
            key: 'score',
            width: 76,
            kind: 'number',
            fixed: true,
            title: w.columns.score,
            comparison: 'number',
          },
        ];
  return plans.map((plan) => ({
    key: plan.key,
    title: plan.title ?? names.get(plan.key) ?? plan.key,
    width: plan.width,
    kind: plan.kind ?? 'text',
    writable: !plan.fixed,
    comparison: plan.kind === 'level' ? levels : (plan.comparison ?? 'text'),
    ...(plan.several ? { several: true } : {}),
    ...(plan.group === undefined ? {} : { group: plan.group }),
    ...(choices[plan.key] === undefined ? {} : { choices: choices[plan.key] ?? [] }),
  }));
}

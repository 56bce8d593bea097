// The rows behind a number of the statistics, opened by a click on it, and how its value is written.
// Relies on ids that Rust counted; results of items are asked for by their period.
import { backend, toCallError } from '../backend';
import { openDanger, openTab, useInspect } from '../inspect/state';
import type { StatisticsIndicator, StatisticsRows, StatisticsTally } from '../ipc';
import { type BehindLine, openBehind, openLines, openPoints } from '../overview/behind';
import { goTo } from '../state/go';
import { notifyError } from '../state/notices';
import { openProject } from '../state/store';
import type { Dictionary } from '../words';

export interface Shown {
  from: string;
  to: string;
}

/** The tally to open: what a figure is counted by, or what was counted where that has no rows. */
export function tallyOf({ numerator, denominator }: StatisticsIndicator): StatisticsTally {
  return denominator.count > 0 && denominator.rows.of !== 'heads' ? denominator : numerator;
}

export function openDangers(title: string, dangers: readonly string[]): void {
  openBehind(
    title,
    dangers.map((id) => ({ table: 'hidden_danger', id })),
  );
}

export async function openTally(
  title: string,
  rows: StatisticsRows,
  period: Shown,
  w: Dictionary,
): Promise<void> {
  switch (rows.of) {
    case 'dangers':
      return openDangers(title, rows.rows);
    case 'points':
      return openPoints(title, rows.rows);
    case 'tasks':
      return openLines(title, rows.rows.map(taskLine(w)));
    case 'items':
      return openItems(title, rows.rows, period, w);
    case 'heads':
      return undefined;
  }
}

type TaskRow = Extract<StatisticsRows, { of: 'tasks' }>['rows'][number];

function taskLine(w: Dictionary): (task: TaskRow) => BehindLine {
  const { tables, points } = openProject();
  return (task) => {
    const point = task.point ? points.get(task.point) : undefined;
    const plan = tables.inspection_plan.get(task.plan);
    return {
      key: `${task.plan}/${task.point ?? ''}/${task.due_on}/${task.shift ?? ''}`,
      title: point ? `${point.code} ${point.name}` : (plan?.scope ?? ''),
      note: [task.due_on, plan?.name, task.inspection ? w.inspect.states.done : w.inspect.states.missed]
        .filter(Boolean)
        .join(' ｜ '),
      go: () => {
        useInspect.setState({ day: task.due_on });
        openTab('tasks');
      },
    };
  };
}

async function openItems(
  title: string,
  items: readonly string[],
  period: Shown,
  w: Dictionary,
): Promise<void> {
  try {
    const wanted = new Set(items);
    const results = await backend().call('inspections', {
      from: period.from,
      to: period.to,
      plan: null,
      point: null,
      inspection: null,
    });
    const lines = results.flatMap((own) =>
      own.items
        .filter((item) => wanted.has(item.id))
        .map((item): BehindLine => {
          const danger = item.result === 'abnormal' ? own.dangers[0] : undefined;
          const point = own.inspection.point_id;
          return {
            key: item.id,
            title: item.content,
            note: [
              own.inspection.done_on,
              [own.code, own.name].filter(Boolean).join(' '),
              w.statistics.results[item.result],
            ]
              .filter(Boolean)
              .join(' ｜ '),
            go: () => {
              if (danger) openDanger(danger);
              else if (point) goTo({ table: 'risk_point', id: point });
            },
          };
        }),
    );
    openLines(title, lines);
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

/** A value as people write it; nothing to count by is a dash, never nought. */
export function written(value: number | null, unit: StatisticsIndicator['unit'], w: Dictionary): string {
  if (value === null) return w.statistics.dash;
  switch (unit) {
    case 'percent':
      return `${value === 100 ? '100' : value.toFixed(1)}%`;
    case 'days':
      return value.toFixed(1);
    case 'per-point':
      return value.toFixed(2);
    case 'count':
      return String(value);
  }
}

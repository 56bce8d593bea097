// A danger's state, grade and deadline as people see them.
// Relies on words from Rust; red is for what is overdue and for major dangers.
import { daysBetween, today } from '../format/day';
import type { DangerState, HiddenDangerGrade } from '../ipc';
import { useWords } from '../words';
import { columnOf } from './board';
import { useGradeName, useStateName } from './useDangers';

export function DangerChip({ state }: { state: DangerState }) {
  const name = useStateName();
  return (
    <span
      className="danger-chip"
      data-column={columnOf(state)}
      data-state={state}
      data-testid="danger-state"
    >
      {name(state)}
    </span>
  );
}

export function GradeChip({ grade }: { grade: HiddenDangerGrade | null }) {
  const name = useGradeName();
  return (
    <span className="grade-chip" data-grade={grade ?? 'none'}>
      {name(grade)}
    </span>
  );
}

interface DeadlineProps {
  deadline: string | null;
  overdue: boolean;
  /** Whether it still counts. */
  open: boolean;
}

export function Deadline({ deadline, overdue, open }: DeadlineProps) {
  const w = useWords();
  if (!deadline) return open ? <span className="faint">{w.dangers.noDeadline}</span> : null;
  const left = daysBetween(today(), deadline);
  const said = overdue
    ? w.dangers.overdueBy(-left)
    : left === 0
      ? w.dangers.dueToday
      : w.dangers.daysLeft(left);
  return (
    <span className="danger-deadline" data-overdue={overdue || undefined}>
      {deadline}
      {open ? <em data-near={!overdue && left <= 3 ? true : undefined}>{said}</em> : null}
    </span>
  );
}

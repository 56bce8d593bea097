// A danger's state, grade and deadline as people see them.
// Relies on words from Rust; red is for what is overdue and for major dangers.
import type { DangerState, HiddenDangerGrade } from '../ipc';
import { useWords } from '../words';
import { columnOf } from './board';
import { useGradeName, useStateName } from './useDangers';

export function DangerChip({ state }: { state: DangerState }) {
  const name = useStateName();
  return (
    <span className="danger-chip" data-column={columnOf(state)} data-state={state} data-testid="danger-state">
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
  /** Days that are left; nothing when it does not count any more. */
  left: number | null;
}

export function Deadline({ deadline, overdue, left }: DeadlineProps) {
  const w = useWords();
  if (!deadline) return null;
  const days = left ?? 0;
  const said = overdue
    ? w.dangers.overdueBy(-days)
    : days === 0
      ? w.dangers.dueToday
      : w.dangers.daysLeft(days);
  return (
    <span className="danger-deadline" data-overdue={overdue || undefined}>
      {deadline}
      {left === null ? null : <em data-near={!overdue && days <= 3 ? true : undefined}>{said}</em>}
    </span>
  );
}

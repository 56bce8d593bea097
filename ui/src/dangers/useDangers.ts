// All hidden dangers as lines, asked for again after each step; how their states and grades are called.
// Relies on `dangers` for states, deadlines and what is overdue. Decides nothing.
import { useMemo } from 'react';
import type { DangerLine, DangerState, HiddenDangerGrade } from '../ipc';
import { useAsked } from '../inspect/useAsked';
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';

const NONE: readonly DangerLine[] = [];

export function useDangers(): readonly DangerLine[] {
  return useAsked('dangers', {}).answer ?? NONE;
}

/** The lines, and whether they are there yet. */
export function useDangersAsked() {
  const { answer, error } = useAsked('dangers', {});
  return { lines: answer ?? NONE, there: answer !== null, error };
}

export function useStateName(): (state: DangerState) => string {
  const { danger_states } = useVocabulary();
  const pick = usePick();
  return useMemo(() => {
    const names = new Map(danger_states.map((own) => [own.value, pick(own.name)]));
    return (state) => names.get(state) ?? state;
  }, [danger_states, pick]);
}

export function useGradeName(): (grade: HiddenDangerGrade | null) => string {
  const { danger_grades } = useVocabulary();
  const pick = usePick();
  const w = useWords();
  const names = new Map(danger_grades.map((own) => [own.value, pick(own.name)]));
  return (grade) => (grade ? (names.get(grade) ?? grade) : w.dangers.ungraded);
}

/** States in which a danger is done with. */
const SETTLED: ReadonlySet<DangerState> = new Set<DangerState>(['closed', 'not-danger', 'void']);

export function isSettled(state: DangerState): boolean {
  return SETTLED.has(state);
}

/** The count beside the step at the left: open ones, in the colour of warnings when one is overdue. */
export function useDangerNote(): { note: string; warn: boolean } {
  const lines = useDangers();
  const open = lines.filter((own) => !isSettled(own.state));
  return { note: open.length ? String(open.length) : '', warn: open.some((own) => own.overdue) };
}

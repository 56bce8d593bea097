// All hidden dangers as lines, asked for again after each step; how their states and grades are called.
// Relies on `dangers` for states, deadlines and what is overdue. Decides nothing.
import { useMemo } from 'react';
import { useAsked } from '../inspect/useAsked';
import type { DangerLine, DangerState, HiddenDangerGrade } from '../ipc';
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { isOpen, isSettled } from './board';

const NONE: readonly DangerLine[] = [];
const ALL = { states: [], grade: null, point: null, department: null, overdue: false };

/** The lines, and whether they are there yet. */
export function useDangersAsked() {
  const { answer, error } = useAsked('dangers', ALL);
  return { lines: answer?.dangers ?? NONE, there: answer !== null, error };
}

export function useDangers(): readonly DangerLine[] {
  return useDangersAsked().lines;
}

export function useStateName(): (state: DangerState) => string {
  const { states } = useVocabulary().dangers;
  const pick = usePick();
  return useMemo(() => {
    const names = new Map(states.map((own) => [own.value, pick(own.name)]));
    return (state) => names.get(state) ?? state;
  }, [states, pick]);
}

export function useGradeName(): (grade: HiddenDangerGrade | null) => string {
  const { grades } = useVocabulary().dangers;
  const pick = usePick();
  const w = useWords();
  const names = new Map(grades.map((own) => [own.value, pick(own.name)]));
  return (grade) => (grade ? (names.get(grade) ?? grade) : w.dangers.ungraded);
}

/** The count beside the step at the left: what is not done with, in the colour of warnings when one is overdue. */
export function useDangerNote(): { note: string; warn: boolean } {
  const waiting = useDangers().filter((own) => !isSettled(own.state));
  return { note: waiting.length ? String(waiting.length) : '', warn: waiting.some((own) => own.overdue) };
}

/** Dangers that are seen on plans: open ones, and those that wait for a judgement. */
export function isShown(line: DangerLine): boolean {
  return isOpen(line.state) || line.state === 'reported';
}

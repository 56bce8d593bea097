// Where the project stands, asked again after each step and when the basis changes.
// Relies on `overview`.
import { useMemo } from 'react';
import { useCalled } from '../filing/useCalled';
import type { Overview, RiskLevel } from '../ipc';
import { useVocabulary } from '../state/settings';
import { useProject } from '../state/store';

export function useOverview(): Overview | null {
  const path = useProject((state) => state.project?.file.path);
  const step = useProject((state) => state.project?.step);
  const basis = useProject((state) => state.project?.basis);
  return useCalled('overview', {}, `${path}/${step}/${basis}`).answer;
}

/** The levels, the greatest first. The same array as long as the vocabulary is. */
export function useLevels(): readonly RiskLevel[] {
  const { levels } = useVocabulary();
  return useMemo(() => levels.map((level) => level.value), [levels]);
}

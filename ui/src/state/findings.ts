// The health check, asked for again when the project has rested for a moment after a step.
// Relies on `check`. Knows no rule.
import { useEffect } from 'react';
import { create } from 'zustand';
import { backend } from '../backend';
import type { FindingView } from '../ipc';
import { useProject } from './store';

interface Findings {
  findings: readonly FindingView[];
  /** The step that they belong to; -1 before the first check. */
  step: number;
}

const useStored = create<Findings>(() => ({ findings: [], step: -1 }));

const REST = 900;

export async function checkNow(): Promise<void> {
  const { project } = useProject.getState();
  if (!project) return;
  try {
    const findings = await backend().call('check', {});
    useStored.setState({ findings, step: project.step });
  } catch {
    // The project was closed meanwhile; the next one is checked when it opens.
  }
}

/** Keeps the findings up to date as long as a project is open. */
export function useChecking(): void {
  const path = useProject((state) => state.project?.file.path);
  const step = useProject((state) => state.project?.step);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file or step is the reason to check again
  useEffect(() => {
    const timer = setTimeout(() => void checkNow(), REST);
    return () => clearTimeout(timer);
  }, [path, step]);
}

export function useFindings(): readonly FindingView[] {
  return useStored((state) => state.findings);
}

/** Whether the project was checked since it was opened. */
export function useIsChecked(): boolean {
  return useStored((state) => state.step >= 0);
}

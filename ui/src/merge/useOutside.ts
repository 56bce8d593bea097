// Watching the open project's file: what the program tells, and a look when the window comes to the front.
// Relies on `outside`; content decides there. Nothing is overwritten and nothing decided here.
import { useEffect } from 'react';
import { backend } from '../backend';
import { useFiling } from '../filing/store';
import type { OutsideView } from '../ipc';
import { useProject } from '../state/store';

export function heard(outside: OutsideView): void {
  const before = useFiling.getState().outside;
  if (before.state === outside.state) {
    if (outside.state !== 'changed' || before.state !== 'changed') return;
    if (before.fingerprint === outside.fingerprint) return;
  }
  useFiling.setState({ outside });
}

/** Looks now. */
export async function lookOutside(): Promise<void> {
  const path = useProject.getState().project?.file.path;
  if (!path) return;
  try {
    const outside = await backend().call('outside', {});
    // Meanwhile another project may have been opened.
    if (useProject.getState().project?.file.path === path) heard(outside);
  } catch {
    // A file that cannot be looked at now is looked at again; saving says what is wrong with it.
  }
}

/** Keeps looking as long as a project with a file is open. */
export function useOutside(): void {
  const path = useProject((state) => state.project?.file.path);
  const demonstration = useProject((state) => state.project?.file.demonstration ?? true);
  useEffect(() => {
    useFiling.setState({ outside: { state: 'same' }, later: null });
    if (!path || demonstration) return;
    const look = () => {
      if (!document.hidden) void lookOutside();
    };
    window.addEventListener('focus', look);
    const stops = [
      backend().on('outside', heard),
      backend().on('save-failed', (error) => {
        if (error.code === 'changed-outside') look();
      }),
    ];
    return () => {
      window.removeEventListener('focus', look);
      for (const stop of stops) stop();
    };
  }, [path, demonstration]);
}

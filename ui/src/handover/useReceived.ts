// Telling what came with a project as soon as it is opened: a note that this machine has not seen, or changes since.
// Relies on `received`, which knows when this machine last saw the project.
import { useEffect } from 'react';
import { backend, toCallError } from '../backend';
import { useFiling } from '../filing/store';
import type { Received } from '../ipc';
import { notifyError } from '../state/notices';
import { useProject } from '../state/store';

/** Whether there is anything that the user has not seen. */
export function isNews({ note, seen_at, since }: Received): boolean {
  if (since && since.rows > 0) return true;
  return note !== null && (seen_at === null || note.at > seen_at);
}

export function useReceived(): void {
  const path = useProject((state) => state.project?.file.path);
  const demonstration = useProject((state) => state.project?.file.demonstration ?? true);
  useEffect(() => {
    useFiling.setState({ received: null });
    if (!path || demonstration) return;
    let over = false;
    backend()
      .call('received', {})
      .then(
        (received) => {
          if (!over && isNews(received)) useFiling.setState({ received });
        },
        // A project without news is no trouble; the button on the delivery page says what is wrong.
        () => undefined,
      );
    return () => {
      over = true;
    };
  }, [path, demonstration]);
}

/** Shows it on demand. */
export async function showReceived(): Promise<void> {
  try {
    useFiling.setState({ received: await backend().call('received', {}) });
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

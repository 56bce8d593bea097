// One export: its options, its progress, its report.
// Relies on `export`, which reads every file back; on `progress` for how far it is; on `cancel-job`.
import { useCallback, useEffect, useRef, useState } from 'react';
import { backend, toCallError } from '../backend';
import type { ApiError, ExportArgs, ExportReport, Progress } from '../ipc';
import { sendTexts } from '../state/fields';

export type Options = Omit<ExportArgs, 'job'>;

export type Job =
  | { name: 'choosing'; error: ApiError | null }
  | { name: 'running'; job: string; progress: Progress | null; stopping: boolean }
  | { name: 'done'; report: ExportReport };

export function chooseFolder(title: string): Promise<string | null> {
  return backend().pick({ title, what: 'folder', filter: '', endings: [], suggested: '' });
}

let count = 0;

export function useExport() {
  const [state, setState] = useState<Job>({ name: 'choosing', error: null });
  const running = useRef<string | null>(null);

  useEffect(
    () =>
      backend().on('progress', (progress) => {
        if (progress.job !== running.current) return;
        setState((old) => (old.name === 'running' ? { ...old, progress } : old));
      }),
    [],
  );

  const start = useCallback(async (options: Options) => {
    count += 1;
    const job = `export-${count}`;
    running.current = job;
    setState({ name: 'running', job, progress: null, stopping: false });
    try {
      await sendTexts();
      // Not in turn with edits: an export takes its own picture of the rows and may last.
      const report = await backend().call('export', { ...options, job });
      setState({ name: 'done', report });
    } catch (thrown) {
      setState({ name: 'choosing', error: toCallError(thrown).api });
    }
    running.current = null;
  }, []);

  const cancel = useCallback(async () => {
    const job = running.current;
    if (!job) return;
    setState((old) => (old.name === 'running' ? { ...old, stopping: true } : old));
    await backend()
      .call('cancel-job', { job })
      .catch(() => undefined);
  }, []);

  return { state, start, cancel };
}

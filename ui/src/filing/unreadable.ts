// Files that cannot be opened but may still hold something: they are offered for recovery instead of only refused.
// Relies on the codes of refusals. Must be there before the first file is opened.
import { onUnreadable } from '../state/actions';
import { useFiling } from './store';

/** Refusals after which something may still be read: in the file, in the working copy or in a kept version. */
const RECOVERABLE: ReadonlySet<string> = new Set(['damaged', 'foreign-schema', 'sqlite', 'file-missing']);

export function offerRecovery(): void {
  onUnreadable((path, error) => {
    if (!RECOVERABLE.has(error.code)) return false;
    useFiling.setState({ damaged: { path, error } });
    return true;
  });
}

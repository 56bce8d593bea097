// Closed lists of the field as choices of a form.
// Relies on words that come from Rust.
import type { Entry } from '../ipc';
import { usePick } from '../state/settings';
import type { Choice } from './fields';

export function useChoices(entries: readonly Entry[]): Choice[] {
  const pick = usePick();
  return entries.map((own) => ({ value: own.value, label: pick(own.name) }));
}

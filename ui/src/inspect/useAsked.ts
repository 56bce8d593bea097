// What a call answers about the open project, asked again after each step.
// Relies on steps being counted by the store.
import type { Args, CallName, Result } from '../backend';
import { type Called, useCalled } from '../filing/useCalled';
import { useProject } from '../state/store';

export function useAsked<K extends CallName>(name: K, args: Args<K> | null): Called<Result<K>> {
  const path = useProject((state) => state.project?.file.path);
  const step = useProject((state) => state.project?.step);
  const key = path === undefined || args === null ? null : `${path}/${step}/${JSON.stringify(args)}`;
  return useCalled(name, args ?? ({} as Args<K>), key);
}

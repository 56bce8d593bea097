// The backend in use: the shell, unless a test puts another one in its place.
// Relies on being set before the first call. Knows nothing of what is called.
import type { Backend } from './backend';
import { tauriBackend } from './tauri';

let current: Backend = tauriBackend;

export function backend(): Backend {
  return current;
}

export function replaceBackend(other: Backend): void {
  current = other;
}

export type { Args, Backend, CallName, Events, Result, Wanted } from './backend';
export { CallError, toCallError } from './backend';

// Short messages to the user, from wherever something happened.
// Relies on one component that shows them. Knows no words of its own.
import { create } from 'zustand';
import type { ApiError, Words } from '../ipc';

export interface Notice {
  id: number;
  kind: 'done' | 'hint' | 'error';
  text: Words;
  /** A path that can be shown in the file manager. */
  path?: string;
  /** What more can be seen of it. */
  action?: { label: Words; go: () => void };
}

export const useNotices = create<{ notices: readonly Notice[] }>(() => ({ notices: [] }));

let last = 0;

export function notify(notice: Omit<Notice, 'id'>): void {
  last += 1;
  const own = { ...notice, id: last };
  useNotices.setState(({ notices }) => ({ notices: [...notices, own] }));
}

export function notifyError(error: ApiError): void {
  notify({ kind: 'error', text: { chinese: error.chinese, english: error.english } });
}

export function noticed(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

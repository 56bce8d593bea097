// The program behind the page, reached through the Tauri shell.
// Relies on the four commands and seven events of src-tauri/src. Knows no call by name.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import {
  type Args,
  type Backend,
  type CallName,
  type Events,
  type Result,
  toCallError,
  type Wanted,
} from './backend';

async function asked<T>(command: string, args?: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (thrown) {
    throw toCallError(thrown);
  }
}

export const tauriBackend: Backend = {
  call<K extends CallName>(name: K, args: Args<K>) {
    return asked<Result<K>>('call', { name, args: JSON.stringify(args) });
  },
  pick(wanted: Wanted) {
    return asked<string | null>('pick', { wanted });
  },
  launched() {
    return asked<string | null>('launched');
  },
  reveal(path: string) {
    return asked<void>('reveal', { path });
  },
  on<K extends keyof Events>(event: K, heard: (payload: Events[K]) => void) {
    let over = false;
    const listening = listen<Events[K]>(event, ({ payload }) => {
      if (!over) heard(payload);
    });
    return () => {
      over = true;
      void listening.then((stop) => stop());
    };
  },
};

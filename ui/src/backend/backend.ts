// What the page may ask of the program behind it, whichever way it is reached.
// Relies on the generated call list. Knows nothing of Tauri.
import type { ApiError, Calls, FileView, InboxView, OutsideView, Progress } from '../ipc';

/** What the user is to choose in a file dialog. */
export interface Wanted {
  title: string;
  what: 'open' | 'save' | 'folder';
  /** Name of the kind of file. */
  filter: string;
  /** Endings of the kind of file, without the dot. */
  endings: string[];
  /** A name to begin with. */
  suggested: string;
}

/** What the program tells without being asked. */
export interface Events {
  progress: Progress;
  'open-file': string;
  saved: FileView;
  'save-failed': ApiError;
  'close-failed': ApiError;
  /** Something became of the open project's file. */
  outside: OutsideView;
  /** Result files wait in the folder that is watched for the open project. */
  inbox: InboxView;
}

export type CallName = keyof Calls;
export type Args<K extends CallName> = Calls[K]['args'];
export type Result<K extends CallName> = Calls[K]['result'];

export interface Backend {
  /** Makes a call; fails with a `CallError`. */
  call<K extends CallName>(name: K, args: Args<K>): Promise<Result<K>>;
  /** Asks for a file or folder; `null` when the dialog is given up. */
  pick(wanted: Wanted): Promise<string | null>;
  /** The project that the program was started with; only the first call gets it. */
  launched(): Promise<string | null>;
  /** Shows a file in the system's file manager. */
  reveal(path: string): Promise<void>;
  /** Hears events until the returned function is called. */
  on<K extends keyof Events>(event: K, heard: (payload: Events[K]) => void): () => void;
}

/** A call that was refused, with the words for the user. */
export class CallError extends Error {
  readonly api: ApiError;

  constructor(api: ApiError) {
    super(api.english);
    this.name = 'CallError';
    this.api = api;
  }
}

function isApiError(value: unknown): value is ApiError {
  return typeof value === 'object' && value !== null && 'code' in value && 'chinese' in value;
}

/** Whatever was thrown, as an error with words. */
export function toCallError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown;
  if (isApiError(thrown)) return new CallError(thrown);
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return new CallError({
    code: 'defect',
    chinese: `程序内部错误（${text}），请反馈给开发者。已保存的内容不受影响。`,
    english: `Internal error (${text}). Please report this. What was saved is safe.`,
    place: null,
    repair: null,
  });
}

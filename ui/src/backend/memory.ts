// A program that lives in memory, for unit tests: answers what it was given and remembers what it was asked.
// Relies on the test to say what a call answers. Knows no rule of the field.
import {
  type Args,
  type Backend,
  CallError,
  type CallName,
  type Events,
  type Result,
  type Wanted,
} from './backend';

type Answers = { [K in CallName]?: (args: Args<K>) => Result<K> | Promise<Result<K>> };
type Heard = { [K in keyof Events]: Set<(payload: Events[K]) => void> };

/** A call that was made. */
export interface Asked {
  name: CallName;
  args: unknown;
}

export class MemoryBackend implements Backend {
  readonly asked: Asked[] = [];
  /** What file dialogs answer, in order. */
  readonly picks: (string | null)[] = [];
  private readonly answers: Answers;
  private readonly heard: Heard = {
    progress: new Set(),
    'open-file': new Set(),
    saved: new Set(),
    'save-failed': new Set(),
    'close-failed': new Set(),
    outside: new Set(),
    inbox: new Set(),
  };

  constructor(answers: Answers) {
    this.answers = answers;
  }

  async call<K extends CallName>(name: K, args: Args<K>): Promise<Result<K>> {
    this.asked.push({ name, args });
    const answer = this.answers[name];
    if (!answer) {
      const text = `no answer for ${name}`;
      throw new CallError({ code: 'bad-request', chinese: text, english: text, place: null, repair: null });
    }
    return answer(args);
  }

  async pick(_wanted: Wanted): Promise<string | null> {
    return this.picks.shift() ?? null;
  }

  async launched(): Promise<string | null> {
    return null;
  }

  async reveal(_path: string): Promise<void> {}

  on<K extends keyof Events>(event: K, heard: (payload: Events[K]) => void): () => void {
    this.heard[event].add(heard);
    return () => this.heard[event].delete(heard);
  }

  /** Says something without being asked. */
  tell<K extends keyof Events>(event: K, payload: Events[K]): void {
    for (const heard of this.heard[event]) heard(payload);
  }
}

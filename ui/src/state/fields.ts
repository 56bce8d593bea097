// Texts that were typed and not sent yet, so that saving, undo and exports see them.
// Relies on each field that holds one to register itself. Knows nothing of what is typed.
type Send = () => Promise<unknown>;

const waiting = new Set<Send>();

/** Remembers a field that holds an unsent text, until the returned function is called. */
export function holdsText(send: Send): () => void {
  waiting.add(send);
  return () => waiting.delete(send);
}

/** Sends every unsent text. */
export async function sendTexts(): Promise<void> {
  await Promise.all([...waiting].map((send) => send()));
}

// What can be printed, as the program lists it; which of it belongs to which step.
// Relies on `print-kinds`. A kind that is not a table for the office is for the wall.
import { useEffect, useState } from 'react';
import { backend, toCallError } from '../backend';
import type { PrintKind, PrintKindView } from '../ipc';
import { notifyError } from '../state/notices';

export function isLedger(kind: PrintKind): boolean {
  return kind.includes('ledger');
}

export function usePrintKinds(ledgers: boolean): PrintKindView[] {
  const [kinds, setKinds] = useState<PrintKindView[]>([]);
  useEffect(() => {
    let over = false;
    backend()
      .call('print-kinds', {})
      .then(
        (own) => {
          if (!over) setKinds(own.filter((view) => isLedger(view.kind) === ledgers));
        },
        (thrown) => notifyError(toCallError(thrown).api),
      );
    return () => {
      over = true;
    };
  }, [ledgers]);
  return kinds;
}

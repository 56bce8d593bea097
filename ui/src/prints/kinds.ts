// What can be printed, as the program lists it; which of it belongs to which step.
// Relies on `print-kinds`. A kind that is not a table for the office is for the wall.
import { useEffect, useState } from 'react';
import { backend, toCallError } from '../backend';
import type { PrintKind, PrintKindView } from '../ipc';
import { notifyError } from '../state/notices';

/** Papers of the office that are no ledger by name. */
const OFFICE: ReadonlySet<PrintKind> = new Set<PrintKind>(['plan-table', 'month-report']);

export function isLedger(kind: PrintKind): boolean {
  return kind.includes('ledger') || OFFICE.has(kind);
}

/** Everything that can be printed. */
export function useKinds(): PrintKindView[] {
  const [kinds, setKinds] = useState<PrintKindView[]>([]);
  useEffect(() => {
    let over = false;
    backend()
      .call('print-kinds', {})
      .then(
        (own) => {
          if (!over) setKinds(own);
        },
        (thrown) => notifyError(toCallError(thrown).api),
      );
    return () => {
      over = true;
    };
  }, []);
  return kinds;
}

export function usePrintKinds(ledgers: boolean): PrintKindView[] {
  return useKinds().filter((view) => isLedger(view.kind) === ledgers);
}

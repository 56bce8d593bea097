// Printing papers from where they are about: a month from its report, one danger from its case.
// Relies on the export dialog; the kinds are named by whoever opens it.
import type { PrintKind } from '../ipc';
import { ExportDialog } from './ExportDialog';
import { useKinds } from './kinds';

interface Props {
  /** What may be chosen. */
  kinds: readonly PrintKind[];
  /** What is chosen at first. */
  chosen: PrintKind[];
  month?: string;
  /** Codes of the dangers that it is about. */
  dangers?: string[];
  onClose: () => void;
}

export function PapersDialog({ kinds, chosen, month, dangers, onClose }: Props) {
  const views = useKinds().filter((own) => kinds.includes(own.kind));
  if (views.length === 0) return null;
  return (
    <ExportDialog
      kinds={views}
      chosen={chosen}
      {...(month ? { month } : {})}
      {...(dangers ? { dangers } : {})}
      onClose={onClose}
    />
  );
}

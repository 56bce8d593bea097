// The kinds of a step as cards, each with its own export, and one for all of them.
// Relies on `print-kinds`.
import { useState } from 'react';
import type { PrintKind, PrintKindView } from '../ipc';
import { usePick } from '../state/settings';
import { useWords } from '../words';
import { ExportDialog } from './ExportDialog';
import { Picture } from './Picture';

/** The cards, and what opens the export for all of them. */
export function usePrinting(kinds: PrintKindView[]) {
  const w = useWords();
  const [chosen, setChosen] = useState<PrintKind[] | null>(null);
  const all = (
    <button
      type="button"
      className="primary"
      disabled={kinds.length === 0}
      onClick={() => setChosen(kinds.map((view) => view.kind))}
      data-testid="export-all"
    >
      {w.exports.all}
    </button>
  );
  const cards = (
    <>
      <div className="print-cards">
        {kinds.map((view) => (
          <PrintCard key={view.kind} view={view} onOpen={() => setChosen([view.kind])} />
        ))}
      </div>
      {chosen ? <ExportDialog kinds={kinds} chosen={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  );
  return { all, cards };
}

function PrintCard({ view, onOpen }: { view: PrintKindView; onOpen: () => void }) {
  const w = useWords();
  const pick = usePick();
  return (
    <section className="print-card" data-testid={`print-${view.kind}`}>
      <Picture kind={view.kind} />
      <h2>{pick(view.title)}</h2>
      <p>{w.exports.about[view.kind] ?? ''}</p>
      <div className="print-facts">
        {view.formats.map((format) => (
          <span key={format}>{format.toUpperCase()}</span>
        ))}
        {view.sizes.length > 1 ? <span>{view.sizes.map((size) => size.toUpperCase()).join(' ')}</span> : null}
      </div>
      <button type="button" className="secondary" onClick={onOpen} data-testid={`export-open-${view.kind}`}>
        {w.exports.open}
      </button>
    </section>
  );
}

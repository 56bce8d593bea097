// The kinds of a step as cards, each with its own export, and one for all of them.
// Relies on `print-kinds`.
import { useState } from 'react';
import type { PrintKind, PrintKindView } from '../ipc';
import { usePick } from '../state/settings';
import { useWords } from '../words';
import { ExportDialog } from './ExportDialog';
import { Picture } from './Picture';

export function PrintCards({ kinds }: { kinds: PrintKindView[] }) {
  const w = useWords();
  const pick = usePick();
  const [chosen, setChosen] = useState<PrintKind[] | null>(null);
  const text = (kind: PrintKind): string => w.exports.about[kind] ?? '';
  return (
    <>
      <div className="print-cards">
        {kinds.map((view) => (
          <section key={view.kind} className="print-card" data-testid={`print-${view.kind}`}>
            <Picture kind={view.kind} />
            <h2>{pick(view.title)}</h2>
            <p>{text(view.kind)}</p>
            <div className="print-facts">
              {view.formats.map((format) => (
                <span key={format}>{format.toUpperCase()}</span>
              ))}
              {view.sizes.length > 1 ? (
                <span>{view.sizes.map((size) => size.toUpperCase()).join(' ')}</span>
              ) : null}
            </div>
            <button
              type="button"
              className="secondary"
              onClick={() => setChosen([view.kind])}
              data-testid={`export-open-${view.kind}`}
            >
              {w.exports.open}
            </button>
          </section>
        ))}
      </div>
      {kinds.length > 1 ? (
        <footer className="page-foot">
          <button
            type="button"
            className="primary"
            onClick={() => setChosen(kinds.map((view) => view.kind))}
            data-testid="export-all"
          >
            {w.exports.all}
          </button>
        </footer>
      ) : null}
      {chosen ? <ExportDialog kinds={kinds} chosen={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  );
}

// The fifth step: what goes on the wall, derived from the same model as the plan, and what of it is out of date.
// Relies on the kinds and pieces that the program can print.
import { useState } from 'react';
import type { PieceId, PrintKind } from '../ipc';
import { ExportDialog } from '../prints/ExportDialog';
import { Gallery } from '../prints/Gallery';
import { isLedger, usePrintKinds } from '../prints/kinds';
import { usePieces, useStyleKey } from '../prints/pieces';
import { Signs } from '../prints/Signs';
import { StaleList } from '../prints/StaleList';
import { StyleEditor } from '../prints/StyleEditor';
import { useWords } from '../words';
import { OpenFindings } from './OpenFindings';
import { Page } from './Page';

interface Wanted {
  kinds: PrintKind[];
  pieces: PieceId[] | null;
  stale: boolean;
}

export function PrintsScreen() {
  const w = useWords();
  const kinds = usePrintKinds(false);
  const all = usePieces();
  const look = useStyleKey();
  const [tab, setTab] = useState<'all' | 'stale'>('all');
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [dialog, setDialog] = useState<'style' | 'signs' | null>(null);
  const pieces = all?.filter((own) => !isLedger(own.kind)) ?? null;
  const stale = pieces?.filter((own) => own.state === 'stale' || own.state === 'gone') ?? [];
  const every = kinds.map((view) => view.kind);
  const aside = (
    <div className="page-actions">
      <button
        type="button"
        className="secondary"
        onClick={() => setDialog('style')}
        data-testid="prints-style"
      >
        {w.prints.style}
      </button>
      <button
        type="button"
        className="secondary"
        onClick={() => setDialog('signs')}
        data-testid="prints-signs"
      >
        {w.prints.signs}
      </button>
      <button
        type="button"
        className="primary"
        disabled={kinds.length === 0}
        onClick={() => setWanted({ kinds: every, pieces: null, stale: false })}
        data-testid="export-all"
      >
        {w.exports.all}
      </button>
    </div>
  );
  return (
    <Page title={w.steps.prints} text={w.exports.printsText} aside={aside} wide testid="prints">
      <OpenFindings />
      <div className="page-tabs" role="tablist">
        <button
          type="button"
          role="tab"
          aria-selected={tab === 'all'}
          onClick={() => setTab('all')}
          data-testid="prints-all"
        >
          {w.prints.all}
        </button>
        <button
          type="button"
          role="tab"
          aria-selected={tab === 'stale'}
          onClick={() => setTab('stale')}
          data-testid="prints-stale"
          data-count={stale.length}
        >
          {w.prints.stale(stale.length)}
        </button>
      </div>
      {pieces && tab === 'all' ? (
        <Gallery
          pieces={pieces}
          kinds={kinds}
          look={look}
          onExport={(own, chosen) => setWanted({ kinds: own, pieces: chosen, stale: false })}
        />
      ) : null}
      {pieces && tab === 'stale' ? (
        <StaleList
          pieces={pieces}
          kinds={kinds}
          look={look}
          onPrint={() => setWanted({ kinds: every, pieces: null, stale: true })}
        />
      ) : null}
      {wanted ? (
        <ExportDialog
          kinds={kinds}
          chosen={wanted.kinds}
          pieces={wanted.pieces}
          stale={wanted.stale}
          onClose={() => setWanted(null)}
        />
      ) : null}
      {dialog === 'style' ? <StyleEditor pieces={pieces ?? []} onClose={() => setDialog(null)} /> : null}
      {dialog === 'signs' ? <Signs onClose={() => setDialog(null)} /> : null}
    </Page>
  );
}

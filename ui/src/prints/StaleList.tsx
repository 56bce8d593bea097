// What hangs and says something else today: which pieces, why, and printing only those.
// Relies on the record of what hangs, which is made by hand after hanging.
import type { PieceView, PrintKindView } from '../ipc';
import { Empty } from '../parts/Empty';
import { attempt } from '../state/actions';
import { usePick } from '../state/settings';
import { useWords } from '../words';
import { markPrinted } from './Gallery';
import { idOf, keyOf, usePicture } from './pieces';

interface Props {
  pieces: readonly PieceView[];
  kinds: readonly PrintKindView[];
  look: string;
  onPrint: () => void;
}

export function StaleList({ pieces, kinds, look, onPrint }: Props) {
  const w = useWords();
  const stale = pieces.filter((own) => own.state === 'stale');
  const gone = pieces.filter((own) => own.state === 'gone');
  const none = pieces.every((own) => own.state === 'unprinted');
  if (stale.length + gone.length === 0) {
    return (
      <section className="card" data-testid="stale-none">
        <Empty title={none ? w.prints.staleUnmarked : w.prints.staleNone} />
      </section>
    );
  }
  return (
    <section data-testid="stale">
      <div className="stale-head">
        <p>{w.prints.staleText}</p>
        <span className="grow" />
        <button
          type="button"
          className="secondary"
          disabled={stale.length === 0}
          onClick={() => void markPrinted(stale)}
          data-testid="mark-stale"
        >
          {w.prints.markStale}
        </button>
        <button
          type="button"
          className="primary"
          disabled={stale.length === 0}
          onClick={onPrint}
          data-testid="print-stale"
        >
          {w.prints.printStale}
        </button>
      </div>
      <ul className="stale-list">
        {[...stale, ...gone].map((piece) => (
          <Line key={keyOf(idOf(piece))} piece={piece} kinds={kinds} look={look} />
        ))}
      </ul>
    </section>
  );
}

function Line({ piece, kinds, look }: { piece: PieceView; kinds: readonly PrintKindView[]; look: string }) {
  const w = useWords();
  const pick = usePick();
  const picture = usePicture({ piece: idOf(piece), version: piece.version, width: 300, look });
  const kind = kinds.find((own) => own.kind === piece.kind);
  const takeDown = () =>
    void (piece.printed
      ? attempt({ type: 'remove', rows: [{ table: 'printed_piece', id: piece.printed }] })
      : undefined);
  return (
    <li data-testid="stale-piece" data-kind={piece.kind} data-state={piece.state}>
      <span className="stale-picture">
        {picture ? <img src={`data:image/png;base64,${picture.data}`} alt="" /> : null}
      </span>
      <div>
        <h3>
          {kind ? pick(kind.title) : piece.kind} · {piece.name}
        </h3>
        <p className="faint">
          <em className="piece-state" data-state={piece.state}>
            {w.prints.states[piece.state]}
          </em>
          {piece.printed_on ? w.prints.printedOn(piece.printed_on) : ''}
        </p>
        <ul className="reasons">
          {piece.reasons.map((own) => (
            <li key={own.chinese}>{pick(own)}</li>
          ))}
        </ul>
      </div>
      {piece.state === 'gone' ? (
        <button type="button" className="secondary" onClick={takeDown} data-testid="take-down">
          {w.prints.takeDown}
        </button>
      ) : null}
    </li>
  );
}

// Rows that came into being apart and may be the same thing: ticked ones become one.
// Relies on Rust for what is offered. Ticks nothing by itself.
import type { OfferView, SameRow } from '../ipc';
import { usePick } from '../state/settings';
import { useFileWords } from '../words/file';

interface Props {
  offers: readonly OfferView[];
  same: readonly SameRow[];
  onSame: (same: readonly SameRow[]) => void;
}

function isPair(a: SameRow, b: SameRow): boolean {
  return a.theirs.id === b.theirs.id && a.ours.id === b.ours.id;
}

export function Offers({ offers, same, onSame }: Props) {
  const w = useFileWords();
  const pick = usePick();
  const toggle = (rows: SameRow, on: boolean) =>
    onSame(on ? [...same, rows] : same.filter((own) => !isPair(own, rows)));
  return (
    <div className="offers">
      <p>{w.merge.offerText}</p>
      {offers.map((offer) => (
        <label key={`${offer.rows.theirs.id}/${offer.rows.ours.id}`} data-testid="merge-offer">
          <input
            type="checkbox"
            checked={same.some((own) => isPair(own, offer.rows))}
            onChange={(event) => toggle(offer.rows, event.target.checked)}
          />
          <b>{pick(offer.noun)}</b>
          <span>{offer.by === 'code' ? w.merge.offerCode : w.merge.offerName}</span>
        </label>
      ))}
    </div>
  );
}

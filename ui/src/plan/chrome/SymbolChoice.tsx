// The symbols that a plan shows, by family; the chosen one is placed by clicks.
// Relies on the vocabulary for their drawings and names.
import { usePick, useVocabulary } from '../../state/settings';
import { useView } from '../../state/store';
import { useWords } from '../../words';
import { useSymbol } from '../pictures';

export function SymbolChoice({ onChosen }: { onChosen: () => void }) {
  const w = useWords();
  const pick = usePick();
  const { symbols } = useVocabulary();
  const chosen = useView((view) => view.symbol);
  return (
    <div className="symbol-choice">
      <p>{w.tools.symbol}</p>
      <div className="symbol-grid">
        {symbols.map((symbol) => (
          <button
            key={symbol.value}
            type="button"
            title={pick(symbol.name)}
            aria-label={pick(symbol.name)}
            aria-pressed={symbol.value === chosen}
            onClick={() => {
              useView.setState({ symbol: symbol.value });
              onChosen();
            }}
            data-testid={`symbol-${symbol.value}`}
          >
            <Picture id={symbol.value} />
          </button>
        ))}
      </div>
    </div>
  );
}

function Picture({ id }: { id: string }) {
  const address = useSymbol(id);
  return address ? <img src={address} alt="" /> : null;
}

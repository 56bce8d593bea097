// The way to the risk library from the plan.
// Relies on the panel beside the plan.
import { Icon } from '../parts/icons';
import { useWords } from '../words';
import { openLibrary, useLibrary } from './state';

export function LibraryButton() {
  const w = useWords();
  const open = useLibrary((state) => state.open);
  return (
    <button
      type="button"
      className="seg-button library-open"
      aria-pressed={open}
      title={w.library.openHint}
      onClick={() => openLibrary(!open)}
      data-testid="library-open"
    >
      <Icon name="floors" size={15} />
      <span className="label">{w.library.open}</span>
    </button>
  );
}

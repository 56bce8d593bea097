// The head of the inspector in the colour of what is selected, with its level in words.
// Relies on the level that Rust gave; without one it is paper with a broken line.
import type { RiskLevel } from '../ipc';
import { useLevelName } from '../parts/Level';
import { useWords } from '../words';

interface Props {
  level: RiskLevel | null;
  left: string;
  right?: string;
  title: string;
  /** What stands where there can be no level. */
  plain?: boolean;
  /** Whether it has points at all; one without is not "not assessed". */
  empty?: boolean;
}

export function Band({ level, left, right, title, plain = false, empty = false }: Props) {
  const w = useWords();
  const name = useLevelName();
  const word = plain ? '' : empty ? w.levels.noPoints : name(level);
  return (
    <header
      className="band"
      data-level={plain ? 'plain' : (level ?? 'unassessed')}
      data-testid="inspector-band"
    >
      <div className="band-row">
        <span>{left}</span>
        <span data-testid="inspector-level">{[word, right].filter(Boolean).join(' · ')}</span>
      </div>
      <h2 data-testid="inspector-title">{title}</h2>
    </header>
  );
}

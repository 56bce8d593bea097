// A level as people see it: its colour with its lines, and its word.
// Relies on the vocabulary for words and lines, on style sheets for colours. Decides no level.
import type { RiskLevel } from '../ipc';
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';

export function useLevelName(): (level: RiskLevel | null) => string {
  const { levels } = useVocabulary();
  const pick = usePick();
  const w = useWords();
  return (level) => {
    const entry = levels.find((own) => own.value === level);
    return entry ? pick(entry.name) : w.levels.unassessed;
  };
}

export function useLevelShort(): (level: RiskLevel | null) => string {
  const { levels } = useVocabulary();
  const pick = usePick();
  const w = useWords();
  return (level) => {
    const entry = levels.find((own) => own.value === level);
    return entry ? pick(entry.short) : w.levels.unassessed;
  };
}

/** The colour with its lines; `size` in pixels. */
export function LevelSwatch({
  level,
  wide = 14,
  high = 10,
}: {
  level: RiskLevel | null;
  wide?: number;
  high?: number;
}) {
  const { levels } = useVocabulary();
  const hatch = levels.find((own) => own.value === level)?.print.hatch ?? 'plain';
  return (
    <i
      className="swatch"
      data-level={level ?? 'unassessed'}
      data-hatch={wide < 12 ? 'plain' : hatch}
      style={{ width: wide, height: high }}
      aria-hidden="true"
    />
  );
}

/** The colour as a chip with the short word on it. */
export function LevelChip({ level, testid }: { level: RiskLevel | null; testid?: string }) {
  const short = useLevelShort();
  return (
    <span className="level-chip" data-level={level ?? 'unassessed'} data-testid={testid}>
      {short(level)}
    </span>
  );
}

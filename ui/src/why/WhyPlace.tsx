// The rule for places: the highest level among the points wins.
// Relies on counts from Rust, greatest level first, those without one last.
import type { Why } from '../ipc';
import { LevelSwatch, useLevelShort } from '../parts/Level';
import { useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { Link } from './Link';

export function WhyPlace({ counts }: { counts: NonNullable<Why['counts']> }) {
  const w = useWords();
  const { levels } = useVocabulary();
  const short = useLevelShort();
  const all = [...levels.map((level) => level.value), null];
  return (
    <Link title={w.why.rollUp}>
      <p>{w.why.rollUpText}</p>
      <p className="why-counts">
        {all.map((level, index) => (
          <span key={level ?? 'unassessed'}>
            <LevelSwatch level={level} /> {short(level)} <b>{counts[index]}</b>
          </span>
        ))}
      </p>
    </Link>
  );
}

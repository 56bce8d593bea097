// How many points of each level there were: over time as columns, and then beside now as numbers.
// Relies on Rust for every count; draws them and decides nothing.
import type { Moment, RiskLevel, StandingView } from '../ipc';
import { LevelSwatch, useLevelShort } from '../parts/Level';
import { useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { useFileWords } from '../words/file';

type Counted = 'unassessed' | RiskLevel;

function total(standing: StandingView): number {
  return standing.major + standing.high + standing.medium + standing.low + standing.unassessed;
}

interface Props {
  moments: readonly Moment[];
  index: number;
  onIndex: (index: number) => void;
}

const HIGH = 62;

/** A column for each moment, the worst level at the bottom. */
export function Levels({ moments, index, onIndex }: Props) {
  const { levels } = useVocabulary();
  const order: Counted[] = [...levels.map((level) => level.value), 'unassessed'];
  const most = Math.max(1, ...moments.map((own) => total(own.whole)));
  return (
    <div className="level-columns" data-testid="past-levels" aria-hidden="true">
      {moments.map((own, at) => (
        <button
          key={own.sequence}
          type="button"
          tabIndex={-1}
          data-current={at === index || undefined}
          onClick={() => onIndex(at)}
        >
          {order.map((level) => (
            <i key={level} data-level={level} style={{ height: (own.whole[level] / most) * HIGH }} />
          ))}
        </button>
      ))}
    </div>
  );
}

export function LevelsThenAndNow({ then, now }: { then: StandingView | null; now: StandingView | null }) {
  const w = useFileWords();
  const words = useWords();
  const short = useLevelShort();
  const { levels } = useVocabulary();
  if (!then || !now) return null;
  const rows: Counted[] = [...levels.map((level) => level.value), 'unassessed'];
  return (
    <table className="then-now" data-testid="past-counts">
      <thead>
        <tr>
          <th>{w.past.points}</th>
          <th>{w.past.atThatTime}</th>
          <th>{w.past.now}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((level) => (
          <tr key={level} data-level-row={level}>
            <td>
              <LevelSwatch level={level === 'unassessed' ? null : level} />
              {level === 'unassessed' ? words.levels.unassessed : short(level)}
            </td>
            <td>{then[level]}</td>
            <td data-other={then[level] !== now[level] || undefined}>{now[level]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

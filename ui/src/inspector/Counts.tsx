// How many points of each level a place has.
// Relies on the standing that Rust rolled up.
import type { RiskLevel, StandingView } from '../ipc';
import { LevelSwatch, useLevelShort } from '../parts/Level';
import { useVocabulary } from '../state/settings';

export function Counts({ standing }: { standing: StandingView | undefined | null }) {
  const { levels } = useVocabulary();
  const short = useLevelShort();
  const all: [RiskLevel | null, number][] = [
    ...levels.map((level): [RiskLevel, number] => [level.value, standing?.[level.value] ?? 0]),
    [null, standing?.unassessed ?? 0],
  ];
  return (
    <div className="counts">
      {all.map(([level, count]) => (
        <span key={level ?? 'unassessed'} className={count === 0 ? 'zero' : undefined}>
          <b>{count}</b>
          <i>
            <LevelSwatch level={level} wide={9} high={9} />
            {short(level)}
          </i>
        </span>
      ))}
    </div>
  );
}

// What is weak, the worst first, with what to do about it.
// Relies on Rust for figures and suggestions. The number opens the points.
import type { Weakness } from '../ipc';
import { usePick } from '../state/settings';
import { useWords } from '../words';
import { Count } from './Count';

export function Weak({ weaknesses }: { weaknesses: readonly Weakness[] }) {
  const w = useWords();
  const pick = usePick();
  if (weaknesses.length === 0) return <p className="faint">{w.overview.weakNone}</p>;
  return (
    <ul className="weak" data-testid="weak">
      {weaknesses.map((own) => (
        <li key={own.code} data-severity={own.severity}>
          <div>
            <b>{pick(own.title)}</b>
            <p>{pick(own.suggestion)}</p>
            {own.per_mille === null ? null : (
              <i className="share">
                <i style={{ width: `${own.per_mille / 10}%` }} />
              </i>
            )}
          </div>
          <Count tally={own.points} title={pick(own.title)} testid={`weak-${own.code}`} />
        </li>
      ))}
    </ul>
  );
}

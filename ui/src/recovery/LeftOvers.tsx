// On the first screen: what an earlier session left unwritten, and ways to files that do not simply open.
// Relies on `left-overs`; opening a project takes up what was left of it.
import { useEffect, useState } from 'react';
import { backend } from '../backend';
import { useFiling } from '../filing/store';
import { fileName, folderOf } from '../format';
import type { LeftOverView } from '../ipc';
import { Icon } from '../parts/icons';
import { openPath } from '../state/actions';
import { useFileWords } from '../words/file';
import { chooseAndRescue, rescue } from './Recovery';

export function LeftOvers({ ready }: { ready: boolean }) {
  const w = useFileWords();
  const [found, setFound] = useState<readonly LeftOverView[]>([]);
  const recovered = useFiling((filing) => filing.recovered);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was recovered is left over no more
  useEffect(() => {
    if (!ready) return;
    let over = false;
    backend()
      .call('left-overs', {})
      .then(
        (own) => {
          if (!over) setFound(own);
        },
        // The first screen works without it; opening a project takes up what is left in any case.
        () => undefined,
      );
    return () => {
      over = true;
    };
  }, [ready, recovered]);
  if (found.length === 0) return null;
  return (
    <section className="left-overs" role="status" data-testid="left-overs">
      <h2>
        <Icon name="alert" size={16} />
        {w.recovery.leftTitle}
      </h2>
      <p>{w.recovery.leftText}</p>
      <ul>
        {found.map((own) => (
          <li key={own.path} data-testid="left-over">
            <span>
              <b>{fileName(own.path)}</b>
              <em>
                {w.recovery.commits(own.commits)} · {own.is_there ? folderOf(own.path) : w.recovery.gone}
              </em>
            </span>
            {own.is_there ? (
              <button
                type="button"
                className="primary"
                onClick={() => void openPath(own.path)}
                data-testid="left-over-open"
              >
                {w.recovery.resume}
              </button>
            ) : (
              <button
                type="button"
                className="primary"
                onClick={() => void rescue(own.path)}
                data-testid="left-over-rescue"
              >
                {w.recovery.rescue}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Files that do not simply open. */
export function OtherFiles() {
  const w = useFileWords();
  return (
    <p className="other-files">
      <button
        type="button"
        className="link"
        onClick={() => useFiling.setState({ backup: 'open' })}
        data-testid="welcome-backup"
      >
        {w.backup.openMenu}
      </button>
      <button
        type="button"
        className="link"
        onClick={() => void chooseAndRescue()}
        data-testid="welcome-recover"
      >
        {w.recovery.menu}
      </button>
    </p>
  );
}

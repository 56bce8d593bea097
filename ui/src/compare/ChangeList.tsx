// Changes of levels as a list: which point, from what to what, with its scores.
// Relies on the words of levels. One row is chosen together with its pin.
import { useRef, useState } from 'react';
import { useVirtual } from '../list/virtual';
import { LevelChip } from '../parts/Level';
import { useWords } from '../words';
import { CHANGE_KINDS, type ChangeKind, countsOf, type LevelChange } from './changes';

interface Props {
  changes: readonly LevelChange[];
  chosen: string | null;
  onChoose: (point: string) => void;
}

const ROW = 32;

export function ChangeList({ changes, chosen, onChoose }: Props) {
  const w = useWords();
  const [only, setOnly] = useState<ChangeKind | null>(null);
  const counts = countsOf(changes);
  const shown = only ? changes.filter((change) => change.kind === only) : changes;
  const box = useRef<HTMLDivElement>(null);
  const { first, last } = useVirtual(box, shown.length, ROW);
  return (
    <div className="change-list" data-testid="change-list">
      <div className="change-kinds">
        {CHANGE_KINDS.filter((kind) => (counts.get(kind) ?? 0) > 0).map((kind) => (
          <button
            key={kind}
            type="button"
            className="level-toggle"
            aria-pressed={only === kind}
            onClick={() => setOnly(only === kind ? null : kind)}
            data-testid={`change-${kind}`}
          >
            {w.compare.kinds[kind]} <b>{counts.get(kind)}</b>
          </button>
        ))}
      </div>
      <div ref={box} className="change-rows" role="listbox">
        <div style={{ height: shown.length * ROW, position: 'relative' }}>
          {shown.slice(first, last).map((change, index) => (
            <button
              key={change.point}
              type="button"
              role="option"
              aria-selected={change.point === chosen}
              className="change-row"
              style={{ top: (first + index) * ROW }}
              data-row={change.point}
              data-kind={change.kind}
              onClick={() => onChoose(change.point)}
            >
              <span className="change-name">
                <em>{change.code}</em> {change.name}
              </span>
              <Side level={change.before} score={change.scoreBefore} none={change.kind === 'new'} />
              <i aria-hidden="true">→</i>
              <Side level={change.after} score={change.scoreAfter} none={change.kind === 'gone'} />
              <b>{w.compare.kinds[change.kind]}</b>
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}

function Side({ level, score, none }: { level: LevelChange['before']; score: string | null; none: boolean }) {
  if (none) return <span className="change-side">—</span>;
  return (
    <span className="change-side">
      <LevelChip level={level} />
      <em>{score ?? ''}</em>
    </span>
  );
}

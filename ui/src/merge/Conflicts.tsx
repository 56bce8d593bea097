// What copies disagree about, by kind: what both come from, mine and theirs side by side, one click for a choice.
// Relies on Rust for kinds, words and what belongs together. Shapes are drawn over each other.
import type { ConflictChoice, ConflictView, Prefer } from '../ipc';
import { Icon } from '../parts/icons';
import { usePick } from '../state/settings';
import { type FileWords, useFileWords } from '../words/file';
import { byKind, type Group, withAll, withChoice } from './choices';
import { isShape } from './shapes';
import { TwoShapes } from './TwoShapes';

interface Props {
  groups: readonly Group[];
  chosen: readonly ConflictChoice[];
  onChosen: (chosen: readonly ConflictChoice[]) => void;
}

export function Conflicts({ groups, chosen, onChosen }: Props) {
  const w = useFileWords();
  return (
    <div className="conflicts">
      {byKind(groups).map(({ kind, groups: own }) => (
        <section key={kind} data-testid="conflict-kind" data-kind={kind}>
          <header>
            <h3>{kindWord(kind, w)}</h3>
            <b>{own.length}</b>
            {kind === 'follows' ? null : (
              <>
                <span className="grow" />
                <button
                  type="button"
                  className="link"
                  onClick={() => onChosen(withAll(chosen, own, 'ours'))}
                  data-testid="conflict-all-ours"
                >
                  {w.merge.allOurs}
                </button>
                <button
                  type="button"
                  className="link"
                  onClick={() => onChosen(withAll(chosen, own, 'theirs'))}
                  data-testid="conflict-all-theirs"
                >
                  {w.merge.allTheirs}
                </button>
              </>
            )}
          </header>
          {own.map((group) => (
            <Card
              key={group.key}
              group={group}
              onTake={(take) => onChosen(withChoice(chosen, group, take))}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

function kindWord(kind: string, w: FileWords): string {
  const kinds: Record<string, string> = w.merge.kinds;
  return kinds[kind] ?? kind;
}

function Card({ group, onTake }: { group: Group; onTake: (take: Prefer) => void }) {
  const first = group.conflicts[0];
  if (!first) return null;
  return (
    <article
      className="conflict"
      data-testid="conflict"
      data-taken={group.taken ?? 'open'}
      data-row={first.row.id}
      data-field={first.field}
    >
      {group.conflicts.map((conflict) => (
        <Disagreement
          key={`${conflict.row.id}/${conflict.field}`}
          conflict={conflict}
          taken={group.taken}
          onTake={onTake}
        />
      ))}
    </article>
  );
}

interface DisagreementProps {
  conflict: ConflictView;
  taken: Prefer | null;
  onTake: (take: Prefer) => void;
}

function Disagreement({ conflict, taken, onTake }: DisagreementProps) {
  const w = useFileWords();
  const pick = usePick();
  const { values, cells, field } = conflict;
  const follows = conflict.kind === 'follows';
  const none = field === 'id' ? w.merge.none : w.merge.noText;
  return (
    <div className="disagreement">
      <p>
        <b>{pick(conflict.noun)}</b>
        <span>{pick(conflict.column)}</span>
        {follows ? <em>{w.merge.follows}</em> : null}
      </p>
      <div className="three-values">
        <Base text={values.base ?? none} />
        <Side
          side="ours"
          word={w.merge.ours}
          text={values.ours ?? none}
          taken={follows ? conflict.taken === 'ours' : taken === 'ours'}
          onTake={follows ? null : onTake}
        />
        <Side
          side="theirs"
          word={w.merge.theirs}
          text={values.theirs ?? none}
          taken={follows ? conflict.taken === 'theirs' : taken === 'theirs'}
          onTake={follows ? null : onTake}
        />
        {isShape(field) ? <TwoShapes cells={cells} closed={field === 'outline'} /> : null}
      </div>
    </div>
  );
}

function Base({ text }: { text: string }) {
  const w = useFileWords();
  return (
    <div className="side base" data-testid="conflict-base">
      <small>{w.merge.base}</small>
      <span className="selectable">{text}</span>
    </div>
  );
}

interface SideProps {
  side: Prefer;
  word: string;
  text: string;
  taken: boolean;
  onTake: ((take: Prefer) => void) | null;
}

function Side({ side, word, text, taken, onTake }: SideProps) {
  if (!onTake) {
    return (
      <div className="side" data-side={side} data-taken={taken || undefined}>
        <small>{word}</small>
        <span>{text}</span>
      </div>
    );
  }
  return (
    <button
      type="button"
      className="side"
      data-side={side}
      data-taken={taken || undefined}
      aria-pressed={taken}
      onClick={() => onTake(side)}
      data-testid={`conflict-${side}`}
    >
      <small>
        {word}
        {taken ? <Icon name="check" size={12} /> : null}
      </small>
      <span>{text}</span>
    </button>
  );
}

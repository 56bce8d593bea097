// The copies that are merged, one after the other, and a way to add another one.
// Relies on the preview for when each of them parted and who worked on it since.

import { pickProject, twoLines } from '../filing/pick';
import { useFiling } from '../filing/store';
import { fileName, moment } from '../format';
import type { CopyView, MergePreview } from '../ipc';
import { Icon } from '../parts/icons';
import { useProject } from '../state/store';
import { useFileWords } from '../words/file';

export function Copies({ paths, preview }: { paths: readonly string[]; preview: MergePreview | null }) {
  const w = useFileWords();
  const add = async () => {
    const path = await pickProject(w.merge.pickTitle);
    if (path && !paths.includes(path)) useFiling.setState({ merge: [...paths, path] });
  };
  return (
    <aside className="copies">
      <h3>{w.merge.copies}</h3>
      <ol>
        {paths.map((path, index) => (
          <Copy
            key={path}
            path={path}
            view={preview?.copies.find((own) => own.path === path) ?? null}
            onDrop={
              paths.length > 1
                ? () => useFiling.setState({ merge: paths.filter((_, other) => other !== index) })
                : null
            }
          />
        ))}
      </ol>
      <button type="button" className="link" onClick={() => void add()} data-testid="merge-add">
        <Icon name="plus" size={12} /> {w.merge.addCopy}
      </button>
    </aside>
  );
}

interface CopyProps {
  path: string;
  view: CopyView | null;
  onDrop: (() => void) | null;
}

function Copy({ path, view, onDrop }: CopyProps) {
  const w = useFileWords();
  const own = useProject((state) => state.project?.file.path);
  const now = new Date();
  return (
    <li title={twoLines(path)} data-testid="merge-copy">
      <b>{own === path ? w.merge.outsideCopy : fileName(path)}</b>
      {view ? (
        <>
          <span>{view.parted_at ? w.merge.parted(moment(view.parted_at, now)) : w.merge.strangers}</span>
          <span>{view.actors.length ? w.merge.by(view.actors.join('、')) : w.merge.nobody}</span>
        </>
      ) : null}
      {onDrop ? (
        <button type="button" className="ib tiny" title={w.merge.dropCopy} onClick={onDrop}>
          <Icon name="close" size={12} />
        </button>
      ) : null}
    </li>
  );
}

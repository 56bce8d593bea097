// A piece in the gallery: its first page as it is printed, its name, its level, and whether it hangs.
// Relies on pictures being asked for only when the tile comes into view.
import { useEffect, useRef, useState } from 'react';
import type { PieceView } from '../ipc';
import { LevelChip } from '../parts/Level';
import { useWords } from '../words';
import { idOf, keyOf, usePicture } from './pieces';

interface Props {
  piece: PieceView;
  look: string;
  chosen: boolean;
  open: boolean;
  onChoose: () => void;
  onOpen: () => void;
}

/** Whether an element has been in view. */
export function useSeen<T extends Element>(): [React.RefObject<T | null>, boolean] {
  const ref = useRef<T>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || seen) return;
    if (typeof IntersectionObserver === 'undefined') {
      setSeen(true);
      return;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: '200px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [seen]);
  return [ref, seen];
}

export function Tile({ piece, look, chosen, open, onChoose, onOpen }: Props) {
  const w = useWords();
  const [ref, seen] = useSeen<HTMLLIElement>();
  const picture = usePicture({ piece: idOf(piece), version: piece.version, width: 300, look, shown: seen });
  return (
    <li
      ref={ref}
      className="piece"
      data-open={open}
      data-state={piece.state}
      data-testid="piece"
      data-piece={keyOf(idOf(piece))}
    >
      <button type="button" className="piece-picture" onClick={onOpen} aria-label={piece.name}>
        {picture ? <img src={`data:image/png;base64,${picture.data}`} alt="" draggable={false} /> : <i />}
      </button>
      <div className="piece-words">
        <label className="piece-choose">
          <input type="checkbox" checked={chosen} onChange={onChoose} data-testid="piece-choose" />
          <span>{piece.name}</span>
        </label>
        <p>
          {piece.level ? <LevelChip level={piece.level} /> : null}
          {piece.state !== 'unprinted' ? (
            <em className="piece-state" data-state={piece.state}>
              {w.prints.states[piece.state]}
            </em>
          ) : null}
          {piece.own_texts > 0 ? (
            <em className="piece-state" data-state={piece.overtaken ? 'stale' : 'own'}>
              {w.prints.own}
            </em>
          ) : null}
        </p>
      </div>
    </li>
  );
}

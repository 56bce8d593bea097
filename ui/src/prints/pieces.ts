// The pieces of the set as the program lists them, and pictures of their pages, each drawn once for its content.
// Relies on content versions: the same version in the same look is the same picture. Knows no rule of the field.
import { useEffect, useState } from 'react';
import { backend, toCallError } from '../backend';
import type { PieceId, PieceView, PrintPictureView, PrintSize, SetPrintStyle } from '../ipc';
import { notifyError } from '../state/notices';
import { useTable } from '../state/rows';
import { useProject } from '../state/store';

export function keyOf(piece: PieceId): string {
  return `${piece.kind}/${piece.subject}`;
}

export function idOf(piece: PieceView): PieceId {
  return { kind: piece.kind, subject: piece.subject };
}

/** Every piece, asked for again after each step; `null` until the first answer. */
export function usePieces(): readonly PieceView[] | null {
  const step = useProject((state) => state.project?.step);
  const [pieces, setPieces] = useState<readonly PieceView[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step may have changed a piece
  useEffect(() => {
    let over = false;
    backend()
      .call('print-pieces', {})
      .then(
        (view) => {
          if (!over) setPieces(view.pieces);
        },
        (thrown) => notifyError(toCallError(thrown).api),
      );
    return () => {
      over = true;
    };
  }, [step]);
  return pieces;
}

/** What the look of the prints is, as a key. */
export function useStyleKey(): string {
  const rows = useTable('print_style');
  return JSON.stringify([...rows.values()]);
}

/** Pictures kept at most. */
const MOST_PICTURES = 600;
/** Pages drawn at a time: the program draws in the background, and the newest wish should not wait for all. */
const AT_A_TIME = 2;

const kept = new Map<string, PrintPictureView>();
let running = 0;
const waiting: { wanted: () => boolean; begin: () => void }[] = [];

function next(): void {
  while (running < AT_A_TIME) {
    const job = waiting.pop();
    if (!job) return;
    if (!job.wanted()) continue;
    running += 1;
    job.begin();
  }
}

interface Wish {
  piece: PieceId;
  version: string;
  page?: number;
  width: number;
  size?: PrintSize | null;
  style?: SetPrintStyle | null;
  /** What else the picture follows from. */
  look: string;
  /** Nothing is asked for while this is false. */
  shown?: boolean;
}

/** A page of a piece; the last picture stays until the new one comes. */
export function usePicture(wish: Wish): PrintPictureView | null {
  const { piece, version, page = 0, width, size = null, style = null, look, shown = true } = wish;
  const styleKey = style ? JSON.stringify(style) : look;
  const key = [keyOf(piece), version, page, width, size ?? '', styleKey].join('|');
  const [picture, setPicture] = useState<PrintPictureView | null>(kept.get(key) ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the picture follows from
  useEffect(() => {
    const known = kept.get(key);
    if (known) {
      setPicture(known);
      return;
    }
    if (!shown || version === '') return;
    let over = false;
    const done = () => {
      running -= 1;
      next();
    };
    waiting.push({
      wanted: () => !over,
      begin: () => {
        backend()
          .call('print-picture', { piece, page, width, size, style })
          .then(
            (view) => {
              if (kept.size >= MOST_PICTURES) kept.clear();
              kept.set(key, view);
              if (!over) setPicture(view);
            },
            // A piece that is gone when its turn comes has no picture; the list says so in a moment.
            () => undefined,
          )
          .finally(done);
      },
    });
    next();
    return () => {
      over = true;
    };
  }, [key, shown]);
  return picture;
}

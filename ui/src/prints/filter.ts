// Which pieces the gallery shows: by kind, level, department, floor, post and whether they hang.
// Relies on nothing but the list.
import type { PieceState, PieceView, PrintKind, RiskLevel } from '../ipc';

export interface PieceFilter {
  kind: PrintKind | null;
  level: RiskLevel | null;
  department: string | null;
  floor: string | null;
  post: string | null;
  state: PieceState | null;
}

export const NO_FILTER: PieceFilter = {
  kind: null,
  level: null,
  department: null,
  floor: null,
  post: null,
  state: null,
};

export function filtered(pieces: readonly PieceView[], filter: PieceFilter): PieceView[] {
  const fits = (wanted: string | null, own: string | null) => wanted === null || wanted === own;
  return pieces.filter(
    (piece) =>
      fits(filter.kind, piece.kind) &&
      fits(filter.level, piece.level) &&
      fits(filter.department, piece.department) &&
      fits(filter.floor, piece.floor) &&
      fits(filter.post, piece.post) &&
      fits(filter.state, piece.state),
  );
}

/** Pieces kind by kind, in the order of the kinds. */
export function byKind(pieces: readonly PieceView[]): [PrintKind, PieceView[]][] {
  const groups = new Map<PrintKind, PieceView[]>();
  for (const piece of pieces) groups.set(piece.kind, [...(groups.get(piece.kind) ?? []), piece]);
  return [...groups];
}

// What was chosen in a merge so far, and what is still open.
// Relies on Rust for what is a conflict and which conflicts are chosen together. Compares no values.
import type { ConflictChoice, ConflictView, Prefer, RowId } from '../ipc';

/** Conflicts that are chosen together. The first one stands for all of them. */
export interface Group {
  key: string;
  kind: string;
  conflicts: readonly ConflictView[];
  /** Whose it is; `null` while nobody has chosen. */
  taken: Prefer | null;
}

/** There is nothing to choose: it follows from another choice. */
const FOLLOWS = 'follows';

function isSame(a: { row: RowId; field: string }, b: { row: RowId; field: string }): boolean {
  return a.row.id === b.row.id && a.row.table === b.row.table && a.field === b.field;
}

/** The conflicts by what is chosen together, in the order in which they came; what only follows stands last in its group. */
export function groupsOf(conflicts: readonly ConflictView[], chosen: readonly ConflictChoice[]): Group[] {
  const found = new Map<string, ConflictView[]>();
  for (const own of conflicts) {
    const key = `${own.copy}/${own.group}`;
    const known = found.get(key);
    if (known) known.push(own);
    else found.set(key, [own]);
  }
  return [...found].map(([key, own]) => {
    own.sort((a, b) => Number(a.kind === FOLLOWS) - Number(b.kind === FOLLOWS));
    const choice = chosen.find((one) => own.some((conflict) => isSame(one, conflict)));
    return { key, kind: own[0]?.kind ?? FOLLOWS, conflicts: own, taken: choice?.take ?? null };
  });
}

export function isOpen(group: Group): boolean {
  return group.kind !== FOLLOWS && group.taken === null;
}

/** The choices with this one for a group instead of whatever was chosen for it. */
export function withChoice(chosen: readonly ConflictChoice[], group: Group, take: Prefer): ConflictChoice[] {
  const first = group.conflicts[0];
  const others = chosen.filter((one) => !group.conflicts.some((conflict) => isSame(one, conflict)));
  return first ? [...others, { row: first.row, field: first.field, take }] : others;
}

/** The same choice for all of these groups that leave one. */
export function withAll(
  chosen: readonly ConflictChoice[],
  groups: readonly Group[],
  take: Prefer,
): ConflictChoice[] {
  return groups
    .filter((group) => group.kind !== FOLLOWS)
    .reduce<ConflictChoice[]>((so, group) => withChoice(so, group, take), [...chosen]);
}

/** Groups by the kind of their conflict, kinds in the order in which they first come. */
export function byKind(groups: readonly Group[]): { kind: string; groups: Group[] }[] {
  const found = new Map<string, Group[]>();
  for (const group of groups) {
    const known = found.get(group.kind);
    if (known) known.push(group);
    else found.set(group.kind, [group]);
  }
  return [...found].map(([kind, own]) => ({ kind, groups: own }));
}

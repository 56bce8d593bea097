// What the panel asks of the program: entries that fit, a whole entry, a point made of one.
// Relies on Rust for the search and for what an entry becomes.
import { useEffect, useState } from 'react';
import { backend, toCallError } from '../backend';
import type { EntryLine, LibraryGroup, ListedEntry, Point } from '../ipc';
import { attempt } from '../state/actions';
import { notify, notifyError } from '../state/notices';
import { useSelection } from '../state/store';
import { bothWords } from '../words';
import { libraryChanged, useLibrary } from './state';

export interface Found {
  entries: readonly EntryLine[];
  groups: readonly LibraryGroup[];
}

const NOTHING: Found = { entries: [], groups: [] };

/** Entries that fit what is looked for; the last answer stays until the next one comes. */
export function useFound(): Found {
  const { query, kind, site, stamp } = useLibrary();
  const [groups, setGroups] = useState<readonly LibraryGroup[]>([]);
  const [found, setFound] = useState<readonly EntryLine[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp says when the library has changed
  useEffect(() => {
    backend()
      .call('library', {})
      .then(
        (view) => {
          setGroups(view.groups);
          if (view.problem) notifyError(view.problem);
        },
        (thrown) => notifyError(toCallError(thrown).api),
      );
  }, [stamp]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp says when the library has changed
  useEffect(() => {
    let over = false;
    backend()
      .call('search-library', { query, filter: { kind, site, group: null } })
      .then(
        (entries) => {
          if (!over) setFound(entries);
        },
        (thrown) => notifyError(toCallError(thrown).api),
      );
    return () => {
      over = true;
    };
  }, [query, kind, site, stamp]);
  return found ? { entries: found, groups } : NOTHING;
}

/** A whole entry; `null` until it is there. */
export function useEntry(id: string | null): ListedEntry | null {
  const stamp = useLibrary((state) => state.stamp);
  const [listed, setListed] = useState<ListedEntry | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp says when the library has changed
  useEffect(() => {
    let over = false;
    setListed(null);
    if (id === null) return;
    backend()
      .call('library-entry', { id })
      .then(
        (own) => {
          if (!over) setListed(own);
        },
        (thrown) => {
          // An own entry that was taken away has no page any more.
          if (over) return;
          notifyError(toCallError(thrown).api);
          useLibrary.setState({ shown: null });
        },
      );
    return () => {
      over = true;
    };
  }, [id, stamp]);
  return listed;
}

/** Makes a point of an entry where the user wants it, and selects it. */
export async function placeEntry(line: EntryLine, floor: string, position: Point): Promise<void> {
  const { scoreAs } = useLibrary.getState();
  try {
    const entry =
      line.origin === 'built-in' ? line.id : (await backend().call('library-entry', { id: line.id })).entry;
    const changed = await attempt({
      type: 'place-library-entry',
      entry,
      floor,
      position,
      zone: null,
      department: null,
      name: '',
      catalogue: null,
      scores: scoreAs ? { assessor: scoreAs, bases: ['existing', 'inherent'] } : null,
    });
    const point = changed?.created.find((row) => row.table === 'risk_point');
    if (!point) return;
    useLibrary.setState({ placed: point.id });
    useSelection.setState({ row: point, corner: null });
    notify({ kind: 'done', text: bothWords((w) => w.library.placed(line.name, line.hazards)) });
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

export async function removeOwnEntry(id: string): Promise<void> {
  try {
    await backend().call('remove-library-entry', { id });
    libraryChanged();
    notify({ kind: 'done', text: bothWords((w) => w.library.removed) });
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

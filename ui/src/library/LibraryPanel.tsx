// The risk library beside the plan: look for a kind, look at it, drag it on the plan or click to place it.
// Relies on Rust for finding and placing. The map stays free: the panel stands where the inspector does.
import { Input, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { EntryLine, LibraryGroup, Point } from '../ipc';
import { Icon } from '../parts/icons';
import { usePeople } from '../state/rows';
import { usePick, useSettings, useVocabulary } from '../state/settings';
import { useSelection, useView } from '../state/store';
import { useWords } from '../words';
import { placeEntry, removeOwnEntry, useEntry, useFound } from './calls';
import { EntryPage, lineOf, useEntryName } from './EntryPage';
import { LibraryFiles } from './LibraryFiles';
import { followDrag, type Held, useClickToPlace } from './placing';
import { openLibrary, useLibrary } from './state';

const PLAN_STEPS = new Set(['identify', 'assess']);

export function LibraryPanel() {
  const w = useWords();
  const { query, shown, armed } = useLibrary();
  const floor = useView((view) => view.floor);
  const canPlace = useView((view) => PLAN_STEPS.has(view.step)) && floor !== null;
  const { entries, groups } = useFound();
  const [dragged, setDragged] = useState<{ entry: EntryLine; held: Held } | null>(null);
  const name = useEntryName();
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.querySelector('input')?.focus(), []);

  useGivesWay();

  const place = async (entry: EntryLine, at: Point) => {
    if (!floor) return;
    await placeEntry(entry, floor, at);
  };
  const held = useClickToPlace(
    armed !== null,
    (at) => armed && void place(armed, at),
    () => useLibrary.setState({ armed: null }),
  );
  const press = (entry: EntryLine) => (event: React.PointerEvent) => {
    if (event.button !== 0 || !canPlace) return;
    followDrag(
      event,
      (own) => setDragged({ entry, held: own }),
      (at) => {
        setDragged(null);
        if (at) void place(entry, at);
      },
    );
  };
  const open = useEntry(shown);
  const line = entries.find((own) => own.id === shown) ?? (open ? lineOf(open) : null);
  const ghost = dragged ?? (armed && held ? { entry: armed, held } : null);
  return (
    <aside className="inspector library" data-testid="library">
      <header className="library-head">
        <h2>{w.library.title}</h2>
        <button
          type="button"
          className="ib tiny"
          title={w.common.close}
          onClick={() => openLibrary(false)}
          data-testid="library-close"
        >
          <Icon name="close" size={14} />
        </button>
      </header>
      {armed ? (
        <p className="library-armed" role="status" data-testid="library-armed">
          <span>{w.library.armed(name(armed))}</span>
          <button type="button" className="link" onClick={() => useLibrary.setState({ armed: null })}>
            {w.library.stop} <kbd>Esc</kbd>
          </button>
        </p>
      ) : null}
      {open && line ? (
        <div className="inspector-body">
          <EntryPage
            listed={open}
            onBack={() => useLibrary.setState({ shown: null })}
            onPlace={() => useLibrary.setState({ armed: line })}
            onPress={press(line)}
            canPlace={canPlace}
            onRemove={() => void removeOwnEntry(open.entry.id)}
          />
        </div>
      ) : (
        <>
          <div ref={field} className="library-search">
            <Input
              allowClear
              prefix={<Icon name="search" size={13} />}
              placeholder={w.library.search}
              value={query}
              onChange={(event) => useLibrary.setState({ query: event.target.value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                const first = entries[0];
                if (first) useLibrary.setState({ shown: first.id });
              }}
              data-testid="library-search"
            />
            <KindFilter />
          </div>
          <EntryList
            entries={entries}
            groups={groups}
            canPlace={canPlace}
            press={press}
            armed={armed?.id ?? null}
          />
          {canPlace ? <ScoreAs /> : null}
          <LibraryFiles />
        </>
      )}
      {ghost ? (
        <div
          className="library-ghost"
          data-off={ghost.held.at === null}
          style={{ left: ghost.held.x, top: ghost.held.y }}
        >
          <Icon name="point" size={22} />
          <span>{ghost.held.at ? name(ghost.entry) : w.library.notHere}</span>
        </div>
      ) : null}
    </aside>
  );
}

/** Whoever selects something wants to look at it: the inspector comes back. What was just placed leaves the panel. */
function useGivesWay(): void {
  const row = useSelection((state) => state.row);
  const first = useRef(row);
  useEffect(() => {
    if (!row || row === first.current || row.id === useLibrary.getState().placed) return;
    openLibrary(false);
  }, [row]);
}

/** The suggested scores of an entry can be written as somebody's own, to begin with. */
function ScoreAs() {
  const w = useWords();
  const people = usePeople();
  const scoreAs = useLibrary((state) => state.scoreAs);
  return (
    <div className="library-score" title={w.library.scoreAsHint}>
      <span>{w.library.scoreAs}</span>
      <Select
        size="small"
        value={scoreAs ?? ''}
        options={[
          { value: '', label: w.library.scoreNobody },
          ...people.map((person) => ({ value: person.id, label: person.name })),
        ]}
        onChange={(person: string) => useLibrary.setState({ scoreAs: person === '' ? null : person })}
        data-testid="library-score-as"
      />
    </div>
  );
}

function KindFilter() {
  const w = useWords();
  const pick = usePick();
  const { point_kinds } = useVocabulary();
  const { kind, site } = useLibrary();
  return (
    <div className="library-filters">
      {point_kinds.map((own) => (
        <button
          key={own.value}
          type="button"
          className="level-toggle"
          aria-pressed={kind === own.value}
          onClick={() =>
            useLibrary.setState({ kind: kind === own.value ? null : (own.value as EntryLine['kind']) })
          }
          data-testid={`library-kind-${own.value}`}
        >
          {pick(own.name)}
        </button>
      ))}
      <span className="grow" />
      {(['school', 'company'] as const).map((own) => (
        <button
          key={own}
          type="button"
          className="level-toggle"
          aria-pressed={site === own}
          onClick={() => useLibrary.setState({ site: site === own ? null : own })}
          data-testid={`library-site-${own}`}
        >
          {w.library.sites[own]}
        </button>
      ))}
    </div>
  );
}

interface ListProps {
  entries: readonly EntryLine[];
  groups: readonly LibraryGroup[];
  canPlace: boolean;
  armed: string | null;
  press: (entry: EntryLine) => (event: React.PointerEvent) => void;
}

/** With a query the best comes first; without one entries stand in their groups. */
function EntryList({ entries, groups, canPlace, armed, press }: ListProps) {
  const w = useWords();
  const english = useSettings((state) => state.language === 'en');
  const searching = useLibrary((state) => state.query.trim() !== '');
  const parts = useMemo(() => {
    if (searching) return [{ title: '', own: entries }];
    return groups
      .map((group) => ({
        title: english && group.english ? group.english : group.name,
        own: entries.filter((line) => line.group === group.id),
      }))
      .filter((part) => part.own.length > 0);
  }, [entries, groups, searching, english]);
  return (
    <div className="inspector-body library-list" data-testid="library-list">
      {entries.length === 0 ? <p className="faint pad">{w.library.nothing}</p> : null}
      {parts.map((part) => (
        <section key={part.title}>
          {part.title ? <h3>{part.title}</h3> : null}
          {part.own.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              canPlace={canPlace}
              armed={entry.id === armed}
              onPress={press(entry)}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

interface RowProps {
  entry: EntryLine;
  canPlace: boolean;
  armed: boolean;
  onPress: (event: React.PointerEvent) => void;
}

const KIND_ICONS = { activity: 'people', facility: 'gear', workplace: 'building' } as const;

function EntryRow({ entry, canPlace, armed, onPress }: RowProps) {
  const w = useWords();
  const name = useEntryName();
  return (
    <div className="entry-row" data-armed={armed || undefined} data-entry={entry.id}>
      <button
        type="button"
        className="entry-name"
        onClick={() => useLibrary.setState({ shown: entry.id })}
        onPointerDown={onPress}
        title={canPlace ? w.library.rowHint : undefined}
        data-testid="library-entry"
      >
        <Icon name={KIND_ICONS[entry.kind]} size={14} />
        <span>{name(entry)}</span>
        {entry.origin === 'built-in' ? null : <em>{w.library.origins[entry.origin]}</em>}
        <small>{w.library.hazards(entry.hazards)}</small>
      </button>
      {canPlace ? (
        <button
          type="button"
          className="ib tiny"
          title={w.library.place}
          aria-pressed={armed}
          onClick={() => useLibrary.setState({ armed: armed ? null : entry })}
          data-testid="library-arm"
        >
          <Icon name="point" size={15} />
        </button>
      ) : null}
    </div>
  );
}

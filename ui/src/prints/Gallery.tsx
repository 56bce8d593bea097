// Every piece of the set as a picture of this project's own, to filter, choose, look at, export and record.
// Relies on the list of pieces; the pictures are asked for as they come into view.
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import type { PieceId, PieceState, PieceView, PrintKind, PrintKindView, RiskLevel } from '../ipc';
import { Empty } from '../parts/Empty';
import { changing } from '../state/actions';
import { notify } from '../state/notices';
import { floorsOf, useBuildings, useTable } from '../state/rows';
import { usePick, useVocabulary } from '../state/settings';
import { bothWords, useWords } from '../words';
import { byKind, filtered, NO_FILTER, type PieceFilter } from './filter';
import { Preview } from './Preview';
import { idOf, keyOf } from './pieces';
import { Tile } from './Tile';

/** Pieces of a kind that are shown at once. */
const FEW = 8;

interface Props {
  pieces: readonly PieceView[];
  kinds: readonly PrintKindView[];
  look: string;
  onExport: (kinds: PrintKind[], pieces: PieceId[] | null) => void;
}

/** Records pieces as hanging. */
export async function markPrinted(pieces: readonly PieceView[]): Promise<void> {
  const done = await changing('mark-printed', { kinds: [], pieces: pieces.map(idOf) });
  if (done) notify({ kind: 'done', text: bothWords((w) => w.prints.marked(pieces.length)) });
}

export function Gallery({ pieces, kinds, look, onExport }: Props) {
  const w = useWords();
  const pick = usePick();
  const [filter, setFilter] = useState<PieceFilter>(NO_FILTER);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<string | null>(null);
  const [wide, setWide] = useState<ReadonlySet<PrintKind>>(new Set());
  const standing = useMemo(() => pieces.filter((own) => own.state !== 'gone'), [pieces]);
  const shown = useMemo(() => filtered(standing, filter), [standing, filter]);
  const groups = useMemo(() => byKind(shown), [shown]);
  const marked = standing.filter((own) => chosen.has(keyOf(idOf(own))));
  const opened = standing.find((own) => keyOf(idOf(own)) === open) ?? null;
  const toggle = (piece: PieceView) => {
    const key = keyOf(idOf(piece));
    const own = new Set(chosen);
    if (!own.delete(key)) own.add(key);
    setChosen(own);
  };
  const kindsOf = (own: readonly PieceView[]) => [...new Set(own.map((piece) => piece.kind))];
  if (standing.length === 0) {
    return (
      <section className="card">
        <Empty title={w.prints.empty} />
      </section>
    );
  }
  return (
    <div className="gallery" data-preview={opened !== null}>
      <div className="gallery-list">
        <Filters pieces={standing} kinds={kinds} filter={filter} onChange={setFilter} />
        <div className="gallery-chosen">
          <span>{marked.length > 0 ? w.prints.chosen(marked.length) : w.prints.count(shown.length)}</span>
          <button
            type="button"
            className="link"
            onClick={() => setChosen(new Set(shown.map((own) => keyOf(idOf(own)))))}
            data-testid="choose-all"
          >
            {w.prints.chooseAll}
          </button>
          <button
            type="button"
            className="link"
            disabled={marked.length === 0}
            onClick={() => setChosen(new Set())}
          >
            {w.prints.chooseNone}
          </button>
          <span className="grow" />
          <button
            type="button"
            className="secondary"
            disabled={marked.length === 0}
            onClick={() => void markPrinted(marked)}
            data-testid="mark-chosen"
          >
            {w.prints.mark}
          </button>
          <button
            type="button"
            className="secondary"
            disabled={marked.length === 0}
            onClick={() => onExport(kindsOf(marked), marked.map(idOf))}
            data-testid="export-chosen"
          >
            {w.prints.exportChosen}
          </button>
        </div>
        {groups.length === 0 ? <Empty title={w.prints.nothing} /> : null}
        {groups.map(([kind, own]) => {
          const view = kinds.find((one) => one.kind === kind);
          const few = wide.has(kind) || filter.kind === kind ? own : own.slice(0, FEW);
          return (
            <section key={kind} className="gallery-kind" data-testid={`print-${kind}`}>
              <header>
                <h2>{view ? pick(view.title) : kind}</h2>
                <span>{w.prints.count(own.length)}</span>
                <span className="grow" />
                <button
                  type="button"
                  className="link"
                  onClick={() => onExport([kind], own.length < standing.length ? scope(filter, own) : null)}
                  data-testid={`export-open-${kind}`}
                >
                  {w.exports.open}
                </button>
              </header>
              <ul className="pieces">
                {few.map((piece) => (
                  <Tile
                    key={keyOf(idOf(piece))}
                    piece={piece}
                    look={look}
                    chosen={chosen.has(keyOf(idOf(piece)))}
                    open={keyOf(idOf(piece)) === open}
                    onChoose={() => toggle(piece)}
                    onOpen={() => setOpen(keyOf(idOf(piece)))}
                  />
                ))}
              </ul>
              {few.length < own.length ? (
                <button
                  type="button"
                  className="link"
                  onClick={() => setWide(new Set([...wide, kind]))}
                  data-testid={`more-${kind}`}
                >
                  {w.prints.more(own.length - few.length)}
                </button>
              ) : null}
            </section>
          );
        })}
      </div>
      {opened ? <Preview piece={opened} kinds={kinds} look={look} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

/** The pieces that a filter leaves of a kind; all of them without a filter. */
function scope(filter: PieceFilter, own: readonly PieceView[]): PieceId[] | null {
  const { level, department, floor, post, state } = filter;
  return level || department || floor || post || state ? own.map(idOf) : null;
}

function Filters({
  pieces,
  kinds,
  filter,
  onChange,
}: {
  pieces: readonly PieceView[];
  kinds: readonly PrintKindView[];
  filter: PieceFilter;
  onChange: (filter: PieceFilter) => void;
}) {
  const w = useWords();
  const pick = usePick();
  const { levels } = useVocabulary();
  const departments = useTable('department');
  const posts = useTable('post');
  const floors = useTable('floor');
  const buildings = useBuildings();
  const has = (field: keyof PieceFilter, value: string) => pieces.some((own) => own[field] === value);
  const places = [
    ...floorsOf(floors, null).map((floor) => ({ value: floor.id, label: floor.name })),
    ...buildings.flatMap((building) =>
      floorsOf(floors, building.id).map((floor) => ({
        value: floor.id,
        label: `${building.name} ${floor.name}`,
      })),
    ),
  ];
  const one = <K extends keyof PieceFilter>(
    field: K,
    all: string,
    options: { value: string; label: string }[],
  ) => (
    <Select
      size="small"
      value={filter[field] ?? ''}
      options={[{ value: '', label: all }, ...options.filter((own) => has(field, own.value))]}
      onChange={(value: string) => onChange({ ...filter, [field]: (value || null) as PieceFilter[K] })}
      popupMatchSelectWidth={false}
      data-testid={`piece-filter-${field}`}
    />
  );
  return (
    <div className="gallery-filters">
      {one(
        'kind',
        w.prints.any.kind,
        kinds.map((own) => ({ value: own.kind, label: pick(own.title) })),
      )}
      {one(
        'level',
        w.prints.any.level,
        levels.map((own) => ({ value: own.value as RiskLevel, label: pick(own.name) })),
      )}
      {one(
        'department',
        w.prints.any.department,
        [...departments.values()].map((own) => ({ value: own.id, label: own.name })),
      )}
      {one('floor', w.prints.any.floor, places)}
      {one(
        'post',
        w.prints.any.post,
        [...posts.values()].map((own) => ({ value: own.id, label: own.name })),
      )}
      {one(
        'state',
        w.prints.any.state,
        (['unprinted', 'current', 'stale'] as PieceState[]).map((own) => ({
          value: own,
          label: w.prints.states[own],
        })),
      )}
    </div>
  );
}

// A library entry before it is placed: what can go wrong, which accidents, how it is held, what is checked.
// Relies on the entry alone. Scores in it are suggestions to begin with.
import type { EntryLine, LibraryAccident, LibraryEntry, LibraryHazard, ListedEntry } from '../ipc';
import { Icon } from '../parts/icons';
import { usePick, useSettings, useVocabulary } from '../state/settings';
import { useWords } from '../words';

interface Props {
  listed: ListedEntry;
  onBack: () => void;
  onPlace: () => void;
  onPress: (event: React.PointerEvent) => void;
  canPlace: boolean;
  onRemove: () => void;
}

export function EntryPage({ listed, onBack, onPlace, onPress, canPlace, onRemove }: Props) {
  const w = useWords();
  const pick = usePick();
  const { point_kinds, direct_conditions } = useVocabulary();
  const { entry } = listed;
  const kind = point_kinds.find((own) => own.value === entry.kind);
  return (
    <div className="entry-page" data-testid="library-entry-page">
      <header>
        <button type="button" className="link" onClick={onBack} data-testid="library-back">
          ← {w.library.back}
        </button>
        <h2>{useEntryName()(entry)}</h2>
        <p className="faint">
          {[kind ? pick(kind.name) : '', w.library.sites[entry.applies_to], w.library.origins[listed.origin]]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {canPlace ? (
          <div className="entry-place">
            <button
              type="button"
              className="primary"
              onClick={onPlace}
              onPointerDown={onPress}
              data-testid="library-place"
            >
              <Icon name="point" size={15} /> {w.library.place}
            </button>
            <span className="faint">{w.library.orDrag}</span>
          </div>
        ) : null}
      </header>
      {entry.hazards.map((hazard, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hazards of an entry never move
        <Hazard key={index} hazard={hazard} number={index + 1} />
      ))}
      {entry.direct && entry.direct.length > 0 ? (
        <section className="entry-part">
          <h3>{w.library.direct}</h3>
          {entry.direct.map((hint) => {
            const condition = direct_conditions.find((own) => own.value === hint.condition);
            return (
              <p key={hint.condition}>
                {condition ? pick(condition.name) : hint.condition}
                <em>{hint.when}</em>
              </p>
            );
          })}
        </section>
      ) : null}
      <Signs ids={entry.signs} />
      <Checks entry={entry} />
      {entry.emergency.length > 0 ? (
        <section className="entry-part">
          <h3>{w.library.emergency}</h3>
          <ol>
            {entry.emergency.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ) : null}
      {listed.origin === 'built-in' ? null : (
        <p className="entry-own">
          <button type="button" className="link" onClick={onRemove} data-testid="library-remove">
            {listed.origin === 'changed' ? w.library.backToBuiltIn : w.library.removeOwn}
          </button>
        </p>
      )}
    </div>
  );
}

/** An entry as the list shows it, for one that the filters leave out. */
export function lineOf({ entry, origin }: ListedEntry): EntryLine {
  const { id, kind, group, applies_to, name, english, hazards } = entry;
  return { id, origin, kind, group, applies_to, name, english, hazards: hazards.length };
}

export function useEntryName(): (entry: { name: string; english: string }) => string {
  const english = useSettings((state) => state.language === 'en');
  return (entry) => (english && entry.english ? entry.english : entry.name);
}

function Hazard({ hazard, number }: { hazard: LibraryHazard; number: number }) {
  const pick = usePick();
  const { measure_categories } = useVocabulary();
  return (
    <section className="entry-part entry-hazard">
      <h3>
        <i>{number}</i> {hazard.step}
      </h3>
      <p>{hazard.description}</p>
      {hazard.standard ? <p className="faint">{hazard.standard}</p> : null}
      {hazard.consequence ? <p className="faint">→ {hazard.consequence}</p> : null}
      <ul className="entry-accidents">
        {hazard.accidents.map((accident) => (
          <Accident key={accident.type} accident={accident} />
        ))}
      </ul>
      <ul className="entry-measures">
        {measure_categories.flatMap((category) =>
          hazard.measures
            .filter((measure) => measure.category === category.value)
            .map((measure) => (
              <li key={category.value + measure.content}>
                <i title={pick(category.name)}>{category.mark}</i>
                {measure.content}
              </li>
            )),
        )}
      </ul>
    </section>
  );
}

const SYMBOLS = { lec: 'L·E·C', ls: 'L·S', mes: 'M·E·S' } as const;

function Accident({ accident }: { accident: LibraryAccident }) {
  const w = useWords();
  const pick = usePick();
  const { accident_types } = useVocabulary();
  const type = accident_types.find((own) => own.value === accident.type);
  const methods = (['lec', 'ls', 'mes'] as const).filter(
    (method) => accident.existing[method] || accident.inherent[method],
  );
  return (
    <li>
      <b>{type ? pick(type.name) : accident.type}</b>
      {methods.map((method) => (
        <span key={method} title={w.library.suggestedHint}>
          <small>{SYMBOLS[method]}</small>
          {accident.inherent[method]?.join('×') ?? '—'} → {accident.existing[method]?.join('×') ?? '—'}
        </span>
      ))}
    </li>
  );
}

/** The safety signs that fit, as the standard draws them. */
function Signs({ ids }: { ids: readonly string[] }) {
  const w = useWords();
  const pick = usePick();
  const { signs } = useVocabulary();
  const fitting = ids.flatMap((id) => signs.find((own) => own.value === id) ?? []);
  if (fitting.length === 0) return null;
  return (
    <section className="entry-part">
      <h3>{w.library.signs}</h3>
      <ul className="entry-signs" data-testid="library-signs">
        {fitting.map((own) => (
          <li key={own.value} data-sign={own.value}>
            <img src={`data:image/svg+xml;utf8,${encodeURIComponent(own.svg)}`} alt="" />
            <span>{pick(own.name)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Checks({ entry }: { entry: LibraryEntry }) {
  const w = useWords();
  if (entry.checks.length === 0) return null;
  return (
    <section className="entry-part">
      <h3>{w.library.checks}</h3>
      <ul className="entry-checks">
        {entry.checks.map((check) => (
          <li key={check.item}>
            <b>{check.item}</b> {[check.method, check.standard].filter(Boolean).join('；')}
            {check.frequency ? <em>{check.frequency}</em> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

// Nothing is selected: where the project stands and what to do next.
// Relies on counts that Rust made. The next step is the first one with something missing.
import { Icon } from '../parts/icons';
import { select } from '../state/go';
import { type Next, useNextSteps } from '../state/next';
import { useOrganisation } from '../state/rows';
import { usePick, useVocabulary } from '../state/settings';
import { useProject, useSurface, useView } from '../state/store';
import { useWords } from '../words';
import { Band } from './Band';
import { Counts } from './Counts';
import { Section } from './Section';

export function Summary() {
  const w = useWords();
  const organisation = useOrganisation();
  const standings = useProject((state) => state.project?.standings);
  const floor = useView((view) => view.floor);
  const row = useProject((state) => (floor ? state.project?.tables.floor.get(floor) : undefined));
  const next = useNextSteps();
  const place = floor ? standings?.floors[floor] : undefined;
  return (
    <>
      <Band level={null} plain left={w.summary.left} title={organisation?.name ?? ''} />
      <div className="inspector-body">
        <Section title={w.summary.whole}>
          <Counts standing={standings?.whole} />
        </Section>
        {row ? (
          <Section
            title={w.summary.floor(row.name)}
            aside={
              <button
                type="button"
                className="link"
                onClick={() => select({ table: 'floor', id: row.id })}
                data-testid="edit-floor"
              >
                {w.summary.editFloor}
              </button>
            }
          >
            <Counts standing={place} />
            <FloorWhy floor={row.id} level={place?.level ?? null} />
          </Section>
        ) : null}
        <Section title={w.summary.next}>
          <ol className="next-steps">
            {next.map((own) => (
              <NextStep key={own.key} next={own} />
            ))}
          </ol>
        </Section>
      </div>
    </>
  );
}

function FloorWhy({ floor, level }: { floor: string; level: string | null }) {
  const w = useWords();
  const pick = usePick();
  const { levels } = useVocabulary();
  const entry = levels.find((own) => own.value === level);
  if (!entry) return null;
  return (
    <button
      type="button"
      className="link"
      onClick={() => useSurface.setState({ why: { table: 'floor', id: floor } })}
      data-testid="why-floor"
    >
      {w.why.ask(pick(entry.colour))}
    </button>
  );
}

function NextStep({ next }: { next: Next }) {
  return (
    <li data-done={next.done}>
      <button type="button" onClick={next.go} data-testid={`next-${next.key}`}>
        <i>{next.done ? <Icon name="check" size={12} /> : null}</i>
        <span>
          {next.title}
          <em>{next.text}</em>
        </span>
      </button>
    </li>
  );
}

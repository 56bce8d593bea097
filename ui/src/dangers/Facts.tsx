// What is known of a danger: where, found by whom, what kind, whose it is, and the five things of its rectification.
// Relies on the case as Rust tells it. Empty lines are left out.
import type { Entry } from '../ipc';
import type { DangerView } from '../ipc';
import { goTo } from '../state/go';
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';

export function Facts({ view }: { view: DangerView }) {
  const w = useWords();
  const pick = usePick();
  const vocabulary = useVocabulary();
  const { danger, standing, point } = view;
  const named = (entries: readonly Entry[], value: string | null) => {
    const entry = entries.find((own) => own.value === value);
    return entry ? pick(entry.name) : '';
  };
  const accident = vocabulary.accident_types.find((own) => own.value === danger.accident);
  const kind = [named(vocabulary.danger_forms, danger.form), named(vocabulary.danger_causes, danger.cause)]
    .filter(Boolean)
    .join(' · ');
  const found = [danger.found_on, danger.found_at?.slice(0, 5)].filter(Boolean).join(' ');
  const general: [string, string][] = [
    [w.dangers.found, w.dangers.foundBy(found, view.reporter)],
    [w.dangers.source, named(vocabulary.inspection_kinds, danger.source)],
    [w.dangers.department, view.department],
    [w.dangers.category, kind],
    [w.dangers.topic, named(vocabulary.topics, danger.topic)],
    [w.dangers.accident, accident ? pick(accident.name) : ''],
    [w.dangers.basis, danger.basis],
    [w.dangers.measure, view.measure],
  ];
  const five: [string, string][] = [
    [w.dangers.responsible, view.responsible],
    [w.dangers.acceptor, view.acceptor],
    [w.dangers.measures, standing.measures],
    [w.dangers.funds, standing.funds === null ? '' : String(standing.funds)],
    [w.dangers.deadline, standing.deadline ?? ''],
    [w.dangers.contingency, standing.contingency],
    [w.dangers.document, view.document],
  ];
  return (
    <>
      <section className="card">
        <dl className="facts">
          <div>
            <dt>{w.dangers.place}</dt>
            <dd>{danger.place || '—'}</dd>
          </div>
          <div>
            <dt>{w.dangers.point}</dt>
            <dd>
              {point ? (
                <button
                  type="button"
                  className="link"
                  onClick={() => goTo({ table: 'risk_point', id: point.id })}
                  data-testid="case-point"
                >
                  {point.code} {point.name}
                </button>
              ) : (
                <span className="faint">{w.dangers.noLink}</span>
              )}
            </dd>
          </div>
          <Lines lines={general} />
        </dl>
      </section>
      {standing.responsible ? (
        <section className="card">
          <header>
            <h2>{w.dangers.fivefold}</h2>
          </header>
          <dl className="facts">
            <Lines lines={five} />
          </dl>
        </section>
      ) : null}
    </>
  );
}

function Lines({ lines }: { lines: readonly [string, string][] }) {
  return (
    <>
      {lines.map(([title, text]) =>
        text ? (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ) : null,
      )}
    </>
  );
}

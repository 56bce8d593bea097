// What is known of a danger: where, found by whom, what kind, whose it is, and the five things of its rectification.
// Relies on the case as Rust tells it. Empty lines are left out.
import type { DangerFile, Entry } from '../ipc';
import { goTo } from '../state/go';
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';

export function Facts({ view }: { view: DangerFile }) {
  const w = useWords();
  const pick = usePick();
  const { dangers: words, accident_types } = useVocabulary();
  const { danger, line } = view;
  const point = line.point;
  const named = (entries: readonly Entry[], value: string | null) => {
    const entry = entries.find((own) => own.value === value);
    return entry ? pick(entry.name) : '';
  };
  const accident = accident_types.find((own) => own.value === danger.accident);
  const kind = [named(words.forms, danger.form), named(words.causes, danger.cause)]
    .filter(Boolean)
    .join(' · ');
  const found = [danger.found_on, danger.found_at?.slice(0, 5)].filter(Boolean).join(' ');
  const general: [string, string][] = [
    [w.dangers.found, w.dangers.foundBy(found, line.reporter)],
    [w.dangers.source, named(words.sources, danger.source)],
    [w.dangers.department, line.department_name],
    [w.dangers.category, kind],
    [w.dangers.topic, named(words.topics, danger.topic)],
    [w.dangers.accident, accident ? pick(accident.name) : ''],
    [w.dangers.basis, danger.basis],
    [w.dangers.measure, view.measure],
  ];
  const five: [string, string][] = [
    [w.dangers.responsible, line.responsible_name],
    [w.dangers.acceptor, view.acceptor_name],
    [w.dangers.measures, view.measures],
    [w.dangers.funds, view.funds === null ? '' : String(view.funds)],
    [w.dangers.deadline, line.deadline ?? ''],
    [w.dangers.contingency, view.contingency],
    [w.dangers.document, view.document_name],
  ];
  return (
    <>
      <section className="card">
        <dl className="case-facts">
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
                  onClick={() => goTo({ table: 'risk_point', id: point })}
                  data-testid="case-point"
                >
                  {line.point_code} {line.point_name}
                </button>
              ) : (
                <span className="faint">{w.dangers.noLink}</span>
              )}
            </dd>
          </div>
          <Lines lines={general} />
        </dl>
      </section>
      {line.responsible ? (
        <section className="card">
          <header>
            <h2>{w.dangers.fivefold}</h2>
          </header>
          <dl className="case-facts">
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

// Which catalogue of accident types the project prints, and how the old one, the new one and the annex forms go together.
// Relies on catalogues and their mapping coming with the vocabulary.
import type { Vocabulary } from '../../ipc';
import { setField } from '../../parts/fields';
import { attempt } from '../../state/actions';
import { useProjectRow } from '../../state/rows';
import { usePick, useVocabulary } from '../../state/settings';
import { useWords } from '../../words';

type AccidentType = Vocabulary['accident_types'][number];

export function Accidents() {
  const w = useWords();
  const pick = usePick();
  const { accident_catalogues } = useVocabulary();
  const project = useProjectRow();
  if (!project) return null;
  const row = { table: 'project' as const, id: project.id };
  return (
    <>
      <div className="choices" role="radiogroup">
        {accident_catalogues.map((own) => (
          <button
            key={own.value}
            type="button"
            role="radio"
            aria-checked={project.accident_catalogue === own.value}
            onClick={() => void attempt(setField(row, 'accident_catalogue', own.value))}
            data-testid={`accident-catalogue-${own.value}`}
          >
            {pick(own.name)}
          </button>
        ))}
      </div>
      <details className="accident-table">
        <summary data-testid="accident-table">{w.criteria.accidentsTable}</summary>
        <Table />
      </details>
    </>
  );
}

function Table() {
  const w = useWords();
  const pick = usePick();
  const { accident_types, accident_catalogues, accident_forms } = useVocabulary();
  const byCode = new Map(accident_types.map((own) => [own.value, own]));
  const title = (catalogue: string) => {
    const found = accident_catalogues.find((own) => own.value === catalogue);
    return found ? pick(found.name) : catalogue;
  };
  const next = (own: AccidentType) => (own.successor ? byCode.get(own.successor) : undefined);
  // Forms of one issuer print alike; the differences of any of them are told.
  const printed = (own: AccidentType) => {
    const words = accident_forms.flatMap((form) => form.types.filter((type) => type.value === own.value));
    const others = words.map((word) => pick(word.name)).filter((name) => name !== pick(own.name));
    return [...new Set(others)].join('、');
  };
  return (
    <table className="sheets-rows">
      <thead>
        <tr>
          <th>{title('gb6441-1986')}</th>
          <th>{title('gb6441-2025')}</th>
          <th title={accident_forms.map((form) => pick(form.name)).join('、')}>{w.criteria.accidentsForm}</th>
        </tr>
      </thead>
      <tbody>
        {accident_types
          .filter((own) => own.catalogue === 'gb6441-1986')
          .map((own) => {
            const newer = next(own);
            return (
              <tr key={own.value}>
                <td>
                  {own.value} {pick(own.name)}
                </td>
                <td>
                  {newer ? `${newer.value} ${pick(newer.name)}` : '—'}
                  {own.ask ? <em className="warn"> {w.criteria.accidentsAsk}</em> : null}
                </td>
                <td>{printed(own)}</td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}

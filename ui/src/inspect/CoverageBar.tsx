// How many points have a plan and how many measures are checked; each number opens its rows.
// Relies on `coverage`. What is missing has its remedy beside it.

import { openPoints } from '../overview/behind';
import { useTable } from '../state/rows';
import { useWords } from '../words';
import { makeCheckItemsOf } from './items';
import { useAsked } from './useAsked';

export function CoverageBar() {
  const w = useWords();
  const { answer } = useAsked('coverage', {});
  const departments = useTable('department');
  if (!answer || answer.points.length === 0) return null;
  const not = answer.points.filter((own) => own.covered === 'not').map((own) => own.point);
  const bare = answer.points.filter((own) => own.check_items === 0).map((own) => own.point);
  const all = answer.points.length;
  const unchecked = answer.measures.flatMap((own) => own.unchecked);
  return (
    <section className="coverage" data-testid="coverage" data-covered={all - not.length} data-all={all}>
      <div className="coverage-part">
        <span>{w.inspect.covered(all - not.length, all)}</span>
        <meter min={0} max={all} value={all - not.length} />
        {not.length > 0 ? (
          <button
            type="button"
            className="number"
            onClick={() => openPoints(w.inspect.notCovered(not.length), not)}
            data-testid="coverage-not"
          >
            {w.inspect.notCovered(not.length)}
          </button>
        ) : null}
      </div>
      {bare.length > 0 ? (
        <div className="coverage-part">
          <button
            type="button"
            className="number"
            onClick={() => openPoints(w.inspect.noItems(bare.length), bare)}
            data-testid="coverage-bare"
          >
            {w.inspect.noItems(bare.length)}
          </button>
          {unchecked.length > 0 ? (
            <button
              type="button"
              className="link"
              onClick={() => void makeCheckItemsOf(unchecked)}
              data-testid="coverage-items"
            >
              {w.inspect.makeItems}
            </button>
          ) : null}
        </div>
      ) : null}
      <details className="coverage-part">
        <summary>{w.inspect.itemShare}</summary>
        <ul className="shares">
          {answer.measures.map((own) => (
            <li key={own.department ?? 'none'}>
              <span>{own.department ? departments.get(own.department)?.name : w.control.noDepartment}</span>
              <meter min={0} max={Math.max(1, own.measures)} value={own.checked} />
              <em>{w.statistics.of(own.checked, own.measures)}</em>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

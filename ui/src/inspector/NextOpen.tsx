// The way to the next point that is not assessed yet, so that assessing goes on without the list.
// Relies on the order of the list in the step of assessment.
import { useMemo } from 'react';
import type { PointView } from '../ipc';
import { openFirst } from '../list/rows';
import { Icon } from '../parts/icons';
import { goTo } from '../state/go';
import { useProject, useView } from '../state/store';
import { useWords } from '../words';

export function NextOpen({ point }: { point: PointView }) {
  const w = useWords();
  const points = useProject((state) => state.project?.points);
  const step = useView((view) => view.step);
  const open = useMemo(() => {
    if (step !== 'assess') return [];
    return openFirst([...(points?.values() ?? [])].filter((own) => own.unassessed > 0 || own.level === null));
  }, [points, step]);
  if (step !== 'assess') return null;
  const index = open.findIndex((own) => own.id === point.id);
  const next = open[index + 1] ?? open.find((own) => own.id !== point.id);
  if (!next) return <p className="next-open done">{w.score.allDone}</p>;
  return (
    <button
      type="button"
      className="next-open"
      onClick={() => goTo({ table: 'risk_point', id: next.id })}
      data-testid="next-open"
    >
      <span>
        {w.score.next(open.length)}
        <b>
          {next.code} {next.name}
        </b>
      </span>
      <Icon name="right" />
    </button>
  );
}

// The nine steps, each ticked by what the project really holds, with what is still missing.
// Relies on Rust for every condition. What no data can tell says so.
import { useState } from 'react';
import type { OverviewCondition, OverviewStage } from '../ipc';
import { Icon } from '../parts/icons';
import { usePick } from '../state/settings';
import { useView } from '../state/store';
import { useWords } from '../words';
import { openBehind } from './behind';

export function Stages({ stages }: { stages: readonly OverviewStage[] }) {
  const w = useWords();
  const pick = usePick();
  const [open, setOpen] = useState<number | null>(null);
  const shown = stages.find((own) => own.number === open);
  return (
    <div className="stages" data-testid="stages">
      <ol>
        {stages.map((stage) => (
          <li key={stage.number} data-state={stage.state}>
            <button
              type="button"
              aria-expanded={open === stage.number}
              onClick={() => setOpen(open === stage.number ? null : stage.number)}
              data-testid={`stage-${stage.number}`}
            >
              <i>{stage.state === 'done' ? <Icon name="check" size={12} /> : stage.number}</i>
              <b>{pick(stage.title)}</b>
              <em>{progress(stage) ?? w.overview.states[stage.state]}</em>
            </button>
          </li>
        ))}
      </ol>
      {shown ? (
        <div className="stage-conditions">
          {shown.conditions.length === 0 ? <p className="faint">{w.overview.untold}</p> : null}
          {shown.conditions.map((condition) => (
            <Condition key={condition.code} condition={condition} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

function progress(stage: OverviewStage): string | null {
  if (stage.conditions.length === 0) return null;
  const met = stage.conditions.filter((own) => own.have >= own.want).length;
  return `${met}/${stage.conditions.length}`;
}

function Condition({ condition }: { condition: OverviewCondition }) {
  const w = useWords();
  const pick = usePick();
  const met = condition.have >= condition.want;
  const title = pick(condition.title);
  return (
    <p data-met={met || undefined}>
      <Icon name={met ? 'check' : 'minus'} size={13} />
      <span>{title}</span>
      <em>
        {condition.have} / {condition.want}
      </em>
      {condition.missing.length > 0 ? (
        <button
          type="button"
          className="link"
          onClick={() => openBehind(title, condition.missing)}
          data-testid={`missing-${condition.code}`}
        >
          {w.overview.missing(condition.missing.length)}
        </button>
      ) : met ? null : (
        <button type="button" className="link" onClick={() => useView.setState({ step: 'setup' })}>
          {w.overview.go}
        </button>
      )}
    </p>
  );
}

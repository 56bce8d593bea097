// A leader's adjustment of a level: a decision with its reason beside the scores, which stay as they are.
// Relies on `adjust` and on Rust for which level holds.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { toCallError } from '../backend';
import type { AccidentView, ApiError, RiskBasis, RiskLevel } from '../ipc';
import { errorText, Labelled } from '../parts/fields';
import { intoSight } from '../parts/intoSight';
import { LevelChip, useLevelName } from '../parts/Level';
import { PersonField } from '../parts/PersonField';
import { attempt, execute } from '../state/actions';
import { usePick, useSettings, useVocabulary } from '../state/settings';
import { useWords } from '../words';

interface Props {
  accident: string;
  basis: RiskBasis;
  view: AccidentView;
}

export function Adjustment({ accident, basis, view }: Props) {
  const w = useWords();
  const name = useLevelName();
  const [adding, setAdding] = useState(false);
  const { adjustment } = view;
  if (view.computed === null) return null;
  if (adding)
    return <NewAdjustment accident={accident} basis={basis} view={view} onDone={() => setAdding(false)} />;
  return (
    <div className="adjustment" data-testid="adjustment">
      {adjustment ? (
        <>
          <p>
            <LevelChip level={adjustment.row.level} />
            <span>{w.scoring.adjusted(name(view.computed))}</span>
          </p>
          <p className="faint">
            {[adjustment.row.reason, adjustment.person, adjustment.row.decided_on]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p>
            <button
              type="button"
              className="link"
              onClick={() =>
                void attempt({
                  type: 'remove',
                  rows: [{ table: 'level_adjustment', id: adjustment.row.id }],
                })
              }
              data-testid="adjustment-remove"
            >
              {w.scoring.adjustUndo}
            </button>
          </p>
        </>
      ) : (
        <button type="button" className="link" onClick={() => setAdding(true)} data-testid="adjustment-add">
          {w.scoring.adjustAdd}
        </button>
      )}
    </div>
  );
}

function NewAdjustment({ accident, basis, view, onDone }: Props & { onDone: () => void }) {
  const w = useWords();
  const pick = usePick();
  const language = useSettings((state) => state.language);
  const { levels } = useVocabulary();
  const [level, setLevel] = useState<RiskLevel | null>(null);
  const [reason, setReason] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const save = async () => {
    if (!level) return;
    try {
      await execute({ type: 'adjust', accident, basis, level, reason, decided_by: person });
      onDone();
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  };
  return (
    <div className="adjustment" ref={intoSight}>
      <p className="faint">{w.scoring.adjustText}</p>
      <div className="inline-form">
        <Labelled label={w.scoring.adjustLevel} wide>
          {() => (
            <div className="choices" role="radiogroup">
              {levels
                .filter((own) => own.value !== view.computed)
                .map((own) => (
                  <button
                    key={own.value}
                    type="button"
                    role="radio"
                    aria-checked={level === own.value}
                    onClick={() => setLevel(own.value)}
                    data-testid={`adjustment-${own.value}`}
                  >
                    {pick(own.short)}
                  </button>
                ))}
            </div>
          )}
        </Labelled>
        <Labelled label={w.scoring.adjustReason} error={errorText(error, language)} wide>
          {(id) => (
            <Input.TextArea
              id={id}
              value={reason}
              autoSize={{ minRows: 2, maxRows: 5 }}
              placeholder={w.scoring.adjustReasonHint}
              onChange={(event) => setReason(event.target.value)}
              data-testid="adjustment-reason"
            />
          )}
        </Labelled>
        <PersonField
          label={w.scoring.adjustBy}
          value={person}
          onChange={setPerson}
          testid="adjustment-person"
        />
        <div className="inline-actions">
          <Button onClick={onDone}>{w.common.cancel}</Button>
          <Button
            type="primary"
            disabled={!level || reason.trim() === ''}
            onClick={() => void save()}
            data-testid="adjustment-save"
          >
            {w.scoring.adjustSave}
          </Button>
        </div>
      </div>
    </div>
  );
}

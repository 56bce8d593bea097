// Direct determinations of a point: which conditions apply, what was found, who decided.
// Relies on the catalogue of conditions; the level that a condition calls for is Rust's.
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { toCallError } from '../backend';
import type { ApiError, PointDetail } from '../ipc';
import { errorText, Labelled } from '../parts/fields';
import { Icon } from '../parts/icons';
import { intoSight } from '../parts/intoSight';
import { LevelChip } from '../parts/Level';
import { PersonField } from '../parts/PersonField';
import { attempt, execute } from '../state/actions';
import { usePeople } from '../state/rows';
import { usePick, useSettings, useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { Section } from './Section';

export function Determinations({ detail }: { detail: PointDetail }) {
  const w = useWords();
  const pick = usePick();
  const people = usePeople();
  const { direct_conditions } = useVocabulary();
  const [adding, setAdding] = useState(false);
  const name = (code: string) => {
    const found = direct_conditions.find((own) => own.value === code);
    return found ? pick(found.name) : code;
  };
  return (
    <Section
      title={w.direct.title}
      aside={
        adding ? null : (
          <button
            type="button"
            className="link"
            onClick={() => setAdding(true)}
            data-testid="add-determination"
          >
            ＋ {w.direct.add}
          </button>
        )
      }
      testid="determinations"
    >
      {detail.determinations.map((own) => (
        <div key={own.id} className="determination" data-testid="determination">
          <LevelChip level={own.level} />
          <div>
            <p>{name(own.condition)}</p>
            <p className="faint">
              {[own.reason, people.find((person) => person.id === own.decided_by_id)?.name, own.decided_on]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <button
            type="button"
            className="ib tiny"
            title={w.direct.remove}
            onClick={() =>
              void attempt({ type: 'remove', rows: [{ table: 'direct_determination', id: own.id }] })
            }
            data-testid="remove-determination"
          >
            <Icon name="close" size={12} />
          </button>
        </div>
      ))}
      {detail.determinations.length === 0 && !adding ? <p className="faint">{w.direct.none}</p> : null}
      {adding ? <NewDetermination point={detail.point.id} onDone={() => setAdding(false)} /> : null}
    </Section>
  );
}

function NewDetermination({ point, onDone }: { point: string; onDone: () => void }) {
  const w = useWords();
  const pick = usePick();
  const language = useSettings((state) => state.language);
  const { direct_conditions } = useVocabulary();
  const [condition, setCondition] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const save = async () => {
    if (!condition) return;
    try {
      await execute({ type: 'determine', point, condition, reason, decided_by: person });
      onDone();
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  };
  return (
    <div className="inline-form" ref={intoSight}>
      <Labelled label={w.direct.condition} wide>
        {(id) => (
          <Select
            id={id}
            value={condition}
            placeholder={w.direct.choose}
            options={direct_conditions.map((own) => ({ value: own.value, label: pick(own.name) }))}
            onChange={(value: string) => setCondition(value)}
            popupMatchSelectWidth={360}
            classNames={{ popup: { root: 'wrapping-options' } }}
            data-testid="determination-condition"
          />
        )}
      </Labelled>
      <Labelled label={w.direct.reason} error={errorText(error, language)} wide>
        {(id) => (
          <Input.TextArea
            id={id}
            value={reason}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={w.direct.reasonHint}
            onChange={(event) => setReason(event.target.value)}
            data-testid="determination-reason"
          />
        )}
      </Labelled>
      <PersonField
        label={w.direct.decidedBy}
        value={person}
        onChange={setPerson}
        testid="determination-person"
      />
      <div className="inline-actions">
        <Button onClick={onDone}>{w.common.cancel}</Button>
        <Button
          type="primary"
          disabled={!condition}
          onClick={() => void save()}
          data-testid="determination-save"
        >
          {w.direct.save}
        </Button>
      </div>
    </div>
  );
}

// A new round: its type, why now, since when, who takes part.
// Relies on Rust for the name of a round that was given none.
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { toCallError } from '../backend';
import { today } from '../format/day';
import type { ApiError, RoundKind, RoundView } from '../ipc';
import { DayField } from '../parts/DayField';
import { errorText, Labelled } from '../parts/fields';
import { execute } from '../state/actions';
import { usePeople } from '../state/rows';
import { usePick, useSettings, useVocabulary } from '../state/settings';
import { useWords } from '../words';

interface Props {
  rounds: readonly RoundView[];
  onDone: () => void;
}

export function NewRoundDialog({ rounds, onDone }: Props) {
  const w = useWords();
  const pick = usePick();
  const language = useSettings((state) => state.language);
  const { round_kinds } = useVocabulary();
  const people = usePeople();
  const [kind, setKind] = useState<RoundKind>('annual');
  const [name, setName] = useState('');
  const [cause, setCause] = useState('');
  const [date, setDate] = useState<string | null>(today);
  const [supplements, setSupplements] = useState<string | null>(null);
  const [members, setMembers] = useState<string[]>([]);
  const [roles, setRoles] = useState<Record<string, string>>({});
  const [error, setError] = useState<ApiError | null>(null);
  const annual = rounds.map((own) => own.round).filter((round) => round.kind === 'annual');
  const special = kind.startsWith('special');
  const save = async () => {
    try {
      await execute({
        type: 'open-round',
        kind,
        name: name.trim(),
        cause: cause.trim(),
        started_on: date,
        supplements: special ? supplements : null,
        members: members.map((person) => ({ person, role: roles[person]?.trim() ?? '' })),
      });
      onDone();
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  };
  return (
    <Modal
      open
      width={620}
      title={w.rounds.create}
      onCancel={onDone}
      onOk={() => void save()}
      okText={w.rounds.begin}
      cancelText={w.common.cancel}
      okButtonProps={{ 'data-testid': 'round-save' }}
    >
      <div className="form round-form">
        <Labelled label={w.rounds.kind} wide>
          {(id) => (
            <Select
              id={id}
              value={kind}
              options={round_kinds.map((own) => ({ value: own.value, label: pick(own.name) }))}
              onChange={(value: string) => setKind(value as RoundKind)}
              data-testid="round-kind"
            />
          )}
        </Labelled>
        <Labelled label={w.rounds.cause} wide hint={w.rounds.causeHint}>
          {(id) => (
            <Input.TextArea
              id={id}
              value={cause}
              autoSize={{ minRows: 2, maxRows: 4 }}
              onChange={(event) => setCause(event.target.value)}
              data-testid="round-cause"
            />
          )}
        </Labelled>
        <DayField label={w.rounds.startedOn} value={date} onChange={setDate} testid="round-date" />
        <Labelled label={w.rounds.name}>
          {(id) => (
            <Input
              id={id}
              value={name}
              placeholder={w.rounds.nameHint}
              onChange={(event) => setName(event.target.value)}
              data-testid="round-name"
            />
          )}
        </Labelled>
        {special && annual.length > 0 ? (
          <Labelled label={w.rounds.supplements} wide>
            {(id) => (
              <Select
                id={id}
                value={supplements}
                allowClear
                placeholder={w.common.optional}
                options={annual.map((own) => ({ value: own.id, label: own.name }))}
                onChange={(value: string | undefined) => setSupplements(value ?? null)}
                data-testid="round-supplements"
              />
            )}
          </Labelled>
        ) : null}
        <Labelled label={w.rounds.people} wide error={errorText(error, language)}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              value={members}
              placeholder={people.length > 0 ? w.rounds.peopleHint : w.rounds.noPeople}
              options={people.map((own) => ({ value: own.id, label: own.name }))}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(value: string[]) => setMembers(value)}
              data-testid="round-people"
            />
          )}
        </Labelled>
        {members.length > 0 ? (
          <ul className="round-roles wide">
            {members.map((id) => (
              <li key={id}>
                <span>{people.find((own) => own.id === id)?.name}</span>
                <Input
                  size="small"
                  value={roles[id] ?? ''}
                  placeholder={w.rounds.roleHint}
                  onChange={(event) => setRoles({ ...roles, [id]: event.target.value })}
                />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Modal>
  );
}

// Department, person and post of many points at once; what is left alone stays as it is.
// Relies on `assign`: one step, and people by the line of departments where that is wanted.
import { Checkbox, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import { toCallError } from '../backend';
import { useDepartmentChoices, usePersonChoices } from '../inspector/BasicsTab';
import type { ApiError } from '../ipc';
import { type Choice, choiceRow, errorText, Labelled } from '../parts/fields';
import { execute } from '../state/actions';
import { notify } from '../state/notices';
import { useTable } from '../state/rows';
import { useSettings } from '../state/settings';
import { bothWords, useWords } from '../words';

const KEEP = 'keep';
const NOBODY = 'nobody';

interface Props {
  points: readonly string[];
  onDone: (done: boolean) => void;
}

function change(value: string): { to: string | null } | null {
  if (value === KEEP) return null;
  return { to: value === NOBODY ? null : value };
}

export function AssignDialog({ points, onDone }: Props) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const departments = useDepartmentChoices();
  const people = usePersonChoices();
  const posts = usePostChoices();
  const [department, setDepartment] = useState(KEEP);
  const [person, setPerson] = useState(KEEP);
  const [post, setPost] = useState(KEEP);
  const [heads, setHeads] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const nothing = department === KEEP && person === KEEP && post === KEEP && !heads;
  const save = async () => {
    try {
      await execute({
        type: 'assign',
        points: [...points],
        department: change(department),
        person: change(person),
        post: change(post),
        heads,
      });
      notify({ kind: 'done', text: bothWords((words) => words.control.assigned(points.length)) });
      onDone(true);
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  };
  return (
    <Modal
      open
      width={480}
      title={w.control.assignTitle(points.length)}
      onCancel={() => onDone(false)}
      onOk={() => void save()}
      okText={w.control.assignGo}
      cancelText={w.common.cancel}
      okButtonProps={{ disabled: nothing, 'data-testid': 'assign-go' }}
    >
      <div className="form">
        <p className="faint wide">{w.control.assignText}</p>
        <Which
          label={w.basics.department}
          value={department}
          choices={departments}
          onChange={setDepartment}
          testid="assign-department"
        />
        <Which
          label={w.basics.person}
          value={person}
          choices={people}
          onChange={setPerson}
          testid="assign-person"
        />
        <Which label={w.people.post} value={post} choices={posts} onChange={setPost} testid="assign-post" />
        <div className="wide">
          <Checkbox
            checked={heads}
            onChange={(event) => setHeads(event.target.checked)}
            data-testid="assign-heads"
          >
            {w.control.heads}
          </Checkbox>
        </div>
        {error ? (
          <p className="field-error wide" role="alert">
            {errorText(error, language)}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}

function usePostChoices(): Choice[] {
  const table = useTable('post');
  return useMemo(
    () =>
      [...table.values()]
        .sort((a, b) => a.ordinal - b.ordinal)
        .map((row) => ({ value: row.id, label: row.name })),
    [table],
  );
}

interface WhichProps {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
  testid: string;
}

function Which({ label, value, choices, onChange, testid }: WhichProps) {
  const w = useWords();
  const options: Choice[] = [
    { value: KEEP, label: w.control.keep },
    ...choices,
    { value: NOBODY, label: w.control.nobody },
  ];
  return (
    <Labelled label={label} wide>
      {(id) => (
        <Select
          id={id}
          value={value}
          options={options}
          optionRender={choiceRow}
          onChange={onChange}
          showSearch={{ optionFilterProp: 'label' }}
          data-testid={testid}
        />
      )}
    </Labelled>
  );
}

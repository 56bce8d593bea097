// A person of the organisation who may be named or not: who decided, approved, raised or settled something.
// Relies on the people of the project.
// Knows nothing of what the person did.
import { Select } from 'antd';
import { usePeople } from '../state/rows';
import { useWords } from '../words';
import { Labelled } from './fields';

interface Props {
  label: string;
  value: string | null;
  onChange: (person: string | null) => void;
  testid: string;
}

export function PersonField({ label, value, onChange, testid }: Props) {
  const w = useWords();
  const people = usePeople();
  return (
    <Labelled label={label} wide>
      {(id) => (
        <Select
          id={id}
          value={value}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={w.common.optional}
          options={people.map((own) => ({ value: own.id, label: own.name }))}
          onChange={(person: string | undefined) => onChange(person ?? null)}
          data-testid={testid}
        />
      )}
    </Labelled>
  );
}

// The first person of a project, added right where somebody is needed to score.
// Relies on `add`. More about people stands in the first step.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { attempt } from '../state/actions';
import { useWords } from '../words';

export function AddPerson() {
  const w = useWords();
  const [name, setName] = useState('');
  const add = async () => {
    if (name.trim() === '') return;
    if (await attempt({ type: 'add', table: 'person', cells: { name: name.trim() } })) setName('');
  };
  return (
    <div className="add-person">
      <p>{w.score.nobody}</p>
      <Input
        value={name}
        placeholder={w.people.name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={() => void add()}
        data-testid="new-assessor"
      />
      <Button onClick={() => void add()} data-testid="new-assessor-add">
        {w.common.add}
      </Button>
    </div>
  );
}

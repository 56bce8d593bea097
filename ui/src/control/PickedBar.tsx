// What can be done to all points that were picked.
// Relies on `assign` being one step for all of them.
import { Button } from 'antd';
import { useState } from 'react';
import { Icon } from '../parts/icons';
import { useWords } from '../words';
import { AssignDialog } from './AssignDialog';

export function PickedBar({ picked, onClear }: { picked: ReadonlySet<string>; onClear: () => void }) {
  const w = useWords();
  const [assigning, setAssigning] = useState(false);
  return (
    <div className="picked-bar" data-testid="picked-bar" data-count={picked.size}>
      <b>{w.control.picked(picked.size)}</b>
      <Button type="primary" size="small" onClick={() => setAssigning(true)} data-testid="assign-open">
        <Icon name="people" size={13} /> {w.control.assign}
      </Button>
      <button type="button" className="link" onClick={onClear} data-testid="picked-clear">
        {w.control.clear}
      </button>
      {assigning ? (
        <AssignDialog
          points={[...picked]}
          onDone={(done) => {
            setAssigning(false);
            if (done) onClear();
          }}
        />
      ) : null}
    </div>
  );
}

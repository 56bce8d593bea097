// 变更管理: what changed at the site, which points have to be looked at again, what is out of date because of it.
// Relies on `changes` for what follows from a change; settling and closing are commands.
import { useState } from 'react';
import { useCalled } from '../filing/useCalled';
import { Empty } from '../parts/Empty';
import { Page } from '../screens/Page';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { ChangeCard } from './ChangeCard';
import { NewChangeDialog } from './NewChangeDialog';

export function ChangesScreen() {
  const w = useWords();
  const path = useProject((state) => state.project?.file.path);
  const step = useProject((state) => state.project?.step);
  const { answer } = useCalled('changes', {}, `${path}/${step}`);
  const [making, setMaking] = useState(false);
  // Open ones first; within each the latest.
  const changes = [...(answer ?? [])].sort(
    (a, b) =>
      Number(a.record.closed_on !== null) - Number(b.record.closed_on !== null) ||
      (b.record.happened_on ?? '').localeCompare(a.record.happened_on ?? ''),
  );
  const create = (
    <button type="button" className="primary" onClick={() => setMaking(true)} data-testid="change-new">
      {w.changes.create}
    </button>
  );
  return (
    <Page title={w.changes.title} text={w.changes.text} testid="changes" aside={create}>
      {answer && changes.length === 0 ? (
        <Empty title={w.changes.emptyTitle} text={w.changes.emptyText} />
      ) : null}
      {changes.map((own) => (
        <ChangeCard key={own.record.id} change={own} />
      ))}
      {making ? <NewChangeDialog onDone={() => setMaking(false)} /> : null}
    </Page>
  );
}

// Result files: how many wait in the watched folder, taking them, and which folder is watched.
// Relies on `inbox` for the folder of this project on this machine, and on the shell telling when files come.
import { Dropdown } from 'antd';
import { useEffect } from 'react';
import { Icon } from '../parts/icons';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { askInbox, hearInbox, takeInbox, useInbox, watchInbox } from './inbox';

export function InboxMenu() {
  const w = useWords();
  const path = useProject((state) => state.project?.file.path);
  const inbox = useInbox((own) => own.inbox);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another project has another folder
  useEffect(() => {
    void askInbox();
    return hearInbox();
  }, [path]);
  const folder = inbox?.folder ?? null;
  const waiting = inbox?.waiting ?? 0;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...(folder
            ? [{ key: 'take', label: w.inspect.inboxTake(waiting), onClick: () => void takeInbox(folder) }]
            : []),
          { key: 'from', label: w.inspect.inbox, onClick: () => void takeInbox(null) },
          { key: 'watch', label: w.inspect.inboxWatch, onClick: () => void watchInbox() },
        ],
      }}
    >
      <button type="button" className="link" title={folder ?? undefined} data-testid="inbox-menu">
        {waiting > 0 ? w.inspect.inboxWaiting(waiting) : w.inspect.inboxTitle} <Icon name="down" size={11} />
      </button>
    </Dropdown>
  );
}

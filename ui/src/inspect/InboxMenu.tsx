// Result files: which folder is watched, taking files from another one, and what became of the last ones.
// Relies on the inbox of this project on this machine; files of the watched folder are taken as they come.
import { Dropdown } from 'antd';
import { Icon } from '../parts/icons';
import { useWords } from '../words';
import { leaveInbox, showTakings, takeInbox, useInbox, watchInbox } from './inbox';

export function InboxMenu() {
  const w = useWords();
  const inbox = useInbox((own) => own.inbox);
  const takings = useInbox((own) => own.takings);
  const folder = inbox?.folder ?? null;
  const waiting = inbox?.waiting ?? 0;
  const refused = takings.reduce((sum, own) => sum + own.report.refused.length, 0);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...(takings.length > 0
            ? [{ key: 'last', label: w.inspect.takingsOpen(refused), onClick: () => showTakings(true) }]
            : []),
          ...(folder && waiting > 0
            ? [{ key: 'take', label: w.inspect.inboxTake(waiting), onClick: () => void takeInbox(folder) }]
            : []),
          { key: 'from', label: w.inspect.inbox, onClick: () => void takeInbox(null) },
          { key: 'watch', label: w.inspect.inboxWatch, onClick: () => void watchInbox() },
          ...(folder
            ? [{ key: 'leave', label: w.inspect.inboxLeave(folder), onClick: () => void leaveInbox() }]
            : []),
        ],
      }}
    >
      <button type="button" className="link" title={folder ?? undefined} data-testid="inbox-menu">
        {waiting > 0
          ? w.inspect.inboxWaiting(waiting)
          : folder
            ? w.inspect.inboxWatching
            : w.inspect.inboxTitle}{' '}
        <Icon name="down" size={11} />
      </button>
    </Dropdown>
  );
}

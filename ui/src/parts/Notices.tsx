// Short messages: done things fade by themselves, refusals stay until they are read.
// Relies on antd's messages. Each notice is shown once, in the language of the moment.
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { backend } from '../backend';
import { type Notice, noticed, useNotices } from '../state/notices';
import { usePick } from '../state/settings';
import { useWords } from '../words';

const SHORT = 3;
const LONG = 8;

export function Notices() {
  const { notices } = useNotices();
  const { message, notification } = App.useApp();
  const pick = usePick();
  const w = useWords();
  useEffect(() => {
    for (const notice of notices) {
      noticed(notice.id);
      const text = <span data-testid={`notice-${notice.kind}`}>{pick(notice.text)}</span>;
      if (notice.path)
        notification.success({
          title: text,
          duration: LONG,
          placement: 'bottomRight',
          actions: <Reveal notice={notice} word={w.common.reveal} />,
        });
      else if (notice.action)
        notification[notice.kind === 'done' ? 'success' : 'warning']({
          title: text,
          duration: LONG,
          placement: 'bottomRight',
          actions: <Act action={notice.action} word={pick(notice.action.label)} />,
        });
      else if (notice.kind === 'error') void message.error(text, LONG);
      else if (notice.kind === 'hint') void message.info(text, SHORT);
      else void message.success(text, SHORT);
    }
  }, [notices, message, notification, pick, w]);
  return null;
}

function Act({ action, word }: { action: NonNullable<Notice['action']>; word: string }) {
  return (
    <Button size="small" type="primary" onClick={action.go} data-testid="notice-action">
      {word}
    </Button>
  );
}

function Reveal({ notice, word }: { notice: Notice; word: string }) {
  return (
    <Button
      size="small"
      onClick={() =>
        void backend()
          .reveal(notice.path ?? '')
          .catch(() => undefined)
      }
      data-testid="reveal"
    >
      {word}
    </Button>
  );
}

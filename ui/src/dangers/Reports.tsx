// 双报告: that a major danger was reported to the authority and to the staff congress, with receipts.
// Relies on the command for what a report must say.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { today } from '../format/day';
import { useChoices } from '../inspect/BasePanel';
import type { DangerFile, ReportRecipient } from '../ipc';
import { DayField } from '../parts/DayField';
import { Labelled } from '../parts/fields';
import { attempt } from '../state/actions';
import { useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { ChoiceOf } from './ActFields';

export function Reports({ view }: { view: DangerFile }) {
  const w = useWords();
  const recipients = useChoices(useVocabulary().dangers.recipients);
  const [open, setOpen] = useState(false);
  const names = new Map(recipients.map((own) => [own.value, own.label]));
  return (
    <section className="card" data-testid="reports">
      <header>
        <h2>{w.dangers.reports}</h2>
        <button
          type="button"
          className="link card-aside"
          onClick={() => setOpen(true)}
          data-testid="report-major"
        >
          {w.dangers.reportMajor}
        </button>
      </header>
      {view.reports.length === 0 ? <p className="warn">{w.dangers.noReports}</p> : null}
      <dl className="facts">
        {view.reports.map((own) => (
          <div key={own.id}>
            <dt>{names.get(own.to)}</dt>
            <dd>
              {own.recipient}　{own.sent_on}
              {own.receipt ? `　${w.dangers.receipt} ${own.receipt}` : ''}
            </dd>
          </div>
        ))}
      </dl>
      {open ? <ReportDialog danger={view.danger.id} onDone={() => setOpen(false)} /> : null}
    </section>
  );
}

function ReportDialog({ danger, onDone }: { danger: string; onDone: () => void }) {
  const w = useWords();
  const recipients = useChoices(useVocabulary().dangers.recipients);
  const [to, setTo] = useState<string | null>('authority');
  const [recipient, setRecipient] = useState('');
  const [sent, setSent] = useState<string | null>(today());
  const [receipt, setReceipt] = useState('');
  const [received, setReceived] = useState<string | null>(null);
  const save = async () => {
    if (!to || !sent) return;
    const done = await attempt({
      type: 'report-major',
      danger,
      to: to as ReportRecipient,
      recipient: recipient.trim(),
      sent_on: sent,
      receipt: receipt.trim(),
      received_on: received,
    });
    if (done) onDone();
  };
  return (
    <Modal
      open
      width={520}
      title={w.dangers.reports}
      onCancel={onDone}
      onOk={() => void save()}
      okText={w.inspect.save}
      cancelText={w.common.cancel}
      okButtonProps={{ disabled: !to || !sent || recipient.trim() === '', 'data-testid': 'report-major-go' }}
    >
      <div className="form">
        <ChoiceOf
          label={w.dangers.reportTo}
          value={to}
          choices={recipients}
          onChange={setTo}
          testid="report-to"
        />
        <Labelled label={`${w.dangers.recipient} *`}>
          {(id) => (
            <Input
              id={id}
              value={recipient}
              onChange={(event) => setRecipient(event.target.value)}
              data-testid="report-recipient"
            />
          )}
        </Labelled>
        <DayField label={w.dangers.sentOn} value={sent} onChange={setSent} required testid="report-sent" />
        <Labelled label={w.dangers.receipt}>
          {(id) => <Input id={id} value={receipt} onChange={(event) => setReceipt(event.target.value)} />}
        </Labelled>
        <DayField
          label={w.dangers.receivedOn}
          value={received}
          onChange={setReceived}
          testid="report-received"
        />
      </div>
    </Modal>
  );
}

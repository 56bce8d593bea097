// 双报告: that a major danger was reported to the authority and to the staff congress, with receipts.
// Relies on the command for what a report must say.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { today } from '../format/day';
import type { DangerFile, DangerReportView, ReportRecipient } from '../ipc';
import { useChoices } from '../parts/choices';
import { DayField } from '../parts/DayField';
import { Labelled } from '../parts/fields';
import { attempt } from '../state/actions';
import { useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { ChoiceOf } from './ActFields';

export function Reports({ view }: { view: DangerFile }) {
  const w = useWords();
  const recipients = useChoices(useVocabulary().dangers.recipients);
  const [open, setOpen] = useState<DangerReportView | 'new' | null>(null);
  const names = new Map(recipients.map((own) => [own.value, own.label]));
  return (
    <section className="card" data-testid="reports">
      <header>
        <h2>{w.dangers.reports}</h2>
        <button
          type="button"
          className="link card-aside"
          onClick={() => setOpen('new')}
          data-testid="report-major"
        >
          {w.dangers.reportMajor}
        </button>
      </header>
      {view.reports.length === 0 ? <p className="warn">{w.dangers.noReports}</p> : null}
      <dl className="case-facts">
        {view.reports.map((own) => (
          <div key={own.id}>
            <dt>{names.get(own.to)}</dt>
            <dd>
              {own.recipient}　{own.sent_on}
              {own.receipt ? (
                `　${w.dangers.receipt} ${own.receipt}`
              ) : (
                <button
                  type="button"
                  className="link report-receipt"
                  onClick={() => setOpen(own)}
                  data-testid="report-receipt"
                >
                  {w.dangers.addReceipt}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {open ? (
        <ReportDialog
          danger={view.danger.id}
          report={open === 'new' ? null : open}
          onDone={() => setOpen(null)}
        />
      ) : null}
    </section>
  );
}

interface DialogProps {
  danger: string;
  /** The report that a receipt came for; nothing for a new one. */
  report: DangerReportView | null;
  onDone: () => void;
}

function ReportDialog({ danger, report, onDone }: DialogProps) {
  const w = useWords();
  const recipients = useChoices(useVocabulary().dangers.recipients);
  const [to, setTo] = useState<string | null>(report?.to ?? 'authority');
  const [recipient, setRecipient] = useState(report?.recipient ?? '');
  const [sent, setSent] = useState<string | null>(report?.sent_on ?? today());
  const [receipt, setReceipt] = useState('');
  const [received, setReceived] = useState<string | null>(report ? today() : null);
  const save = async () => {
    if (!to || !sent) return;
    const done = await attempt({
      type: 'report-major',
      danger,
      report: report?.id ?? null,
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

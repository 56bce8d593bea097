// Living with a finding: why, in words, so that whoever reads the check later knows.
// Relies on `ignore-finding`; the finding comes back when its subject changes.
import { Input } from 'antd';
import { useState } from 'react';
import type { FindingView } from '../ipc';
import { attempt } from '../state/actions';
import { useWords } from '../words';

export function IgnoreForm({ finding, onDone }: { finding: FindingView; onDone: () => void }) {
  const w = useWords();
  const [reason, setReason] = useState('');
  const save = async () => {
    const done = await attempt({
      type: 'ignore-finding',
      rule: finding.rule,
      row: finding.row,
      detail: finding.detail,
      reason: reason.trim(),
      by: null,
    });
    if (done) onDone();
  };
  return (
    <div className="ignore-form">
      <Input
        autoFocus
        value={reason}
        placeholder={w.health.reasonHint}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={() => {
          if (reason.trim()) void save();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
        data-testid="ignore-reason"
      />
      <button
        type="button"
        className="primary"
        disabled={reason.trim() === ''}
        onClick={() => void save()}
        data-testid="ignore-go"
      >
        {w.health.ignore}
      </button>
      <button type="button" className="link" onClick={onDone}>
        {w.common.cancel}
      </button>
    </div>
  );
}

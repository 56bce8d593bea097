// One act of a review: who does it, and what is said.
// Relies on Rust for whether it may be done; a refusal is shown and nothing is lost.
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { toCallError } from '../backend';
import type { ApiError, ReviewAct, ReviewView } from '../ipc';
import { errorText, Labelled } from '../parts/fields';
import { execute } from '../state/actions';
import { usePeople, useTable } from '../state/rows';
import { usePick, useSettings } from '../state/settings';
import { useWords } from '../words';

interface Props {
  review: ReviewView;
  act: ReviewAct;
  onDone: () => void;
}

/** Acts that somebody answers for by name. */
const SIGNED: ReadonlySet<ReviewAct> = new Set<ReviewAct>(['return', 'pass', 'approve']);

export function ActDialog({ review, act, onDone }: Props) {
  const w = useWords();
  const pick = usePick();
  const language = useSettings((state) => state.language);
  const people = usePeople();
  const table = useTable('person');
  const byPrincipal = act === 'approve' && review.subject === 'major-risks';
  const [by, setBy] = useState<string | null>(byPrincipal ? review.principal : null);
  const [note, setNote] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const missing = (SIGNED.has(act) && !by) || (act === 'return' && note.trim() === '');
  const save = async () => {
    setBusy(true);
    try {
      await execute({
        type: 'review',
        subject: review.subject,
        round: review.round,
        act,
        by,
        note: note.trim(),
      });
      onDone();
    } catch (thrown) {
      setError(toCallError(thrown).api);
      setBusy(false);
    }
  };
  const principal = review.principal ? (table.get(review.principal)?.name ?? '') : '';
  return (
    <Modal
      open
      width={480}
      title={w.review.doTitle(w.review.acts[act], pick(review.title))}
      onCancel={onDone}
      onOk={() => void save()}
      okText={w.review.acts[act]}
      cancelText={w.common.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: missing, 'data-testid': 'act-go' }}
    >
      <div className="form">
        {act === 'submit' ? <p className="faint wide">{w.review.submitText}</p> : null}
        {act === 'approve' ? <p className="faint wide">{w.review.approveText}</p> : null}
        {byPrincipal ? (
          <p className="wide">{review.principal ? w.review.principal(principal) : w.review.noPrincipal}</p>
        ) : null}
        <Labelled label={w.review.by} wide>
          {(id) => (
            <Select
              id={id}
              value={by}
              allowClear
              disabled={byPrincipal}
              placeholder={SIGNED.has(act) ? w.review.byNeeded : w.common.optional}
              options={people
                .filter((own) => own.left_on === null)
                .map((own) => ({
                  value: own.id,
                  label: own.title ? `${own.name}（${own.title}）` : own.name,
                }))}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(value: string | undefined) => setBy(value ?? null)}
              data-testid="act-by"
            />
          )}
        </Labelled>
        <Labelled label={w.review.note} wide error={errorText(error, language)}>
          {(id) => (
            <Input.TextArea
              id={id}
              value={note}
              autoSize={{ minRows: 2, maxRows: 6 }}
              placeholder={act === 'return' ? w.review.noteNeeded : w.review.noteHint}
              onChange={(event) => setNote(event.target.value)}
              data-testid="act-note"
            />
          )}
        </Labelled>
      </div>
    </Modal>
  );
}

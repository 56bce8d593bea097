// The control tier of a point: the one that its level calls for, or another one with a reason.
// Relies on `set-tier`; which tier a level calls for is Rust's answer.
import { Button, Input, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import { toCallError } from '../backend';
import { Duties } from '../control/Duties';
import type { ApiError, PointDetail, PointView } from '../ipc';
import { errorText, Labelled } from '../parts/fields';
import { attempt, execute } from '../state/actions';
import { useTable } from '../state/rows';
import { useSettings } from '../state/settings';
import { useWords } from '../words';
import { Section } from './Section';

export function TierSection({ point, detail }: { point: PointView; detail: PointDetail }) {
  const w = useWords();
  const tiers = useTable('control_tier');
  const [editing, setEditing] = useState(false);
  const tier = point.tier_id ? tiers.get(point.tier_id) : undefined;
  const usual = detail.default_tier_id ? tiers.get(detail.default_tier_id) : undefined;
  return (
    <Section
      title={w.tier.title}
      aside={
        editing ? null : (
          <button type="button" className="link" onClick={() => setEditing(true)} data-testid="change-tier">
            {w.tier.change}
          </button>
        )
      }
    >
      <p data-testid="tier">
        {tier?.name ?? w.tier.none}
        <span className="faint">
          {' '}
          {tier ? (point.tier_by_hand ? w.tier.byHand(usual?.name ?? '') : w.tier.byLevel) : ''}
        </span>
      </p>
      {point.tier_by_hand && !editing ? (
        <p className="faint">
          {detail.point.tier_reason}{' '}
          <button
            type="button"
            className="link"
            onClick={() => void attempt({ type: 'set-tier', point: point.id, tier: null, reason: '' })}
            data-testid="tier-reset"
          >
            {w.tier.reset}
          </button>
        </p>
      ) : null}
      {editing ? null : <Duties point={point.id} />}
      {editing ? <TierForm detail={detail} onDone={() => setEditing(false)} /> : null}
    </Section>
  );
}

function TierForm({ detail, onDone }: { detail: PointDetail; onDone: () => void }) {
  const w = useWords();
  const tiers = useTable('control_tier');
  const language = useSettings((state) => state.language);
  const inOrder = useMemo(() => [...tiers.values()].sort((a, b) => a.rank - b.rank), [tiers]);
  const [tier, setTier] = useState<string | null>(detail.point.tier_id);
  const [reason, setReason] = useState(detail.point.tier_reason);
  const [error, setError] = useState<ApiError | null>(null);
  const [asking, setAsking] = useState(false);
  const save = async (overriding: boolean) => {
    setAsking(false);
    try {
      await execute({ type: 'set-tier', point: detail.point.id, tier, reason, overriding });
      onDone();
    } catch (thrown) {
      const { api } = toCallError(thrown);
      // Lower than the level calls for: that must be meant.
      if (api.code === 'lowers-tier' && !overriding) setAsking(true);
      else setError(api);
    }
  };
  return (
    <div className="inline-form">
      <Labelled label={w.tier.title} wide>
        {(id) => (
          <Select
            id={id}
            value={tier}
            placeholder={w.tier.choose}
            options={inOrder.map((own) => ({ value: own.id, label: own.name }))}
            onChange={(value: string) => setTier(value)}
            data-testid="tier-choice"
          />
        )}
      </Labelled>
      <Labelled label={w.tier.reason} error={errorText(error, language)} wide>
        {(id) => (
          <Input.TextArea
            id={id}
            value={reason}
            autoSize={{ minRows: 2, maxRows: 5 }}
            placeholder={w.tier.reasonHint}
            onChange={(event) => setReason(event.target.value)}
            data-testid="tier-reason"
          />
        )}
      </Labelled>
      <div className="inline-actions">
        <Button onClick={onDone}>{w.common.cancel}</Button>
        <Button type="primary" disabled={!tier} onClick={() => void save(false)} data-testid="tier-save">
          {w.tier.save}
        </Button>
      </div>
      <Modal
        open={asking}
        width={440}
        title={w.control.lower(inOrder.find((own) => own.id === tier)?.name ?? '')}
        onCancel={() => setAsking(false)}
        onOk={() => void save(true)}
        okText={w.control.lowerGo}
        cancelText={w.common.cancel}
        okButtonProps={{ danger: true, 'data-testid': 'tier-override' }}
      >
        <p>{w.control.lowerText}</p>
      </Modal>
    </div>
  );
}

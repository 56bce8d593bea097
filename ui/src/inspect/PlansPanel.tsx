// 排查计划: what is inspected when by whom; plans by level, revised and ended without touching the past.
// Relies on `plans` for rules in words and next dates, on `coverage` for what is left out.
import { Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { addDays, today } from '../format/day';
import type { PlanView } from '../ipc';
import { DayField } from '../parts/DayField';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { attempt } from '../state/actions';
import { notify } from '../state/notices';
import { usePick } from '../state/settings';
import { bothWords, useWords } from '../words';
import { CoverageBar } from './CoverageBar';
import { PlanDialog } from './PlanDialog';
import { ProposalsDialog } from './ProposalsDialog';
import { useAsked } from './useAsked';

type Open = { kind: 'new' | 'propose' } | { kind: 'revise' | 'end'; plan: PlanView };

export function PlansPanel() {
  const w = useWords();
  const { answer } = useAsked('plans', {});
  const [open, setOpen] = useState<Open | null>(null);
  const [withEnded, setWithEnded] = useState(false);
  const plans = answer ?? [];
  const ended = plans.filter(isOver);
  const shown = withEnded ? plans : plans.filter((own) => !isOver(own));
  const unissued = plans.filter((own) => own.state === 'draft');
  const close = () => setOpen(null);
  const buttons = (
    <>
      <button
        type="button"
        className={plans.length === 0 ? 'primary' : 'secondary'}
        onClick={() => setOpen({ kind: 'propose' })}
        data-testid="plans-propose"
      >
        {w.inspect.propose}
      </button>
      <button
        type="button"
        className="secondary"
        onClick={() => setOpen({ kind: 'new' })}
        data-testid="plan-new"
      >
        {w.inspect.newPlan}
      </button>
    </>
  );
  return (
    <div className="plans" data-testid="plans" data-count={shown.length}>
      <CoverageBar />
      {answer && plans.length === 0 ? (
        <Empty title={w.inspect.plansEmpty} text={w.inspect.plansEmptyText}>
          {buttons}
        </Empty>
      ) : (
        <>
          <div className="plans-bar">
            {unissued.length > 0 ? (
              <button
                type="button"
                className="primary"
                title={w.inspect.issueHint}
                onClick={() => void issue(unissued)}
                data-testid="plans-issue"
              >
                <Icon name="send" size={13} /> {w.inspect.issue(unissued.length)}
              </button>
            ) : null}
            {buttons}
            <span className="grow" />
            {ended.length > 0 ? (
              <label className="dangers-switch">
                <input
                  type="checkbox"
                  checked={withEnded}
                  onChange={(event) => setWithEnded(event.target.checked)}
                />
                {w.inspect.showEnded(ended.length)}
              </label>
            ) : null}
          </div>
          <PlanTable plans={shown} onOpen={setOpen} />
        </>
      )}
      {open?.kind === 'propose' ? <ProposalsDialog onDone={close} /> : null}
      {open?.kind === 'new' ? <PlanDialog line={null} onDone={close} /> : null}
      {open?.kind === 'revise' ? <PlanDialog line={open.plan} onDone={close} /> : null}
      {open?.kind === 'end' ? <EndDialog line={open.plan} onDone={close} /> : null}
    </div>
  );
}

function isOver({ state }: PlanView): boolean {
  return state === 'over';
}

async function issue(plans: readonly PlanView[]): Promise<void> {
  const count = plans.length;
  const done = await attempt({ type: 'issue-plans', plans: plans.map((own) => own.plan.id), on: today() });
  if (done) notify({ kind: 'done', text: bothWords((words) => words.inspect.issueDone(count)) });
}

interface TableProps {
  plans: readonly PlanView[];
  onOpen: (open: Open) => void;
}

function PlanTable({ plans, onOpen }: TableProps) {
  const w = useWords();
  const pick = usePick();
  return (
    <div className="plan-table" data-testid="plan-table">
      <div className="plan-row heads">
        <span>{w.inspect.plan}</span>
        <span>{w.inspect.rule}</span>
        <span>{w.inspect.points}</span>
        <span>{w.inspect.executor}</span>
        <span>{w.inspect.nextDate}</span>
        <span>{w.inspect.state}</span>
        <span />
      </div>
      {plans.map((line) => (
        <div
          key={line.plan.id}
          className="plan-row"
          data-over={isOver(line) || undefined}
          data-plan={line.plan.code}
          data-testid="plan"
        >
          <span>
            <em>{line.plan.code}</em>
            <b>{line.plan.name}</b>
          </span>
          <span>{pick(line.rule)}</span>
          <span>{line.points.length > 0 ? w.inspect.pointsCount(line.points.length) : line.plan.scope}</span>
          <span>{pick(line.executor)}</span>
          <span>{line.next ?? '—'}</span>
          <span>
            <PlanState line={line} />
          </span>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                {
                  key: 'revise',
                  label: w.inspect.revise,
                  onClick: () => onOpen({ kind: 'revise', plan: line }),
                },
                { key: 'end', label: w.inspect.end, onClick: () => onOpen({ kind: 'end', plan: line }) },
              ],
            }}
          >
            <button type="button" className="ib tiny" data-testid="plan-menu">
              <Icon name="more" size={14} />
            </button>
          </Dropdown>
        </div>
      ))}
    </div>
  );
}

function PlanState({ line }: { line: PlanView }) {
  const w = useWords();
  const { plan } = line;
  if (isOver(line)) return <span className="faint">{w.inspect.ended(plan.ends_on ?? '')}</span>;
  if (plan.issued_on === null) return <span className="danger-chip warn">{w.inspect.notIssued}</span>;
  if (line.state === 'upcoming') return <span className="faint">{w.inspect.notBegun(plan.starts_on)}</span>;
  return (
    <span className="danger-chip" title={w.inspect.issued(plan.issued_on)}>
      {w.inspect.running}
    </span>
  );
}

function EndDialog({ line, onDone }: { line: PlanView; onDone: () => void }) {
  const w = useWords();
  const [day, setDay] = useState<string | null>(addDays(today(), -1));
  const save = async () => {
    if (day && (await attempt({ type: 'end-plan', plan: line.plan.id, on: day }))) onDone();
  };
  return (
    <Modal
      open
      width={420}
      title={`${w.inspect.end.replace('…', '')} ${line.plan.name}`}
      onCancel={onDone}
      onOk={() => void save()}
      okText={w.inspect.endGo}
      cancelText={w.common.cancel}
      okButtonProps={{ disabled: !day, 'data-testid': 'plan-end-go' }}
    >
      <p className="faint">{w.inspect.endText}</p>
      <DayField label={w.inspect.endOn} value={day} onChange={setDay} required testid="plan-end-on" />
    </Modal>
  );
}

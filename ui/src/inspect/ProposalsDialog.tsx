// Plans that levels and tiers ask for: each can be left out, its rhythm changed, before all are made in one step.
// Relies on `plan-proposals` for the matrix.
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { addDays, today } from '../format/day';
import { usePersonChoices } from '../inspector/BasicsTab';
import type { CalendarRule, Executor, ProposalView } from '../ipc';
import { useChoices } from '../parts/choices';
import { DayField } from '../parts/DayField';
import { LevelChip } from '../parts/Level';
import { attempt } from '../state/actions';
import { notify } from '../state/notices';
import { usePick, useVocabulary } from '../state/settings';
import { bothWords, useWords } from '../words';
import { RuleEditor } from './RuleEditor';
import { useAsked } from './useAsked';

const keyOf = ({ proposal }: ProposalView) => `${proposal.level}/${proposal.tier}`;

/** Who does the tasks of a plan. */
interface Doer {
  executor: Executor;
  person: string | null;
}

export function ProposalsDialog({ onDone }: { onDone: () => void }) {
  const w = useWords();
  const { answer } = useAsked('plan-proposals', {});
  const proposals = answer ?? [];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [changed, setChanged] = useState<ReadonlyMap<string, CalendarRule>>(new Map());
  const [doers, setDoers] = useState<ReadonlyMap<string, Doer>>(new Map());
  const [editing, setEditing] = useState<string | null>(null);
  const [starts, setStarts] = useState<string | null>(addDays(today(), 0));
  const taken = proposals.filter((own) => !left.has(keyOf(own)));
  const doerOf = (own: ProposalView): Doer =>
    doers.get(keyOf(own)) ?? { executor: own.proposal.executor, person: own.proposal.person };
  const unnamed = taken.some((own) => {
    const doer = doerOf(own);
    return doer.executor === 'person' && doer.person === null;
  });
  const toggle = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  const set = (key: string, rule: CalendarRule) => setChanged(new Map(changed).set(key, rule));
  const go = async () => {
    if (!starts) return;
    const done = await attempt({
      type: 'generate-plans',
      plans: taken.map((own) => ({
        level: own.proposal.level,
        tier: own.proposal.tier,
        rule: changed.get(keyOf(own)) ?? null,
        ...doerOf(own),
      })),
      starts_on: starts,
      ends_on: null,
      issued_on: null,
    });
    if (!done) return;
    const count = taken.length;
    notify({ kind: 'done', text: bothWords((words) => words.inspect.generated(count)) });
    onDone();
  };
  return (
    <Modal
      open
      width={1000}
      style={{ top: 40 }}
      title={w.inspect.proposalsTitle}
      onCancel={onDone}
      onOk={() => void go()}
      okText={w.inspect.generate(taken.length)}
      cancelText={w.common.cancel}
      okButtonProps={{ disabled: taken.length === 0 || !starts || unnamed, 'data-testid': 'proposals-go' }}
    >
      <p className="dialog-about">{w.inspect.proposalsText}</p>
      {answer && proposals.length === 0 ? <p className="pad">{w.inspect.proposalsNone}</p> : null}
      {proposals.length > 0 ? (
        <>
          <div className="proposals" data-testid="proposals" data-count={proposals.length}>
            {proposals.map((own) => {
              const key = keyOf(own);
              return (
                <ProposalRow
                  key={key}
                  view={own}
                  rule={changed.get(key) ?? own.proposal.rule}
                  doer={doerOf(own)}
                  onDoer={(doer) => setDoers(new Map(doers).set(key, doer))}
                  taken={!left.has(key)}
                  editing={editing === key}
                  starts={starts ?? today()}
                  onToggle={() => toggle(key)}
                  onEdit={() => setEditing(editing === key ? null : key)}
                  onChange={(rule) => set(key, rule)}
                />
              );
            })}
          </div>
          <div className="form">
            <DayField
              label={w.inspect.planStarts}
              value={starts}
              onChange={setStarts}
              required
              testid="proposals-starts"
            />
          </div>
        </>
      ) : null}
    </Modal>
  );
}

interface RowProps {
  view: ProposalView;
  rule: CalendarRule;
  doer: Doer;
  onDoer: (doer: Doer) => void;
  taken: boolean;
  editing: boolean;
  starts: string;
  onToggle: () => void;
  onEdit: () => void;
  onChange: (rule: CalendarRule) => void;
}

function ProposalRow(props: RowProps) {
  const { view, rule: current, taken, editing, starts, onToggle, onEdit, onChange } = props;
  const w = useWords();
  const pick = usePick();
  const { proposal } = view;
  const same = (rule: CalendarRule) => JSON.stringify(rule) === JSON.stringify(current);
  const choices = [
    { rule: proposal.rule, words: view.rule },
    ...proposal.others.flatMap((rule, at) => {
      const words = view.others[at];
      return words ? [{ rule, words }] : [];
    }),
  ];
  const index = choices.findIndex((own) => same(own.rule));
  const words = index >= 0 ? choices[index]?.words : null;
  return (
    <div className="proposal" data-taken={taken || undefined} data-testid="proposal">
      <div className="proposal-line">
        <input type="checkbox" checked={taken} onChange={onToggle} aria-label={proposal.name} />
        <LevelChip level={proposal.level} />
        <b>{view.tier}</b>
        <span>{w.inspect.pointsCount(proposal.points.length)}</span>
        <Select
          value={index >= 0 ? index : -1}
          options={[
            ...choices.map((own, at) => ({ value: at, label: pick(own.words) })),
            ...(words ? [] : [{ value: -1, label: w.inspect.every[current.every] }]),
          ]}
          popupMatchSelectWidth={false}
          onChange={(at: number) => {
            const own = choices[at];
            if (own) onChange(own.rule);
          }}
          data-testid="proposal-rule"
        />
        <DoerChoice doer={props.doer} onChange={props.onDoer} />
        <button type="button" className="link" onClick={onEdit} data-testid="proposal-edit">
          {w.inspect.rule}…
        </button>
      </div>
      {editing ? (
        <RuleEditor
          value={{ rule: current, rest_days: proposal.rest_days, on_rest: proposal.on_rest }}
          onChange={({ rule }) => onChange(rule)}
          from={starts}
          bare
        />
      ) : null}
    </div>
  );
}

/** Who does it; a named person is chosen beside. */
function DoerChoice({ doer, onChange }: { doer: Doer; onChange: (doer: Doer) => void }) {
  const w = useWords();
  const executors = useChoices(useVocabulary().inspections.executors);
  const people = usePersonChoices();
  return (
    <span className="proposal-doer">
      <Select
        value={doer.executor}
        options={executors}
        popupMatchSelectWidth={false}
        onChange={(executor: string) => onChange({ executor: executor as Executor, person: null })}
        data-testid="proposal-executor"
      />
      {doer.executor === 'person' ? (
        <Select
          value={doer.person}
          placeholder={w.inspect.choosePerson}
          options={people}
          status={doer.person ? '' : 'error'}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          onChange={(person: string) => onChange({ ...doer, person })}
          data-testid="proposal-person"
        />
      ) : null}
    </span>
  );
}

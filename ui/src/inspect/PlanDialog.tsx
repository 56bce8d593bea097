// A plan, new or revised: what, how often, by whom, from when. A revision begins a new plan and ends the old one.
// Relies on Rust for whether it fits together; a refusal is shown and nothing is lost.
import { Checkbox, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { toCallError } from '../backend';
import { ChoiceOf } from '../dangers/ActFields';
import { addDays, today } from '../format/day';
import { useDepartmentChoices, usePersonChoices } from '../inspector/BasicsTab';
import type { ApiError, Executor, InspectionKind, NewInspectionPlan, PlanView, Topic } from '../ipc';
import { useChoices } from '../parts/choices';
import { DayField } from '../parts/DayField';
import { errorText, Labelled } from '../parts/fields';
import { execute } from '../state/actions';
import { useTable } from '../state/rows';
import { useSettings, useVocabulary } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { RuleEditor } from './RuleEditor';

type PlanDraft = Required<NewInspectionPlan>;

function blank(): PlanDraft {
  return {
    name: '',
    kind: 'daily',
    topic: null,
    scope: '',
    checklist: null,
    rule: { every: 'weekly', days: [1] },
    rest_days: 'vacations',
    on_rest: 'skip',
    grace_days: null,
    executor: 'responsible',
    person: null,
    tier: null,
    department: null,
    starts_on: today(),
    ends_on: null,
    campaign: false,
    note: '',
    points: [],
  };
}

function again({ plan, points }: PlanView): PlanDraft {
  return {
    name: plan.name,
    kind: plan.kind,
    topic: plan.topic,
    scope: plan.scope,
    checklist: plan.checklist_id,
    rule: plan.rule,
    rest_days: plan.rest_days,
    on_rest: plan.on_rest,
    grace_days: plan.grace_days,
    executor: plan.executor,
    person: plan.person_id,
    tier: plan.tier_id,
    department: plan.department_id,
    starts_on: plan.starts_on > today() ? plan.starts_on : addDays(today(), 1),
    ends_on: plan.ends_on,
    campaign: plan.campaign,
    note: plan.note,
    points: [...points],
  };
}

export function PlanDialog({ line, onDone }: { line: PlanView | null; onDone: () => void }) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const [draft, setDraft] = useState<PlanDraft>(() => (line ? again(line) : blank()));
  const [error, setError] = useState<ApiError | null>(null);
  const set = (part: Partial<PlanDraft>) => setDraft({ ...draft, ...part });
  const ready =
    draft.name.trim() !== '' &&
    (draft.points.length > 0 || draft.scope.trim() !== '') &&
    (draft.executor !== 'person' || draft.person !== null);
  const save = async () => {
    try {
      await execute(
        line
          ? { type: 'revise-plan', plan: line.plan.id, to: draft, issued_on: null }
          : { type: 'add-plan', plan: draft, code: '', issued_on: null },
      );
      onDone();
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  };
  return (
    <Modal
      open
      width={820}
      style={{ top: 32 }}
      title={
        line ? `${w.inspect.revise.replace('…', '')} ${line.plan.name}` : w.inspect.newPlan.replace('…', '')
      }
      onCancel={onDone}
      onOk={() => void save()}
      okText={line ? w.inspect.saveRevised : w.inspect.save}
      cancelText={w.common.cancel}
      okButtonProps={{ disabled: !ready, 'data-testid': 'plan-save' }}
    >
      {line ? <p className="dialog-about">{w.inspect.reviseText}</p> : null}
      <div className="form three plan-form">
        <Labelled label={`${w.inspect.planName} *`}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              value={draft.name}
              placeholder={w.inspect.planNameHint}
              onChange={(event) => set({ name: event.target.value })}
              data-testid="plan-name"
            />
          )}
        </Labelled>
        <What draft={draft} set={set} />
        <RuleEditor
          value={draft}
          onChange={({ rule, rest_days, on_rest }) => set({ rule, rest_days, on_rest })}
          from={draft.starts_on ?? today()}
        />
        <Who draft={draft} set={set} />
        <When draft={draft} set={set} revising={line !== null} />
        {error ? (
          <p className="field-error wide" role="alert">
            {errorText(error, language)}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}

interface PartProps {
  draft: PlanDraft;
  set: (part: Partial<PlanDraft>) => void;
}

function What({ draft, set }: PartProps) {
  const w = useWords();
  const { sources, topics } = useVocabulary().dangers;
  const kinds = useChoices(sources);
  const subjects = useChoices(topics);
  const checklists = useTable('checklist');
  const points = useProject((state) => state.project?.points);
  return (
    <>
      <Labelled label={w.inspect.kind}>
        {(id) => (
          <Select
            id={id}
            value={draft.kind}
            options={kinds}
            onChange={(kind: string) => set({ kind: kind as InspectionKind })}
            data-testid="plan-kind"
          />
        )}
      </Labelled>
      <Labelled label={w.inspect.points} wide>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={draft.points}
            maxTagCount={6}
            placeholder={w.inspect.choosePoints}
            options={[...(points?.values() ?? [])].map((own) => ({
              value: own.id,
              label: `${own.code} ${own.name}`,
            }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(own: string[]) => set({ points: own })}
            data-testid="plan-points"
          />
        )}
      </Labelled>
      {draft.points.length === 0 ? (
        <Labelled label={w.inspect.scope} hint={w.inspect.scopeHint} wide>
          {(id) => (
            <Input
              id={id}
              value={draft.scope}
              onChange={(event) => set({ scope: event.target.value })}
              data-testid="plan-scope"
            />
          )}
        </Labelled>
      ) : null}
      <ChoiceOf
        label={w.inspect.checklist}
        value={draft.checklist}
        choices={[...checklists.values()].map((own) => ({ value: own.id, label: own.name }))}
        onChange={(checklist) => set({ checklist })}
        testid="plan-checklist"
      />
      <ChoiceOf
        label={w.inspect.topic}
        value={draft.topic}
        choices={subjects}
        onChange={(topic) => set({ topic: topic as Topic | null })}
        testid="plan-topic"
      />
    </>
  );
}

function Who({ draft, set }: PartProps) {
  const w = useWords();
  const executors = useChoices(useVocabulary().inspections.executors);
  const people = usePersonChoices();
  const departments = useDepartmentChoices();
  const tiers = useTable('control_tier');
  return (
    <>
      <Labelled label={w.inspect.who}>
        {(id) => (
          <Select
            id={id}
            value={draft.executor}
            options={executors}
            onChange={(executor: string) =>
              set({
                executor: executor as Executor,
                person: executor === 'person' ? draft.person : null,
              })
            }
            data-testid="plan-executor"
          />
        )}
      </Labelled>
      {draft.executor === 'person' ? (
        <ChoiceOf
          label={`${w.inspect.named} *`}
          value={draft.person}
          choices={people}
          onChange={(person) => set({ person })}
          testid="plan-person"
        />
      ) : null}
      <ChoiceOf
        label={w.inspect.tier}
        value={draft.tier}
        choices={[...tiers.values()].map((own) => ({ value: own.id, label: own.name }))}
        onChange={(tier) => set({ tier })}
        testid="plan-tier"
      />
      <ChoiceOf
        label={w.inspect.organiser}
        value={draft.department}
        choices={departments}
        onChange={(department) => set({ department })}
        testid="plan-department"
      />
    </>
  );
}

function When({ draft, set, revising }: PartProps & { revising: boolean }) {
  const w = useWords();
  return (
    <>
      <DayField
        label={revising ? w.inspect.reviseFrom : w.inspect.planStarts}
        value={draft.starts_on}
        onChange={(day) => set({ starts_on: day ?? today() })}
        required
        testid="plan-starts"
      />
      <DayField
        label={w.inspect.planEnds}
        value={draft.ends_on}
        onChange={(ends_on) => set({ ends_on })}
        offers={[]}
        testid="plan-ends"
      />
      <Labelled label={w.inspect.grace} hint={w.inspect.graceHint}>
        {(id) => (
          <InputNumber
            id={id}
            value={draft.grace_days}
            min={0}
            max={366}
            onChange={(grace) => set({ grace_days: grace })}
          />
        )}
      </Labelled>
      <Checkbox checked={draft.campaign} onChange={(event) => set({ campaign: event.target.checked })}>
        {w.inspect.campaign}
      </Checkbox>
    </>
  );
}

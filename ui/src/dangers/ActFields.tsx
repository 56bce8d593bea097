// The fields of a step's form, one for each thing that a step may say.
// Relies on rows and words of the project for choices. A star marks what is required.
import { Input, Select } from 'antd';
import { backend, toCallError } from '../backend';
import { useAsked } from '../inspect/useAsked';
import { useDepartmentChoices, usePersonChoices } from '../inspector/BasicsTab';
import type { DangerFile, Need, RightsView, RightView } from '../ipc';
import { useChoices } from '../parts/choices';
import { DayField } from '../parts/DayField';
import { type Choice, choiceRow, Labelled } from '../parts/fields';
import { changing } from '../state/actions';
import { notifyError } from '../state/notices';
import { useTable } from '../state/rows';
import { usePick, useVocabulary } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';
import type { ActField, ActForm, Asked } from './act';
import { PhotosField } from './Photos';
import { useDangers } from './useDangers';

interface FieldProps {
  asked: Asked;
  form: ActForm;
  set: (part: Partial<ActForm>) => void;
  view: DangerFile;
  rights: RightsView;
}

type Chosen = { [K in ActField]: ActForm[K] extends string | null ? K : never }[ActField];

export function ActFieldView({ asked, form, set, view, rights }: FieldProps) {
  const w = useWords();
  const { field, need } = asked;
  const star = (label: string) => (need ? `${label} *` : label);
  const choice = (own: Chosen, label: string, choices: readonly Choice[], wide = false) => (
    <ChoiceOf
      label={star(label)}
      value={form[own]}
      choices={choices}
      wide={wide}
      onChange={(value) => set({ [own]: value })}
      testid={`act-${own}`}
    />
  );
  const lists = useLists(form, view, rights);
  const wanted = need?.need ?? null;
  const text = (own: 'basis' | 'measures' | 'contingency' | 'note', label: string, lines = 2) => (
    <Labelled label={star(label)} wide>
      {(id) => (
        <Input.TextArea
          id={id}
          value={form[own]}
          autoSize={{ minRows: lines, maxRows: 8 }}
          onChange={(event) => set({ [own]: event.target.value })}
          data-testid={`act-${own}`}
        />
      )}
    </Labelled>
  );
  switch (field) {
    case 'grade':
      return choice('grade', w.dangers.grade, lists.grades);
    case 'form':
      return choice('form', w.dangers.form, lists.forms);
    case 'cause':
      return choice('cause', w.dangers.cause, lists.causes);
    case 'topic':
      return choice('topic', w.dangers.topic, lists.topics);
    case 'accident':
      return choice('accident', w.dangers.accident, lists.accidents);
    case 'department':
      return choice('department', w.dangers.department, lists.departments);
    case 'point':
      return choice('point', w.dangers.point, lists.points);
    case 'measure':
      return choice('measure', w.dangers.measure, lists.measures);
    case 'approver':
      return choice('approver', w.dangers.approver, lists.approvers);
    case 'responsible':
      return choice('responsible', w.dangers.responsible, lists.people);
    case 'acceptor':
      return choice('acceptor', w.dangers.acceptor, lists.people);
    case 'duplicate':
      return choice('duplicate', w.dangers.duplicate, lists.dangers, true);
    case 'basis':
      return text('basis', w.dangers.basis);
    case 'measures':
      return text('measures', w.dangers.measures);
    case 'contingency':
      return text('contingency', wanted === 'interim' ? w.dangers.interim : w.dangers.contingency);
    case 'note':
      return text('note', noteLabel(w, wanted));
    case 'deadline':
      return (
        <DayField
          label={star(wanted === 'new-deadline' ? w.dangers.newDeadline : w.dangers.deadline)}
          value={form.deadline}
          offers={[0, 3, 7]}
          onChange={(deadline) => set({ deadline })}
          testid="act-deadline"
        />
      );
    case 'review_on':
      return (
        <DayField
          label={star(w.dangers.reviewOn)}
          value={form.review_on}
          offers={[30]}
          onChange={(review_on) => set({ review_on })}
          testid="act-review_on"
        />
      );
    case 'funds':
      return (
        <Labelled label={star(wanted === 'cost' ? w.dangers.cost : w.dangers.funds)}>
          {(id) => (
            <Input
              id={id}
              value={form.funds}
              inputMode="numeric"
              placeholder="0"
              onChange={(event) => set({ funds: event.target.value.replace(/[^\d,，\s]/g, '') })}
              data-testid="act-funds"
            />
          )}
        </Labelled>
      );
    case 'document':
      return <DocumentField label={star(w.dangers.document)} form={form} set={set} />;
    case 'photos_before':
      return (
        <PhotosField
          label={w.dangers.photosBefore}
          assets={form.photos_before}
          required={need !== null}
          onChange={(photos_before) => set({ photos_before })}
          testid="act-photos-before"
        />
      );
    case 'photos_after':
      return (
        <PhotosField
          label={w.dangers.photosAfter}
          assets={form.photos_after}
          required={need !== null}
          onChange={(photos_after) => set({ photos_after })}
          testid="act-photos-after"
        />
      );
    case 'at':
      return null;
  }
}

function noteLabel(w: ReturnType<typeof useWords>, need: Need | null): string {
  const { notes, note } = w.dangers;
  switch (need) {
    case 'reason':
      return `${notes.reason}`;
    case 'done':
      return notes.done;
    case 'cause':
      return notes.cause;
    case 'conclusion':
      return notes.conclusion;
    default:
      return note;
  }
}

function useLists(form: ActForm, view: DangerFile, rights: RightsView) {
  const { dangers, accident_types } = useVocabulary();
  const pick = usePick();
  const everybody = useTable('person');
  const people = usePersonChoices().filter((own) => everybody.get(own.value)?.left_on === null);
  const points = useProject((state) => state.project?.points);
  const lines = useDangers();
  return {
    grades: useChoices(dangers.grades),
    forms: useChoices(dangers.forms),
    causes: useChoices(dangers.causes),
    topics: useChoices(dangers.topics),
    accidents: accident_types
      .filter((own) => own.catalogue !== 'gb6441-2025')
      .map((own) => ({ value: own.value, label: pick(own.name) })),
    departments: useDepartmentChoices(),
    people,
    approvers: rights.approvers.map((own) => ({ value: own.id, label: own.name })),
    points: [...(points?.values() ?? [])].map((own) => ({ value: own.id, label: `${own.code} ${own.name}` })),
    measures: useMeasures(form.point),
    dangers: lines
      .filter((own) => own.id !== view.danger.id)
      .map((own) => ({ value: own.id, label: `${own.code} ${own.description}` })),
  };
}

/** The measures of a point, as choices. */
function useMeasures(point: string | null): Choice[] {
  const { answer } = useAsked('point', point ? { point } : null);
  const own = answer?.point.id === point ? answer : null;
  return (own?.hazards ?? []).flatMap((hazard) =>
    hazard.measures.map((measure) => ({ value: measure.id, label: measure.content })),
  );
}

interface ChoiceOfProps {
  label: string;
  value: string | null;
  choices: readonly Choice[];
  onChange: (value: string | null) => void;
  wide?: boolean;
  testid: string;
}

export function ChoiceOf({ label, value, choices, onChange, wide = false, testid }: ChoiceOfProps) {
  return (
    <Labelled label={label} wide={wide}>
      {(id) => (
        <Select
          id={id}
          value={value}
          allowClear
          options={[...choices]}
          optionRender={choiceRow}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          onChange={(own: string | undefined) => onChange(own ?? null)}
          data-testid={testid}
        />
      )}
    </Labelled>
  );
}

interface DocumentProps {
  label: string;
  form: ActForm;
  set: (part: Partial<ActForm>) => void;
}

const DOCUMENTS = ['pdf', 'docx', 'doc', 'xlsx', 'xls', 'jpg', 'png'];

/** A document that is there already, or a file that becomes one. */
function DocumentField({ label, form, set }: DocumentProps) {
  const w = useWords();
  const documents = useTable('document');
  const choose = async () => {
    try {
      const path = await backend().pick({
        title: label,
        what: 'open',
        filter: w.dangers.document,
        endings: DOCUMENTS,
        suggested: '',
      });
      if (!path) return;
      const changed = await changing('attach-document', { path, name: '', measure: null, plan: null });
      const made = changed?.created.find((own) => own.table === 'document');
      if (made) set({ document: made.id });
    } catch (thrown) {
      notifyError(toCallError(thrown).api);
    }
  };
  return (
    <Labelled label={label} wide>
      {(id) => (
        <span className="two-choices">
          <Select
            id={id}
            value={form.document}
            allowClear
            options={[...documents.values()].map((own) => ({ value: own.id, label: own.name }))}
            onChange={(own: string | undefined) => set({ document: own ?? null })}
            data-testid="act-document"
          />
          <button type="button" className="secondary" onClick={() => void choose()} data-testid="act-file">
            {w.dangers.chooseFile}
          </button>
        </span>
      )}
    </Labelled>
  );
}

interface WhoProps {
  form: ActForm;
  set: (part: Partial<ActForm>) => void;
  right: RightView;
}

/** Those who may take the step come first; when anybody may, everybody is there. */
export function WhoAndWhen({ form, set, right }: WhoProps) {
  const w = useWords();
  const everybody = usePersonChoices();
  const named = right.people.map((own) => ({ value: own.id, label: own.name }));
  return (
    <>
      <ChoiceOf
        label={w.dangers.by}
        value={form.by}
        choices={named.length > 0 ? named : everybody}
        onChange={(by) => set({ by })}
        testid="act-by"
      />
      <DayField
        label={w.dangers.on}
        value={form.on}
        onChange={(on) => set({ on })}
        offers={[]}
        testid="act-on"
      />
    </>
  );
}

// Which list is meant: its kind, the tier, levels, families and departments it is narrowed to, and its columns.
// Relies on the vocabulary for levels and families.
import { Select } from 'antd';
import { useDepartmentChoices } from '../inspector/BasicsTab';
import type { ListFilter, ListKind, ListOutArgs, ListTemplate, RiskLevel, RiskPointKind } from '../ipc';
import { choiceRow } from '../parts/fields';
import { useTable } from '../state/rows';
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';

const KINDS: readonly ListKind[] = [
  'control',
  'major',
  'points',
  'responsibility',
  'measures',
  'check-items',
  'activities',
  'facilities',
  'workplaces',
  'staff',
  'findings',
  'changes',
  'reviews',
];

/** Lists of something else than points. */
const WITHOUT_POINTS: ReadonlySet<ListKind> = new Set<ListKind>(['staff', 'findings', 'changes', 'reviews']);

export const NO_LIST_FILTER: ListFilter = { levels: [], kinds: [], departments: [], accidents: [] };

interface Props {
  list: ListOutArgs;
  templates: readonly ListTemplate[];
  onChange: (list: ListOutArgs) => void;
  onEdit: () => void;
}

export function ListChoice({ list, templates, onChange, onEdit }: Props) {
  const w = useWords();
  const pick = usePick();
  const tiers = useTable('control_tier');
  const departments = useDepartmentChoices();
  const { levels, point_kinds, accident_types } = useVocabulary();
  const accidents = accident_types.map((own) => ({
    value: own.value,
    label: `${own.value} ${pick(own.name)}`,
  }));
  const { filter } = list;
  const inOrder = [...tiers.values()].sort((a, b) => a.rank - b.rank);
  const own = templates.filter((template) => template.kind === list.kind);
  const narrow = (part: Partial<ListFilter>) => onChange({ ...list, filter: { ...filter, ...part } });
  return (
    <div className="lists-bar">
      <Select
        value={list.kind}
        options={KINDS.map((kind) => ({ value: kind, label: w.lists.kinds[kind] }))}
        onChange={(kind: ListKind) => onChange({ kind, tier: null, filter: NO_LIST_FILTER, template: null })}
        aria-label={w.control.list}
        popupMatchSelectWidth={false}
        listHeight={420}
        data-testid="list-out-kind"
      />
      {WITHOUT_POINTS.has(list.kind) ? null : (
        <>
          <Select
            value={list.tier}
            allowClear
            placeholder={w.control.allTiers}
            options={inOrder.map((tier) => ({ value: tier.name, label: tier.name }))}
            onChange={(tier: string | undefined) => onChange({ ...list, tier: tier ?? null })}
            aria-label={w.control.tier}
            data-testid="list-out-tier"
          />
          <Select
            mode="multiple"
            value={filter.levels}
            placeholder={w.control.allLevels}
            maxTagCount="responsive"
            options={levels.map((level) => ({ value: level.value, label: pick(level.short) }))}
            onChange={(chosen: RiskLevel[]) => narrow({ levels: chosen })}
            aria-label={w.control.level}
            data-testid="list-out-levels"
          />
          <Select
            mode="multiple"
            value={filter.kinds}
            placeholder={w.control.allKinds}
            maxTagCount="responsive"
            options={point_kinds.map((kind) => ({
              value: kind.value as RiskPointKind,
              label: pick(kind.name),
            }))}
            onChange={(chosen: RiskPointKind[]) => narrow({ kinds: chosen })}
            aria-label={w.control.kind}
          />
          <Select
            mode="multiple"
            value={filter.departments}
            placeholder={w.control.allDepartments}
            maxTagCount="responsive"
            options={departments}
            optionRender={choiceRow}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            onChange={(chosen: string[]) => narrow({ departments: chosen })}
            aria-label={w.control.listDepartment}
          />
          <Select
            mode="multiple"
            value={filter.accidents}
            placeholder={w.control.allAccidents}
            maxTagCount="responsive"
            options={accidents}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            onChange={(chosen: string[]) => narrow({ accidents: chosen })}
            aria-label={w.control.accident}
            data-testid="list-out-accidents"
          />
        </>
      )}
      <Select
        value={list.template}
        allowClear
        placeholder={w.control.noTemplate}
        options={own.map((template) => ({ value: template.name, label: template.name }))}
        onChange={(name: string | undefined) => onChange({ ...list, template: name ?? null })}
        aria-label={w.control.template}
        popupMatchSelectWidth={false}
        data-testid="list-out-template"
      />
      <button type="button" className="link" onClick={onEdit} data-testid="template-edit">
        {w.control.editTemplate}
      </button>
    </div>
  );
}

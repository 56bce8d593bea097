// Recording a change: what kind, what, when, and what it touches.
// Relies on Rust for the points that follow from places, departments and people.
import { Checkbox, Input, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import { toCallError } from '../backend';
import { today } from '../format/day';
import type { ApiError, ChangeKind, RowId, Table } from '../ipc';
import { DayField } from '../parts/DayField';
import { errorText, Labelled } from '../parts/fields';
import { PersonField } from '../parts/PersonField';
import { execute } from '../state/actions';
import { usePick, useSettings, useVocabulary } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';

/** Tables whose rows a change may touch, in the order in which people think of them. */
const TABLES: readonly Table[] = [
  'building',
  'floor',
  'risk_zone',
  'department',
  'post',
  'person',
  'risk_point',
];

export function NewChangeDialog({ onDone }: { onDone: () => void }) {
  const w = useWords();
  const pick = usePick();
  const language = useSettings((state) => state.language);
  const { change_kinds } = useVocabulary();
  const groups = useTouchable();
  const [kind, setKind] = useState<ChangeKind>('place');
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [date, setDate] = useState<string | null>(today);
  const [raised, setRaised] = useState<string | null>(null);
  const [rows, setRows] = useState<string[]>([]);
  const [round, setRound] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const save = async () => {
    try {
      await execute({
        type: 'open-change',
        kind,
        title: title.trim(),
        description: description.trim(),
        happened_on: date,
        raised_by: raised,
        rows: rows.map(rowOf),
        open_round: round,
      });
      onDone();
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  };
  return (
    <Modal
      open
      width={600}
      title={w.changes.create}
      onCancel={onDone}
      onOk={() => void save()}
      okText={w.changes.go}
      cancelText={w.common.cancel}
      okButtonProps={{
        disabled: title.trim() === '' || (rows.length === 0 && kind !== 'law'),
        'data-testid': 'change-save',
      }}
    >
      <div className="form">
        <Labelled label={w.changes.kind}>
          {(id) => (
            <Select
              id={id}
              value={kind}
              options={change_kinds.map((own) => ({ value: own.value, label: pick(own.name) }))}
              onChange={(value: string) => setKind(value as ChangeKind)}
              data-testid="change-kind"
            />
          )}
        </Labelled>
        <DayField label={w.changes.happened} value={date} onChange={setDate} testid="change-date" />
        <Labelled label={w.changes.name} wide>
          {(id) => (
            <Input
              id={id}
              value={title}
              placeholder={w.changes.nameHint}
              onChange={(event) => setTitle(event.target.value)}
              data-testid="change-title"
            />
          )}
        </Labelled>
        <Labelled label={w.changes.description} wide>
          {(id) => (
            <Input.TextArea
              id={id}
              value={description}
              autoSize={{ minRows: 2, maxRows: 6 }}
              onChange={(event) => setDescription(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled label={w.changes.rows} wide hint={w.changes.rowsHint} error={errorText(error, language)}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              value={rows}
              options={groups}
              maxTagCount="responsive"
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(value: string[]) => setRows(value)}
              data-testid="change-rows"
            />
          )}
        </Labelled>
        <PersonField
          label={w.changes.raisedBy}
          value={raised}
          onChange={setRaised}
          testid="change-raised-by"
        />
        <div className="wide">
          <Checkbox checked={round} onChange={(event) => setRound(event.target.checked)}>
            {w.changes.openRound}
          </Checkbox>
        </div>
      </div>
    </Modal>
  );
}

/** A row as the value of a choice, and back. */
function choiceOf(row: RowId): string {
  return `${row.table}/${row.id}`;
}

function rowOf(value: string): RowId {
  const at = value.indexOf('/');
  return { table: value.slice(0, at) as Table, id: value.slice(at + 1) };
}

function useTouchable() {
  const pick = usePick();
  const { tables: named } = useVocabulary();
  const project = useProject((state) => state.project);
  return useMemo(() => {
    if (!project) return [];
    const option = (table: Table, id: string, label: string) => ({ value: choiceOf({ table, id }), label });
    const optionsOf = (table: Table) => {
      if (table === 'risk_point')
        return [...project.points.values()].map((own) => option(table, own.id, `${own.code} ${own.name}`));
      return [...project.tables[table].values()].map((row) => {
        const name = 'name' in row && typeof row.name === 'string' ? row.name : '';
        const building =
          'building_id' in row && row.building_id ? project.tables.building.get(row.building_id)?.name : '';
        return option(table, row.id, [building, name].filter(Boolean).join(' '));
      });
    };
    return TABLES.map((table) => {
      const name = named.find((own) => own.value === table)?.name;
      return { label: name ? pick(name) : table, title: table, options: optionsOf(table) };
    }).filter((group) => group.options.length > 0);
  }, [project, named, pick]);
}

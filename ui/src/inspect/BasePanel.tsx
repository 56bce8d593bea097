// What plans are reckoned with: terms, days off, inspectors, duties in safety, check-lists of their own.
// Relies on plain rows that are typed in place. Works out no date.
import { Select } from 'antd';
import { useState } from 'react';
import { addDays, today } from '../format/day';
import { useDepartmentChoices, usePersonChoices } from '../inspector/BasicsTab';
import type { Appointment, Inspector, SpecialDays, Table, Term } from '../ipc';
import { useChoices } from '../parts/choices';
import type { Choice } from '../parts/fields';
import { Grid, type GridColumn } from '../parts/Grid';
import { Card } from '../screens/Page';
import { attempt } from '../state/actions';
import { useTable } from '../state/rows';
import { useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { Checklists } from './Checklists';

export function BasePanel() {
  const w = useWords();
  return (
    <div className="inspect-base">
      <div>
        <Card title={w.inspect.terms} text={w.inspect.termsText}>
          <Terms />
        </Card>
        <Card title={w.inspect.days} text={w.inspect.daysText}>
          <Days />
        </Card>
      </div>
      <div>
        <Card title={w.inspect.inspectors} text={w.inspect.inspectorsText}>
          <Inspectors />
        </Card>
        <Card title={w.inspect.roles} text={w.inspect.rolesText}>
          <Roles />
        </Card>
        <Checklists />
      </div>
    </div>
  );
}

function remove(table: Table, id: string): void {
  void attempt({ type: 'remove', rows: [{ table, id }] });
}

function byStart(a: { starts_on: string; name: string }, b: { starts_on: string; name: string }): number {
  return a.starts_on.localeCompare(b.starts_on) || a.name.localeCompare(b.name, 'zh-CN');
}

function Terms() {
  const w = useWords();
  const rows = [...useTable('term').values()].sort(byStart);
  const columns: GridColumn<Term>[] = [
    {
      column: 'name',
      title: w.inspect.termName,
      width: 'minmax(0, 2fr)',
      kind: 'text',
      value: (row) => row.name,
    },
    {
      column: 'starts_on',
      title: w.inspect.starts,
      width: 'minmax(0, 1fr)',
      kind: 'day',
      value: (row) => row.starts_on,
    },
    {
      column: 'ends_on',
      title: w.inspect.ends,
      width: 'minmax(0, 1fr)',
      kind: 'day',
      value: (row) => row.ends_on,
    },
  ];
  // A term follows the last one, and lasts twenty weeks until somebody says otherwise.
  const begin = () => addDays(rows.at(-1)?.ends_on ?? addDays(today(), -1), 1);
  return (
    <Grid
      table="term"
      rows={rows}
      columns={columns}
      first="name"
      placeholder={w.inspect.newTerm}
      fresh={() => ({ starts_on: begin(), ends_on: addDays(begin(), 139) })}
      onRemove={(row) => remove('term', row.id)}
      testid="terms"
    />
  );
}

function Days() {
  const w = useWords();
  const kinds = useChoices(useVocabulary().inspections.special_days);
  const rows = [...useTable('special_days').values()].sort(byStart);
  const columns: GridColumn<SpecialDays>[] = [
    {
      column: 'name',
      title: w.inspect.dayName,
      width: 'minmax(0, 1.4fr)',
      kind: 'text',
      value: (row) => row.name,
    },
    {
      column: 'kind',
      title: w.inspect.dayKind,
      width: 'minmax(0, 1.4fr)',
      kind: 'choice',
      value: (row) => row.kind,
      choices: kinds,
    },
    {
      column: 'starts_on',
      title: w.inspect.starts,
      width: 'minmax(0, 1fr)',
      kind: 'day',
      value: (row) => row.starts_on,
    },
    {
      column: 'ends_on',
      title: w.inspect.ends,
      width: 'minmax(0, 1fr)',
      kind: 'day',
      value: (row) => row.ends_on,
    },
  ];
  return (
    <Grid
      table="special_days"
      rows={rows}
      columns={columns}
      first="name"
      placeholder={w.inspect.newDays}
      fresh={() => ({ kind: 'holiday', starts_on: today(), ends_on: today() })}
      onRemove={(row) => remove('special_days', row.id)}
      testid="special-days"
    />
  );
}

function Inspectors() {
  const w = useWords();
  const people = usePersonChoices();
  const topics = useChoices(useVocabulary().dangers.topics);
  const rows = [...useTable('inspector').values()];
  const names = new Map(people.map((own) => [own.value, own.label]));
  const columns: GridColumn<Inspector>[] = [
    {
      column: 'person_id',
      title: w.inspect.person,
      width: 'minmax(0, 1.4fr)',
      kind: 'own',
      value: () => null,
      show: (row) => <span className="grid-name">{names.get(row.person_id) ?? ''}</span>,
    },
    {
      column: 'topic',
      title: w.inspect.topic,
      width: 'minmax(0, 1.1fr)',
      kind: 'choice',
      value: (row) => row.topic,
      choices: topics,
    },
    {
      column: 'trained_on',
      title: w.inspect.trained,
      width: 'minmax(0, 1fr)',
      kind: 'day',
      value: (row) => row.trained_on,
    },
    {
      column: 'note',
      title: w.inspect.note,
      width: 'minmax(0, 1fr)',
      kind: 'text',
      value: (row) => row.note,
    },
  ];
  return (
    <>
      {rows.length > 0 ? (
        <Grid
          table="inspector"
          rows={rows}
          columns={columns}
          first="person_id"
          placeholder=""
          fresh={null}
          onRemove={(row) => remove('inspector', row.id)}
          testid="inspectors"
        />
      ) : (
        <p className="faint">{w.inspect.noInspectors}</p>
      )}
      <Adder
        people={people}
        others={topics}
        other={w.inspect.anyTopic}
        needed={false}
        add={(person, topic) => ({ type: 'add', table: 'inspector', cells: { person_id: person, topic } })}
        testid="inspector"
      />
    </>
  );
}

function Roles() {
  const w = useWords();
  const people = usePersonChoices();
  const roles = useChoices(useVocabulary().dangers.safety_roles);
  const departments = useDepartmentChoices();
  const rows = [...useTable('appointment').values()];
  const names = new Map(people.map((own) => [own.value, own.label]));
  const columns: GridColumn<Appointment>[] = [
    {
      column: 'person_id',
      title: w.inspect.person,
      width: 'minmax(0, 1.2fr)',
      kind: 'own',
      value: () => null,
      show: (row) => <span className="grid-name">{names.get(row.person_id) ?? ''}</span>,
    },
    {
      column: 'role',
      title: w.inspect.role,
      width: 'minmax(0, 1.2fr)',
      kind: 'choice',
      value: (row) => row.role,
      choices: roles,
    },
    {
      column: 'department_id',
      title: w.inspect.department,
      width: 'minmax(0, 1.2fr)',
      kind: 'choice',
      value: (row) => row.department_id,
      choices: departments,
    },
  ];
  return (
    <>
      {rows.length > 0 ? (
        <Grid
          table="appointment"
          rows={rows}
          columns={columns}
          first="person_id"
          placeholder=""
          fresh={null}
          onRemove={(row) => remove('appointment', row.id)}
          testid="appointments"
        />
      ) : (
        <p className="faint">{w.inspect.noRoles}</p>
      )}
      <Adder
        people={people}
        others={roles}
        other={w.inspect.role}
        needed
        add={(person, role) => ({ type: 'add', table: 'appointment', cells: { person_id: person, role } })}
        testid="appointment"
      />
    </>
  );
}

interface AdderProps {
  people: readonly Choice[];
  others: readonly Choice[];
  other: string;
  /** Whether the second choice has to be made too. */
  needed: boolean;
  add: (person: string, other: string | null) => Parameters<typeof attempt>[0];
  testid: string;
}

/** A row that begins with a person. */
function Adder({ people, others, other, needed, add, testid }: AdderProps) {
  const w = useWords();
  const [person, setPerson] = useState<string | null>(null);
  const [second, setSecond] = useState<string | null>(null);
  const save = async () => {
    if (person && (await attempt(add(person, second)))) setPerson(null);
  };
  return (
    <div className="inspect-adder">
      <Select
        value={person}
        placeholder={w.inspect.choosePerson}
        options={[...people]}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={setPerson}
        data-testid={`${testid}-person`}
      />
      <Select
        value={second}
        placeholder={other}
        allowClear
        options={[...others]}
        onChange={(value: string | undefined) => setSecond(value ?? null)}
        data-testid={`${testid}-other`}
      />
      <button
        type="button"
        className="secondary"
        disabled={!person || (needed && !second)}
        onClick={() => void save()}
        data-testid={`${testid}-add`}
      >
        {w.inspect.addPerson}
      </button>
    </div>
  );
}

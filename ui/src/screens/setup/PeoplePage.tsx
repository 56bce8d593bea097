// Departments, people and posts, typed line by line.
// Relies on departments forming a tree; codes of departments are part of point codes.
import { useMemo, useState } from 'react';
import { useDepartmentChoices, usePersonChoices } from '../../inspector/BasicsTab';
import type { Department, Person, Post } from '../../ipc';
import { openListImport } from '../../lists/job';
import { Grid, type GridColumn } from '../../parts/Grid';
import { ReplaceDialog } from '../../people/ReplaceDialog';
import { attempt } from '../../state/actions';
import { useDepartments, usePeople, useTable } from '../../state/rows';
import { useSurface } from '../../state/store';
import { useWords } from '../../words';
import { Card } from '../Page';

export function PeoplePage() {
  const w = useWords();
  const [replacing, setReplacing] = useState(false);
  return (
    <>
      {replacing ? <ReplaceDialog onDone={() => setReplacing(false)} /> : null}
      <Card title={w.people.departments} text={w.people.departmentsText}>
        <Departments />
      </Card>
      <Card
        title={w.people.people}
        text={w.people.peopleText}
        aside={
          <span className="card-aside">
            <button
              type="button"
              className="link"
              onClick={() => openListImport(null, 'staff')}
              data-testid="staff-import"
            >
              {w.leaving.importStaff}
            </button>
            <button
              type="button"
              className="link"
              onClick={() => setReplacing(true)}
              data-testid="replace-open"
            >
              {w.leaving.replace}
            </button>
          </span>
        }
      >
        <People />
      </Card>
      <Card title={w.people.posts} text={w.people.postsText}>
        <Posts />
      </Card>
    </>
  );
}

function Departments() {
  const w = useWords();
  const tree = useDepartments();
  const choices = useDepartmentChoices();
  const people = usePersonChoices();
  const depths = useMemo(() => new Map(tree.map(({ row, depth }) => [row.id, depth])), [tree]);
  const columns: GridColumn<Department>[] = [
    {
      column: 'name',
      title: w.basics.name,
      width: '2fr',
      kind: 'text',
      value: (row) => row.name,
      depth: (row) => depths.get(row.id) ?? 0,
    },
    { column: 'code', title: w.people.code, width: '90px', kind: 'text', value: (row) => row.code },
    {
      column: 'parent_id',
      title: w.people.parent,
      width: '1.4fr',
      kind: 'choice',
      value: (row) => row.parent_id,
      choices,
    },
    {
      column: 'head_id',
      title: w.people.head,
      width: '1.2fr',
      kind: 'choice',
      value: (row) => row.head_id,
      choices: people,
    },
    { column: 'phone', title: w.people.phone, width: '1.2fr', kind: 'text', value: (row) => row.phone },
  ];
  return (
    <Grid
      table="department"
      rows={tree.map(({ row }) => row)}
      columns={columns}
      first="name"
      placeholder={w.people.newDepartment}
      fresh={() => ({})}
      onRemove={(row) => useSurface.setState({ confirm: { table: 'department', id: row.id } })}
      testid="departments"
    />
  );
}

function People() {
  const w = useWords();
  const people = usePeople();
  const departments = useDepartmentChoices();
  const last = people.at(-1)?.department_id ?? null;
  const columns: GridColumn<Person>[] = [
    { column: 'name', title: w.people.name, width: '1.2fr', kind: 'text', value: (row) => row.name },
    { column: 'title', title: w.people.title, width: '1.4fr', kind: 'text', value: (row) => row.title },
    {
      column: 'department_id',
      title: w.basics.department,
      width: '1.8fr',
      kind: 'choice',
      value: (row) => row.department_id,
      choices: departments,
    },
    { column: 'phone', title: w.people.phone, width: '1.2fr', kind: 'text', value: (row) => row.phone },
    {
      column: 'left_on',
      title: '',
      width: '100px',
      kind: 'own',
      value: (row) => row.left_on,
      show: (row) => (row.left_on ? <span className="faint">{w.leaving.leftOn(row.left_on)}</span> : null),
    },
  ];
  return (
    <Grid
      table="person"
      rows={people}
      columns={columns}
      first="name"
      placeholder={w.people.newPerson}
      fresh={() => (last ? { department_id: last } : {})}
      onRemove={(row) => useSurface.setState({ confirm: { table: 'person', id: row.id } })}
      testid="people"
    />
  );
}

function Posts() {
  const w = useWords();
  const table = useTable('post');
  const posts = useMemo(() => [...table.values()].sort((a, b) => a.ordinal - b.ordinal), [table]);
  const departments = useDepartmentChoices();
  const first = posts.at(-1)?.department_id ?? departments[0]?.value;
  const columns: GridColumn<Post>[] = [
    { column: 'name', title: w.people.post, width: '1.6fr', kind: 'text', value: (row) => row.name },
    {
      column: 'department_id',
      title: w.basics.department,
      width: '1.8fr',
      kind: 'choice',
      value: (row) => row.department_id,
      choices: departments,
    },
    {
      column: 'headcount',
      title: w.people.headcount,
      width: '80px',
      kind: 'number',
      value: (row) => row.headcount,
    },
    {
      column: 'special_operation',
      title: w.people.special,
      width: '90px',
      kind: 'yes',
      value: (row) => row.special_operation,
    },
  ];
  if (!first) return <p className="faint">{w.people.departmentFirst}</p>;
  return (
    <Grid
      table="post"
      rows={posts}
      columns={columns}
      first="name"
      placeholder={w.people.newPost}
      fresh={() => ({ department_id: first })}
      onRemove={(row) => void attempt({ type: 'remove', rows: [{ table: 'post', id: row.id }] })}
      testid="posts"
    />
  );
}

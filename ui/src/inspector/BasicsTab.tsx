// What a point is, where it is and who is responsible.
// Relies on `set-field`, and on `move-point` for typed coordinates.
import { useCallback, useMemo } from 'react';
import type { PointDetail } from '../ipc';
import { BareTextField, ChoiceField, TextField } from '../parts/fields';
import { execute } from '../state/actions';
import { useDepartments, usePeople, useTable } from '../state/rows';
import { usePick, useVocabulary } from '../state/settings';
import { useView } from '../state/store';
import { useWords } from '../words';

export function useDepartmentChoices() {
  const departments = useDepartments();
  return useMemo(
    () => departments.map(({ row, depth }) => ({ value: row.id, label: row.name, depth })),
    [departments],
  );
}

export function usePersonChoices() {
  const people = usePeople();
  return useMemo(
    () =>
      people.map((own) => ({ value: own.id, label: own.title ? `${own.name}（${own.title}）` : own.name })),
    [people],
  );
}

export function BasicsTab({ detail }: { detail: PointDetail }) {
  const w = useWords();
  const pick = usePick();
  const { point } = detail;
  const { point_kinds } = useVocabulary();
  const zones = useTable('risk_zone');
  const posts = useTable('post');
  const departments = useDepartmentChoices();
  const people = usePersonChoices();
  const naming = useView((view) => view.naming === point.id);
  const named = useCallback(() => useView.setState({ naming: null }), []);
  const row = { table: 'risk_point' as const, id: point.id };
  const kinds = point_kinds.map((own) => ({ value: own.value, label: pick(own.name) }));
  return (
    <div className="form pad">
      <TextField
        row={row}
        column="name"
        value={point.name}
        label={w.basics.name}
        wide
        autoFocus={naming}
        onFocused={named}
        testid="point-name"
      />
      <TextField row={row} column="code" value={point.code} label={w.basics.code} testid="point-code" />
      <ChoiceField
        row={row}
        column="kind"
        value={point.kind}
        label={w.basics.kind}
        choices={kinds}
        testid="point-kind"
      />
      <ChoiceField
        row={row}
        column="department_id"
        value={point.department_id}
        label={w.basics.department}
        choices={departments}
        empty={w.common.none}
        testid="point-department"
      />
      <ChoiceField
        row={row}
        column="person_id"
        value={point.person_id}
        label={w.basics.person}
        choices={people}
        empty={w.common.none}
        testid="point-person"
      />
      <ChoiceField
        row={row}
        column="zone_id"
        value={point.zone_id}
        label={w.basics.zone}
        choices={[...zones.values()].map((own) => ({ value: own.id, label: `${own.code} ${own.name}` }))}
        empty={w.common.none}
        testid="point-zone"
      />
      <ChoiceField
        row={row}
        column="post_id"
        value={point.post_id}
        label={w.basics.post}
        choices={[...posts.values()].map((own) => ({ value: own.id, label: own.name }))}
        empty={w.common.none}
        testid="point-post"
      />
      <TextField
        row={row}
        column="location"
        value={point.location}
        label={w.basics.location}
        wide
        testid="point-location"
      />
      <Position detail={detail} />
      <TextField
        row={row}
        column="control_focus"
        value={point.control_focus}
        label={w.basics.focus}
        lines={2}
        wide
        testid="point-focus"
      />
      <TextField
        row={row}
        column="note"
        value={point.note}
        label={w.basics.note}
        lines={2}
        wide
        testid="point-note"
      />
    </div>
  );
}

function Position({ detail }: { detail: PointDetail }) {
  const w = useWords();
  const { point } = detail;
  const { position, floor_id: floor } = point;
  if (!position || !floor) return <p className="faint wide">{w.basics.notPlaced}</p>;
  const move = (axis: 0 | 1) => async (text: string) => {
    const value = Number(text) * 1000;
    if (!Number.isFinite(value) || text.trim() === '') throw wrongLength;
    const at: [number, number] = axis === 0 ? [value, position[1]] : [position[0], value];
    await execute({ type: 'move-point', point: point.id, floor, position: at });
  };
  const shown = (value: number) => (value / 1000).toFixed(2);
  return (
    <>
      <BareTextField value={shown(position[0])} keep={move(0)} label="X (m)" testid="point-x" />
      <BareTextField value={shown(position[1])} keep={move(1)} label="Y (m)" testid="point-y" />
    </>
  );
}

export const wrongLength = {
  code: 'not-a-length',
  chinese: '请填写以米为单位的数字，例如 12.40。',
  english: 'Please enter a number of metres, such as 12.40.',
  place: null,
};

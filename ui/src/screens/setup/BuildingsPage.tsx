// Buildings and their floors; each floor has one plan.
// Relies on a campus, which every project has.
import { InputNumber } from 'antd';
import { useState } from 'react';
import type { Building, Floor } from '../../ipc';
import { setField } from '../../parts/fields';
import { Grid, type GridColumn } from '../../parts/Grid';
import { Icon } from '../../parts/icons';
import { useDraft } from '../../parts/useDraft';
import { attempt, execute } from '../../state/actions';
import { goTo } from '../../state/go';
import { floorsOf, useBuildings, useTable } from '../../state/rows';
import { useSurface } from '../../state/store';
import { useWords } from '../../words';
import { Card } from '../Page';

export function BuildingsPage() {
  const w = useWords();
  const campuses = useTable('campus');
  return (
    <>
      <Card title={w.building.buildings} text={w.building.text}>
        <Buildings />
        <NewBuilding />
      </Card>
      <Card title={w.building.campuses} text={w.building.campusText}>
        <Grid
          table="campus"
          rows={[...campuses.values()]}
          columns={[
            { column: 'name', title: w.basics.name, width: '1fr', kind: 'text', value: (row) => row.name },
          ]}
          first="name"
          placeholder={w.building.newCampus}
          fresh={() => ({})}
          onRemove={(row) => void attempt({ type: 'remove', rows: [{ table: 'campus', id: row.id }] })}
          testid="campuses"
        />
      </Card>
    </>
  );
}

function Buildings() {
  const w = useWords();
  const buildings = useBuildings();
  const columns: GridColumn<Building>[] = [
    { column: 'code', title: w.basics.code, width: '80px', kind: 'text', value: (row) => row.code },
    { column: 'name', title: w.basics.name, width: '1.6fr', kind: 'text', value: (row) => row.name },
    {
      column: 'purpose',
      title: w.building.purpose,
      width: '1.4fr',
      kind: 'text',
      value: (row) => row.purpose,
    },
    {
      column: 'storeys',
      title: w.building.storeys,
      width: '80px',
      kind: 'number',
      value: (row) => row.storeys,
    },
  ];
  if (buildings.length === 0) return <p className="faint pad">{w.building.empty}</p>;
  return (
    <Grid
      table="building"
      rows={buildings}
      columns={columns}
      first="name"
      placeholder=""
      fresh={null}
      onRemove={(row) => useSurface.setState({ confirm: { table: 'building', id: row.id } })}
      after={(row) => <Floors building={row} />}
      testid="buildings"
    />
  );
}

function Floors({ building }: { building: Building }) {
  const w = useWords();
  const floors = floorsOf(useTable('floor'), building.id);
  const add = (below: boolean) => {
    const storeys = floors.map((floor) => floor.storey);
    const storey = below ? Math.min(0, ...storeys) - 1 : Math.max(0, ...storeys) + 1;
    const name = below ? `B${-storey}` : `${storey}F`;
    const cells = { building_id: building.id, campus_id: building.campus_id, name, storey };
    void attempt({ type: 'add', table: 'floor', cells });
  };
  return (
    <div className="floors">
      <Icon name="floors" size={14} />
      {floors.map((floor) => (
        <FloorChip key={floor.id} floor={floor} />
      ))}
      <button type="button" className="link" onClick={() => add(false)} data-testid="floor-add">
        ＋ {w.building.addFloor}
      </button>
      <button type="button" className="link" onClick={() => add(true)} data-testid="floor-add-below">
        ＋ {w.building.addBasement}
      </button>
    </div>
  );
}

function FloorChip({ floor }: { floor: Floor }) {
  const w = useWords();
  const row = { table: 'floor' as const, id: floor.id };
  const draft = useDraft(floor.name, (text) => execute(setField(row, 'name', text)));
  return (
    <span className="floor-chip" data-wrong={draft.error ? true : undefined}>
      <input
        value={draft.text}
        size={Math.max(3, draft.text.length + 1)}
        aria-label={w.basics.name}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={() => void draft.send()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void draft.send();
        }}
        data-testid="floor-chip-name"
      />
      <button type="button" title={w.building.openPlan} onClick={() => goTo(row)} data-testid="floor-open">
        <Icon name="right" size={12} />
      </button>
      <button
        type="button"
        title={w.floor.remove}
        onClick={() => useSurface.setState({ confirm: row })}
        data-testid="floor-chip-remove"
      >
        <Icon name="close" size={11} />
      </button>
    </span>
  );
}

/** A building with its floors in one go. */
function NewBuilding() {
  const w = useWords();
  const campuses = useTable('campus');
  const count = useTable('building').size;
  const [name, setName] = useState('');
  const [storeys, setStoreys] = useState(3);
  const campus = [...campuses.values()][0];
  const add = async () => {
    if (!campus || name.trim() === '') return;
    const code = String.fromCharCode(65 + (count % 26));
    const cells = { campus_id: campus.id, name: name.trim(), code, storeys };
    const changed = await attempt({ type: 'add', table: 'building', cells });
    const building = changed?.created[0]?.id;
    if (!building) return;
    setName('');
    for (let storey = 1; storey <= storeys; storey += 1) {
      const floor = { building_id: building, campus_id: campus.id, name: `${storey}F`, storey };
      await attempt({ type: 'add', table: 'floor', cells: floor });
    }
  };
  return (
    <div className="grid-new new-building">
      <Icon name="plus" size={13} />
      <input
        value={name}
        placeholder={w.building.newBuilding}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add();
        }}
        data-testid="new-building"
      />
      <span className="storeys">
        {w.building.storeys}
        <InputNumber
          size="small"
          min={1}
          max={60}
          value={storeys}
          onChange={(value) => setStoreys(value ?? 1)}
          aria-label={w.building.storeys}
          data-testid="new-building-storeys"
        />
      </span>
      <button
        type="button"
        className="secondary"
        disabled={name.trim() === ''}
        onClick={() => void add()}
        data-testid="new-building-add"
      >
        {w.building.addBuilding}
      </button>
    </div>
  );
}

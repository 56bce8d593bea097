// Above the plan: which building, which floor, with or without measures.
// Relies on one shown floor for the whole window.
import { Dropdown } from 'antd';
import { LibraryButton } from '../../library/LibraryButton';
import { Icon } from '../../parts/icons';
import { LevelSwatch } from '../../parts/Level';
import { attempt, setBasis } from '../../state/actions';
import { select } from '../../state/go';
import { floorsOf, useBuildings, useTable } from '../../state/rows';
import { usePick, useVocabulary } from '../../state/settings';
import { useProject, useView } from '../../state/store';
import { useWords } from '../../words';
import { FloorMenu } from '../floor/FloorMenu';
import { useImport } from '../import/importing';
import { UnderlayMenu } from '../underlay/UnderlayMenu';
import { takeTool } from './toolList';
import { ViewMenu } from './ViewMenu';

/** More floors than there is room for scroll: the chosen one is always seen. */
const inSight = (tab: Element | null) => tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

/** Also when something beside them takes room away, such as the word that a plan is not to scale. */
const keepInSight = (tabs: HTMLElement | null) => {
  if (!tabs) return;
  const watch = new ResizeObserver(() => inSight(tabs.querySelector('[aria-selected="true"]')));
  watch.observe(tabs);
  return () => watch.disconnect();
};

export function PlanBar() {
  const w = useWords();
  const floorId = useView((view) => view.floor);
  const floors = useTable('floor');
  const floor = floorId ? floors.get(floorId) : undefined;
  const own = floorsOf(floors, floor?.building_id ?? null);
  const standings = useProject((state) => state.project?.standings);
  return (
    <div className="plan-bar">
      <BuildingSwitch building={floor?.building_id ?? null} />
      {own.length > 1 || floor?.building_id ? (
        <div ref={keepInSight} className="seg floor-tabs" role="tablist" aria-label={w.plan.floors}>
          {own.map((row) => (
            <button
              key={row.id}
              type="button"
              role="tab"
              aria-selected={row.id === floorId}
              onClick={() => useView.setState({ floor: row.id })}
              onDoubleClick={() => select({ table: 'floor', id: row.id })}
              data-testid="floor-tab"
              data-floor-id={row.id}
              ref={row.id === floorId ? inSight : undefined}
            >
              {standings?.floors[row.id]?.level ? (
                <LevelSwatch level={standings.floors[row.id]?.level ?? null} wide={7} high={7} />
              ) : null}
              {row.name}
            </button>
          ))}
          {floor?.building_id ? <AddFloor building={floor.building_id} campus={floor.campus_id} /> : null}
        </div>
      ) : null}
      <BasisSwitch />
      {floor && !floor.calibrated ? (
        <button
          type="button"
          className="chip warn"
          title={`${w.floor.notToScale} · ${w.tools.calibrate}`}
          onClick={() => takeTool('calibrate')}
          data-testid="not-to-scale"
        >
          {w.look.notToScale}
        </button>
      ) : null}
      <span className="grow" />
      <button
        type="button"
        className="seg-button bring-in"
        title={w.importing.title}
        onClick={() => useImport.setState({ open: true })}
        data-testid="import-plan"
      >
        <Icon name="bring" size={14} />
        <span className="label">{w.importing.button}</span>
      </button>
      <UnderlayMenu />
      <ViewMenu />
      <FloorMenu />
      <LibraryButton />
    </div>
  );
}

function BuildingSwitch({ building }: { building: string | null }) {
  const w = useWords();
  const buildings = useBuildings();
  const floors = useTable('floor');
  const campuses = useTable('campus');
  const standings = useProject((state) => state.project?.standings);
  const current = buildings.find((own) => own.id === building);
  const items = [
    ...floorsOf(floors, null).map((plan) => ({
      key: plan.id,
      'data-testid': 'place-option',
      'data-place': plan.id,
      label: (
        <span className="menu-place">
          <LevelSwatch level={standings?.floors[plan.id]?.level ?? null} />
          {campuses.size > 1 ? `${campuses.get(plan.campus_id)?.name} ` : ''}
          {plan.name}
        </span>
      ),
    })),
    ...buildings.map((own) => ({
      key: own.id,
      'data-testid': 'place-option',
      'data-place': own.id,
      label: (
        <span className="menu-place">
          <LevelSwatch level={standings?.buildings[own.id]?.level ?? null} />
          {[own.code, own.name].filter(Boolean).join(' ')}
        </span>
      ),
    })),
    { type: 'divider' as const },
    { key: 'edit', label: w.plan.editBuildings },
  ];
  const choose = (key: string) => {
    if (key === 'edit') useView.setState({ step: 'setup' });
    else if (floors.has(key)) useView.setState({ floor: key });
    else {
      const first = floorsOf(floors, key).sort((a, b) => Math.abs(a.storey - 1) - Math.abs(b.storey - 1))[0];
      if (first) useView.setState({ floor: first.id });
      select({ table: 'building', id: key });
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, onClick: ({ key }) => choose(key), selectedKeys: building ? [building] : [] }}
    >
      <button type="button" className="seg-button" data-testid="building-switch">
        {current ? [current.code, current.name].filter(Boolean).join(' ') : w.floor.generalPlan}
        <Icon name="down" size={13} />
      </button>
    </Dropdown>
  );
}

function AddFloor({ building, campus }: { building: string; campus: string }) {
  const w = useWords();
  const floors = useTable('floor');
  const add = async () => {
    const top = Math.max(0, ...floorsOf(floors, building).map((floor) => floor.storey));
    const storey = top + 1;
    const cells = { building_id: building, campus_id: campus, name: `${storey}F`, storey };
    const changed = await attempt({ type: 'add', table: 'floor', cells });
    const created = changed?.created[0];
    if (created) useView.setState({ floor: created.id });
  };
  return (
    <button type="button" title={w.plan.addFloor} onClick={() => void add()} data-testid="add-floor">
      <Icon name="plus" size={12} />
    </button>
  );
}

export function BasisSwitch() {
  const w = useWords();
  const pick = usePick();
  const { bases } = useVocabulary();
  const basis = useProject((state) => state.project?.basis);
  return (
    <div className="seg" role="tablist" aria-label={w.plan.basis}>
      {bases.map((own) => (
        <button
          key={own.value}
          type="button"
          role="tab"
          aria-selected={own.value === basis}
          onClick={() => void setBasis(own.value === 'inherent' ? 'inherent' : 'existing')}
          data-testid={`basis-${own.value}`}
        >
          {pick(own.name)}
        </button>
      ))}
    </div>
  );
}

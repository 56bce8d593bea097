// What can be done with the selected shapes, above the plan while something is selected.
// Relies on Rust for every change; a change that is refused says where.
import { Dropdown, type MenuProps } from 'antd';
import { memo, useMemo, useSyncExternalStore } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Arrangement, Command, Keeper, RowId, Table } from '../../ipc';
import { Icon } from '../../parts/icons';
import { attempt } from '../../state/actions';
import {
  type Selection,
  selectedRows,
  selectRows,
  useProject,
  useSelection,
  useSurface,
  useView,
} from '../../state/store';
import { useWords } from '../../words';
import { elementBox } from '../boxes';
import { alike, type Likeness } from '../chosen';
import { boxOf, NO_BOX, union } from '../geometry';
import type { Scene } from '../renderer';
import { shownScene } from '../shown';
import { copySelected, duplicate } from './clipboard';
import { OffsetForm, openArray } from './EditForms';
import { removeSelected } from './removing';
import { takeTool } from './toolList';

const TABLES = new Set(['risk_zone', 'plan_element', 'risk_point']);
const KEEPERS: readonly Keeper[] = ['zone', 'other', 'both'];
const ALIGN: readonly Arrangement[] = [
  'left',
  'middle',
  'right',
  'top',
  'centre',
  'bottom',
  'spread-across',
  'spread-down',
];

/** What is selected as far as the bar asks: from zone to zone it stays as it is. */
function shapeOf({ row, more }: Selection) {
  const rows = rowsOf({ row, more });
  return {
    count: rows.length,
    zones: rows.filter((own) => own.table === 'risk_zone').length,
    drawn: rows.filter((own) => own.table !== 'risk_point').length,
    first: rows[0]?.table ?? null,
  };
}

function rowsOf(selection: Pick<Selection, 'row' | 'more'>): RowId[] {
  return selectedRows(selection).filter((own) => TABLES.has(own.table));
}

function chosen(): RowId[] {
  return rowsOf(useSelection.getState());
}

function drawnOf(rows: readonly RowId[]): RowId[] {
  return rows.filter((own) => own.table !== 'risk_point');
}

function zonesOf(rows: readonly RowId[]): RowId[] {
  return rows.filter((own) => own.table === 'risk_zone');
}

export function EditBar() {
  const { count, zones, drawn, first } = useSelection(useShallow(shapeOf));
  const out = useView((view) => view.tool !== 'select' && view.tool !== 'box');
  // A single point has nothing of this; while something is drawn the bar would only be in the way.
  if ((drawn === 0 && count < 2) || out) return null;
  return <Bar count={count} zones={zones} drawn={drawn} first={first} />;
}

interface BarProps {
  count: number;
  zones: number;
  drawn: number;
  first: Table | null;
}

const Bar = memo(function Bar({ count, zones, drawn, first }: BarProps) {
  const w = useWords();
  const items = useMemo(
    () => ({ overlap: overlapItems(w), copy: copyItems(w), change: changeItems(w), align: alignItems(w) }),
    [w],
  );
  const similar = useMemo(() => similarItems(w, first), [w, first]);
  return (
    <div
      className="edit-bar"
      role="toolbar"
      aria-label={w.edit.title}
      data-testid="edit-bar"
      data-count={count}
    >
      {count > 1 ? <span className="edit-count">{w.edit.count(count)}</span> : null}
      {zones === 1 && count === 1 ? <ZoneEdits /> : null}
      {zones > 1 ? <Do id="merge" label={w.edit.merge} go={() => void merge()} /> : null}
      {zones === 2 ? <Menu id="overlap" label={w.edit.overlap} items={items.overlap} /> : null}
      <Menu id="copy" label={w.edit.copy} items={items.copy} />
      <Menu id="change" label={w.edit.change} items={items.change} />
      {count > 1 ? <Menu id="align" label={w.edit.align} items={items.align} /> : null}
      {drawn > 1 ? <GroupEdit /> : null}
      <Menu id="similar" label={w.edit.similar} items={similar} />
      {drawn > 0 ? (
        <>
          <Do id="lock" label={w.edit.lock} go={() => void setAll('locked')} />
          <Do id="hide" label={w.edit.hide} go={() => void setAll('hidden')} />
        </>
      ) : null}
      <button
        type="button"
        className="edit-do"
        title={w.tools.remove}
        onClick={() => removeSelected((confirm) => useSurface.setState({ confirm }))}
        data-testid="edit-remove"
      >
        <Icon name="trash" size={14} />
      </button>
    </div>
  );
});

type Words = ReturnType<typeof useWords>;

function Do({ id, label, go }: { id: string; label: string; go: () => void }) {
  return (
    <button type="button" className="edit-do" onClick={go} data-testid={`edit-${id}`}>
      {label}
    </button>
  );
}

interface Item {
  key: string;
  label: string;
  go: () => void;
}

interface MenuOf {
  id: string;
  label: string;
  items: readonly Item[];
}

const Menu = memo(function Menu({ id, label, items }: MenuOf) {
  const menu = useMemo(
    (): MenuProps => ({
      items: items.map((item) => ({ key: item.key, label: item.label, 'data-testid': `edit-${item.key}` })),
      onClick: ({ key }) => items.find((item) => item.key === key)?.go(),
    }),
    [items],
  );
  if (items.length === 0) return null;
  return (
    <Dropdown trigger={CLICK} menu={menu}>
      <button type="button" className="edit-do" data-testid={`edit-menu-${id}`}>
        {label}
        <Icon name="down" size={11} />
      </button>
    </Dropdown>
  );
});

const CLICK: ['click'] = ['click'];

function ZoneEdits() {
  const w = useWords();
  return (
    <>
      <Do id="split" label={w.tools.split} go={() => takeTool('split')} />
      <Do id="hole" label={w.tools.hole} go={() => takeTool('hole')} />
      <FillHole />
      <OffsetForm />
    </>
  );
}

/** Only a zone with holes has something to fill. */
function FillHole() {
  const w = useWords();
  if (!useSyncExternalStore(onEither, hasHoles)) return null;
  const go = () => {
    const [zone] = zonesOf(chosen());
    if (zone) void attempt({ type: 'fill-hole', zone: zone.id, at: null });
  };
  return <Do id="fill-hole" label={w.edit.fillHole} go={go} />;
}

function onEither(changed: () => void): () => void {
  const ends = [useSelection.subscribe(changed), useProject.subscribe(changed)];
  return () => {
    for (const end of ends) end();
  };
}

function hasHoles(): boolean {
  const { row } = useSelection.getState();
  const zone = row ? useProject.getState().project?.tables.risk_zone.get(row.id) : undefined;
  return (zone?.outline?.length ?? 1) > 1;
}

function overlapItems(w: Words): Item[] {
  return KEEPERS.map((keeper) => ({
    key: `overlap-${keeper}`,
    label: w.edit.keepers[keeper],
    go: () => {
      const [zone, other] = zonesOf(chosen());
      if (zone && other) void attempt({ type: 'resolve-overlap', zone: zone.id, other: other.id, keeper });
    },
  }));
}

function alignItems(w: Words): Item[] {
  return ALIGN.map((how) => ({
    key: how,
    label: w.edit.alignments[how],
    go: () => void attempt({ type: 'arrange', rows: chosen(), how, gap: null, with: null }),
  }));
}

async function merge(): Promise<void> {
  const zones = zonesOf(chosen());
  const [first] = zones;
  // A wall between two rooms is no reason to keep them apart.
  const changed = await attempt({ type: 'merge-zones', zones: zones.map((row) => row.id), gap: WALL_GAP });
  if (changed && first) selectRows([first]);
}

const WALL_GAP = 400;

async function setAll(column: 'locked' | 'hidden'): Promise<void> {
  const changed = await attempt({ type: 'set-fields', rows: drawnOf(chosen()), field: column, value: 1 });
  if (changed) useSelection.setState({ row: null, corner: null });
}

function GroupEdit() {
  const w = useWords();
  const row = useSelection((state) => state.row);
  const more = useSelection((state) => state.more);
  const floor = useView((view) => view.floor);
  const rows = drawnOf(rowsOf({ row, more }));
  const grouped = useProject(({ project }) => {
    const ids = new Set(rows.map((own) => own.id));
    const elements = (floor && project?.plans.get(floor)?.elements) || [];
    return (
      rows.some((own) => project?.tables.risk_zone.get(own.id)?.grouping) ||
      elements.some((own) => ids.has(own.id) && own.grouping)
    );
  });
  return (
    <Do
      id="group"
      label={grouped ? w.edit.ungroup : w.edit.group}
      go={() => void attempt({ type: 'group', rows: [...rows], grouped: !grouped })}
    />
  );
}

function copyItems(w: Words): Item[] {
  return [
    { key: 'duplicate', label: `${w.edit.duplicate}  Ctrl+D`, go: () => void duplicate() },
    { key: 'copy-to', label: w.edit.copyTo, go: () => takeTool('copy') },
    { key: 'array', label: `${w.edit.array}…`, go: () => openArray() },
    { key: 'clipboard', label: `${w.edit.toClipboard}  Ctrl+C`, go: () => void copySelected() },
  ];
}

function middleOf(scene: Scene | null, rows: readonly RowId[]): [number, number] {
  const ids = new Set(rows.map((row) => row.id));
  let box = NO_BOX;
  for (const item of scene?.zones ?? []) if (ids.has(item.zone.id)) box = union(box, item.box);
  for (const own of scene?.elements ?? []) if (ids.has(own.id)) box = union(box, elementBox(own));
  for (const pin of scene?.pins ?? []) if (ids.has(pin.point.id)) box = union(box, boxOf([pin.at]));
  return [Math.round((box.left + box.right) / 2), Math.round((box.top + box.bottom) / 2)];
}

function changeItems(w: Words): Item[] {
  // Where things turn is found when it is asked for: many shapes are gone through for it.
  const go = (by: (about: [number, number]) => Extract<Command, { type: 'transform' }>['by']) => () => {
    const rows = chosen();
    void attempt({ type: 'transform', rows, by: by(middleOf(shownScene(), rows)), with_points: true });
  };
  return [
    { key: 'turn-left', label: w.edit.turnLeft, go: go((about) => ({ type: 'turn', about, degrees: -90 })) },
    { key: 'turn-right', label: w.edit.turnRight, go: go((about) => ({ type: 'turn', about, degrees: 90 })) },
    {
      key: 'mirror-across',
      label: w.edit.mirrorAcross,
      go: go(([x, y]) => ({ type: 'mirror', from: [x, y], to: [x, y + 1000] })),
    },
    {
      key: 'mirror-down',
      label: w.edit.mirrorDown,
      go: go(([x, y]) => ({ type: 'mirror', from: [x, y], to: [x + 1000, y] })),
    },
    { key: 'rotate', label: `${w.tools.rotate}…`, go: () => takeTool('rotate') },
    { key: 'scale', label: `${w.tools.scale}…`, go: () => takeTool('scale') },
    { key: 'mirror', label: `${w.tools.mirror}…`, go: () => takeTool('mirror') },
  ];
}

function similarItems(w: Words, table: Table | null): Item[] {
  if (!table) return [];
  const how: readonly Likeness[] =
    table === 'plan_element' ? ['kind', 'size', 'layer'] : ['kind', 'department', 'level'];
  return how.map((own) => ({
    key: `same-${own}`,
    label: w.edit.likeness[own],
    go: () => {
      const scene = shownScene();
      const [row] = chosen();
      if (scene && row) selectRows(alike(scene, row, own));
    },
  }));
}

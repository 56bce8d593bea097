// What can be done with the selected shapes, above the plan while something is selected.
// Relies on Rust for every change; a change that is refused says where.
import { Dropdown, type MenuProps } from 'antd';
import type { Arrangement, Command, Keeper, RowId } from '../../ipc';
import { Icon } from '../../parts/icons';
import { attempt } from '../../state/actions';
import { selectedRows, selectRows, useSelection, useSurface, useView } from '../../state/store';
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

export function EditBar() {
  const w = useWords();
  const row = useSelection((state) => state.row);
  const more = useSelection((state) => state.more);
  const tool = useView((view) => view.tool);
  const rows = selectedRows({ row, more }).filter((own) => TABLES.has(own.table));
  const drawn = rows.filter((own) => own.table !== 'risk_point');
  // A single point has nothing of this; while something is drawn the bar would only be in the way.
  if ((drawn.length === 0 && rows.length < 2) || (tool !== 'select' && tool !== 'box')) return null;
  const zones = rows.filter((own) => own.table === 'risk_zone');
  const single = zones.length === 1 && rows.length === 1;
  return (
    <div
      className="edit-bar"
      role="toolbar"
      aria-label={w.edit.title}
      data-testid="edit-bar"
      data-count={rows.length}
    >
      {rows.length > 1 ? <span className="edit-count">{w.edit.count(rows.length)}</span> : null}
      {single && zones[0] ? <ZoneEdits zone={zones[0].id} /> : null}
      {zones.length > 1 ? <Do id="merge" label={w.edit.merge} go={() => merge(zones)} /> : null}
      {zones.length === 2 && zones[0] && zones[1] ? (
        <Menu id="overlap" label={w.edit.overlap} items={overlapItems(w, zones[0].id, zones[1].id)} />
      ) : null}
      <Menu id="copy" label={w.edit.copy} items={copyItems(w)} />
      <Menu id="change" label={w.edit.change} items={changeItems(w, rows)} />
      {rows.length > 1 ? (
        <Menu
          id="align"
          label={w.edit.align}
          items={ALIGN.map((how) => ({
            key: how,
            label: w.edit.alignments[how],
            go: () => void attempt({ type: 'arrange', rows: [...rows], how, gap: null, with: null }),
          }))}
        />
      ) : null}
      {drawn.length > 1 ? <GroupEdit rows={drawn} /> : null}
      <Menu id="similar" label={w.edit.similar} items={similarItems(w, rows[0])} />
      {drawn.length > 0 ? (
        <>
          <Do id="lock" label={w.edit.lock} go={() => setAll(drawn, 'locked')} />
          <Do id="hide" label={w.edit.hide} go={() => setAll(drawn, 'hidden')} />
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
}

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
  go?: () => void;
}

function Menu({ id, label, items }: { id: string; label: string; items: readonly Item[] }) {
  if (items.length === 0) return null;
  const menu: MenuProps = {
    items: items.map((item) => ({ key: item.key, label: item.label, 'data-testid': `edit-${item.key}` })),
    onClick: ({ key }) => items.find((item) => item.key === key)?.go?.(),
  };
  return (
    <Dropdown trigger={['click']} menu={menu}>
      <button type="button" className="edit-do" data-testid={`edit-menu-${id}`}>
        {label}
        <Icon name="down" size={11} />
      </button>
    </Dropdown>
  );
}

function ZoneEdits({ zone }: { zone: string }) {
  const w = useWords();
  const holes = shownScene()?.zones.find((item) => item.zone.id === zone)?.outline.length ?? 1;
  return (
    <>
      <Do id="split" label={w.tools.split} go={() => takeTool('split')} />
      <Do id="hole" label={w.tools.hole} go={() => takeTool('hole')} />
      {holes > 1 ? (
        <Do
          id="fill-hole"
          label={w.edit.fillHole}
          go={() => void attempt({ type: 'fill-hole', zone, at: null })}
        />
      ) : null}
      <OffsetForm zone={zone} />
    </>
  );
}

function overlapItems(w: Words, zone: string, other: string): Item[] {
  return KEEPERS.map((keeper) => ({
    key: `overlap-${keeper}`,
    label: w.edit.keepers[keeper],
    go: () => void attempt({ type: 'resolve-overlap', zone, other, keeper }),
  }));
}

async function merge(zones: readonly RowId[]): Promise<void> {
  const [first] = zones;
  // A wall between two rooms is no reason to keep them apart.
  const changed = await attempt({ type: 'merge-zones', zones: zones.map((row) => row.id), gap: WALL_GAP });
  if (changed && first) selectRows([first]);
}

const WALL_GAP = 400;

async function setAll(rows: readonly RowId[], column: 'locked' | 'hidden'): Promise<void> {
  const changed = await attempt({ type: 'set-fields', rows: [...rows], field: column, value: 1 });
  if (changed) useSelection.setState({ row: null, corner: null });
}

function GroupEdit({ rows }: { rows: readonly RowId[] }) {
  const w = useWords();
  const scene = shownScene();
  const ids = new Set(rows.map((row) => row.id));
  const grouped = scene
    ? [...scene.zones.map((item) => item.zone), ...scene.elements].some(
        (own) => ids.has(own.id) && own.grouping,
      )
    : false;
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

function changeItems(w: Words, rows: readonly RowId[]): Item[] {
  const all = [...rows];
  const go = (by: Extract<Command, { type: 'transform' }>['by']) => () =>
    void attempt({ type: 'transform', rows: all, by, with_points: true });
  const about = middleOf(shownScene(), rows);
  return [
    { key: 'turn-left', label: w.edit.turnLeft, go: go({ type: 'turn', about, degrees: -90 }) },
    { key: 'turn-right', label: w.edit.turnRight, go: go({ type: 'turn', about, degrees: 90 }) },
    {
      key: 'mirror-across',
      label: w.edit.mirrorAcross,
      go: go({ type: 'mirror', from: about, to: [about[0], about[1] + 1000] }),
    },
    {
      key: 'mirror-down',
      label: w.edit.mirrorDown,
      go: go({ type: 'mirror', from: about, to: [about[0] + 1000, about[1]] }),
    },
    { key: 'rotate', label: `${w.tools.rotate}…`, go: () => takeTool('rotate') },
    { key: 'scale', label: `${w.tools.scale}…`, go: () => takeTool('scale') },
    { key: 'mirror', label: `${w.tools.mirror}…`, go: () => takeTool('mirror') },
  ];
}

function similarItems(w: Words, row: RowId | undefined): Item[] {
  if (!row) return [];
  const how: readonly Likeness[] =
    row.table === 'plan_element' ? ['kind', 'size', 'layer'] : ['kind', 'department', 'level'];
  return how.map((own) => ({
    key: `same-${own}`,
    label: w.edit.likeness[own],
    go: () => {
      const scene = shownScene();
      if (scene) selectRows(alike(scene, row, own));
    },
  }));
}

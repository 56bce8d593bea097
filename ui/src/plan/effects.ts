// Carrying out what a tool wants: one command, another selection, a moved view.
// Relies on the stores and on the way of a command. Knows no tool.
import type { Command, Point, RowId } from '../ipc';
import { attempt } from '../state/actions';
import { openProject, selectedRows, selectRows, useSelection, useView } from '../state/store';
import { askFor } from './asking';
import { holderOf, inBox, withGroups } from './chosen';
import { panBy } from './eye';
import { layTemplate } from './floor/templates';
import { rectangle } from './geometry';
import { forgetRefusal } from './RefusedPlace';
import type { Scene } from './renderer';
import { onFloor } from './session';
import { angleOf } from './tools/matrix';
import { matrixFor } from './tools/shapes';
import type { Effect, PlacesFor, ToolEvent } from './tools/tool';
import { cropUnderlay, shiftUnderlay } from './underlay/deeds';

let waking: ReturnType<typeof setTimeout> | undefined;

type Send = (event: ToolEvent) => void;

export function carryOut(effects: readonly Effect[], scene: Scene | null, floor: string, send: Send): void {
  for (const effect of effects) {
    switch (effect.type) {
      case 'select':
        choose(scene, effect.row);
        if (effect.corner) useSelection.setState({ corner: effect.corner });
        break;
      case 'toggle':
        toggle(scene, effect.row);
        break;
      case 'select-box':
        box(scene, effect);
        break;
      case 'move-selected':
        void command(
          { type: 'transform', rows: selected(), by: moveOf(effect.by), with_points: true },
          floor,
        );
        break;
      case 'places':
        void places(effect.what, effect.points, floor);
        break;
      case 'command':
        void given(effect, scene, floor, send);
        break;
      case 'enter':
        enter(effect.building);
        break;
      case 'pan':
        panBy(effect.by[0], effect.by[1]);
        break;
      case 'done':
        useView.setState({ tool: 'select', outlineOf: null });
        break;
      case 'wake':
        clearTimeout(waking);
        waking = setTimeout(() => send({ type: 'rest' }), effect.after);
        break;
    }
  }
}

/** Selects a row, and what is grouped with it. */
function choose(scene: Scene | null, row: RowId | null): void {
  const all = row && scene ? withGroups(scene, [row]) : [];
  if (row && all.length > 1) selectRows(all);
  else useSelection.setState({ row, more: [], corner: null });
}

function toggle(scene: Scene | null, row: RowId): void {
  const now = selected();
  const own = scene ? withGroups(scene, [row]) : [row];
  const ids = new Set(own.map((one) => one.id));
  const without = now.filter((one) => !ids.has(one.id));
  selectRows(without.length < now.length ? without : [...now, ...own]);
}

function box(scene: Scene | null, effect: Extract<Effect, { type: 'select-box' }>): void {
  if (!scene) return;
  const found = withGroups(scene, inBox(scene, effect.from, effect.to, effect.crossing));
  const before = effect.more ? selected() : [];
  const ids = new Set(before.map((row) => row.id));
  selectRows([...before, ...found.filter((row) => !ids.has(row.id))]);
}

/** What is selected of this floor's shapes. */
export function selected(): RowId[] {
  return selectedRows(useSelection.getState()).filter(
    ({ table }) =>
      table === 'risk_zone' || table === 'risk_point' || table === 'plan_element' || table === 'underlay',
  );
}

function selectedZone(): string | null {
  const { row } = useSelection.getState();
  return row?.table === 'risk_zone' ? row.id : null;
}

function moveOf([dx, dy]: Point) {
  return { type: 'move' as const, dx, dy };
}

async function command(own: Command, floor: string, then?: () => void): Promise<boolean> {
  const changed = await attempt(onFloor(own, floor));
  if (!changed) return false;
  forgetRefusal();
  const drawn = changed.created.filter(({ table }) => table === 'risk_zone' || table === 'plan_element');
  if (drawn.length > 0) selectRows(drawn);
  then?.();
  return true;
}

function back(): void {
  useView.setState({ tool: 'select', outlineOf: null });
}

/** What clicked places do with what is selected. */
async function places(what: PlacesFor, points: readonly Point[], floor: string): Promise<void> {
  const rows = selected();
  const zone = selectedZone();
  const [a, b, c] = points;
  const plain = points.map(([x, y]): Point => [x, y]);
  switch (what) {
    case 'split':
      if (zone) await command({ type: 'split-zone', zone, line: plain, extend: true }, floor, back);
      return;
    case 'hole':
      if (zone) await command({ type: 'cut-hole', zone, hole: plain }, floor, back);
      return;
    case 'copy':
      if (!a || !b || rows.length === 0) return;
      await command(
        {
          type: 'duplicate',
          rows,
          dx: b[0] - a[0],
          dy: b[1] - a[1],
          columns: 2,
          lines: 1,
          with_points: false,
        },
        floor,
        back,
      );
      return;
    case 'mirror':
      if (!a || !b || rows.length === 0) return;
      await command(
        { type: 'transform', rows, by: { type: 'mirror', from: a, to: b }, with_points: true },
        floor,
        back,
      );
      return;
    case 'rotate': {
      if (!a || !b || !c || rows.length === 0) return;
      const degrees = angleOf(a, c) - angleOf(a, b);
      await command(
        { type: 'transform', rows, by: { type: 'turn', about: a, degrees }, with_points: true },
        floor,
        back,
      );
      return;
    }
    case 'scale': {
      const factor = matrixFor('scale', points)?.a;
      if (!a || !factor || rows.length === 0) return;
      const by = { type: 'scale' as const, about: a, across: factor, down: factor };
      await command({ type: 'transform', rows, by, with_points: true }, floor, back);
      return;
    }
    case 'shift-underlay':
      if (a && b) await shiftUnderlay(a, b);
      return;
    case 'crop-underlay':
      if (a && b) await cropUnderlay(a, b);
      return;
    case 'template':
      if (a && b) await layTemplate(rectangle(a, b), floor);
      return;
    case 'calibrate':
    case 'rooms':
    case 'tie':
      askFor(what, plain);
      return;
  }
}

async function given(
  effect: Extract<Effect, { type: 'command' }>,
  scene: Scene | null,
  floor: string,
  send: Send,
): Promise<void> {
  const changed = await attempt(anchored(onFloor(effect.command, floor), scene));
  send({ type: 'answer', taken: changed !== null });
  if (!changed) return;
  forgetRefusal();
  const created: RowId | undefined = changed.created[0];
  if (effect.select && created) {
    useSelection.setState({ row: created, corner: null });
    // A new point begins with its name, a new zone likewise.
    useView.setState({ naming: created.id, tab: 'basics' });
  }
  if (useView.getState().outlineOf) useView.setState({ tool: 'select', outlineOf: null });
}

/** A dimension is held by what has a corner or a line at its ends, so that it follows. */
function anchored(own: Command, scene: Scene | null): Command {
  if (own.type !== 'draw-plan' || !scene) return own;
  const elements = own.elements.map((element) => {
    const [from, to] = element.line;
    if (element.kind !== 'dimension' || !from || !to) return element;
    return { ...element, anchors: { from: holderOf(scene, from), to: holderOf(scene, to) } };
  });
  return { ...own, elements };
}

/** Goes to the first floor of a building. */
export function enter(building: string): void {
  const floors = [...openProject().tables.floor.values()].filter((floor) => floor.building_id === building);
  const first = floors.sort((a, b) => Math.abs(a.storey - 1) - Math.abs(b.storey - 1))[0];
  if (first) useView.setState({ floor: first.id });
  useSelection.setState({ row: { table: 'building', id: building }, corner: null });
}

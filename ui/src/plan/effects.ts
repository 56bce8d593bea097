// Carrying out what a tool wants: one command, another selection, a moved view.
// Relies on the stores and on the way of a command. Knows no tool.
import type { RowId } from '../ipc';
import { attempt } from '../state/actions';
import { openProject, useSelection, useView } from '../state/store';
import { panBy } from './eye';
import { useRefusedPlace } from './RefusedPlace';
import { onFloor } from './session';
import type { Effect, ToolEvent } from './tools/tool';

let waking: ReturnType<typeof setTimeout> | undefined;

export function carryOut(effects: readonly Effect[], floor: string, send: (event: ToolEvent) => void): void {
  for (const effect of effects) {
    switch (effect.type) {
      case 'select':
        useSelection.setState({ row: effect.row, corner: effect.corner ?? null });
        break;
      case 'command':
        void command(effect, floor, send);
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

type Send = (event: ToolEvent) => void;

async function command(
  effect: Extract<Effect, { type: 'command' }>,
  floor: string,
  send: Send,
): Promise<void> {
  const changed = await attempt(onFloor(effect.command, floor));
  send({ type: 'answer', taken: changed !== null });
  if (!changed) return;
  useRefusedPlace.setState({ at: null });
  const created: RowId | undefined = changed.created[0];
  if (effect.select && created) {
    useSelection.setState({ row: created, corner: null });
    // A new point begins with its name, a new zone likewise.
    useView.setState({ naming: created.id, tab: 'basics' });
  }
  if (useView.getState().outlineOf) useView.setState({ tool: 'select', outlineOf: null });
}

/** Goes to the first floor of a building. */
export function enter(building: string): void {
  const floors = [...openProject().tables.floor.values()].filter((floor) => floor.building_id === building);
  const first = floors.sort((a, b) => Math.abs(a.storey - 1) - Math.abs(b.storey - 1))[0];
  if (first) useView.setState({ floor: first.id });
  useSelection.setState({ row: { table: 'building', id: building }, corner: null });
}

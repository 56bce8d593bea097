// The tool in hand and where its gesture stands.
// Relies on tools being pure; carries their effects to whoever listens. Knows nothing of the DOM.
import { create } from 'zustand';
import type { Command, Outline, Point, RiskPointKind } from '../ipc';
import type { ToolId } from '../state/store';
import { rectangle } from './geometry';
import type { Snap } from './snap';
import { measureTool, panTool, placeTool } from './tools/others';
import { outlineTool } from './tools/outline';
import { rectangleTool } from './tools/rectangle';
import { selectTool } from './tools/select';
import type { Draft, Effect, Hit, Snapping, Tool, ToolEvent } from './tools/tool';

/** A tool with its state, whatever that is. */
export interface Running {
  send(event: ToolEvent): readonly Effect[];
  draft(): Draft | null;
  snapping(): Snapping | null;
  cursor(hover: Hit): string;
  typed(): string;
}

export function running<S>(tool: Tool<S>): Running {
  let state = tool.first;
  return {
    send(event) {
      const step = tool.transition(state, event);
      state = step.state;
      return step.effects;
    },
    draft: () => tool.draft(state),
    snapping: () => tool.snapping(state),
    cursor: (hover) => tool.cursor(state, hover),
    typed: () => tool.typed?.(state) ?? '',
  };
}

interface Session {
  running: Running;
  draft: Draft | null;
  snap: Snap | null;
  hover: Hit;
  cursor: string;
  typed: string;
}

export const useSession = create<Session>(() => ({
  running: running(selectTool),
  draft: null,
  snap: null,
  hover: { kind: 'nothing' },
  cursor: 'default',
  typed: '',
}));

/** The thickness of a wall that is drawn by hand, in millimetres. */
const WALL = 200;

function drawZone(outline: Outline): Effect {
  // The floor is the one that is shown; whoever carries the command out fills it in.
  return {
    type: 'command',
    command: { type: 'draw-zone', floor: '', outline, name: '', kind: 'place' },
    select: true,
  };
}

function drawBuilding(building: string, ring: readonly Point[]): Effect {
  const value = ring.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).join(' ');
  const row = { table: 'building' as const, id: building };
  return { type: 'command', command: { type: 'set-field', row, column: 'outline', value } };
}

function outlineFinish(outlineOf: string | null) {
  return (points: readonly Point[]): Effect =>
    outlineOf ? drawBuilding(outlineOf, points) : drawZone([points.map(([x, y]): Point => [x, y])]);
}

export function toolFor(id: ToolId, kind: RiskPointKind, outlineOf: string | null): Running {
  switch (id) {
    case 'select':
      return running(selectTool);
    case 'polygon':
      return running(outlineTool(3, true, outlineFinish(outlineOf)));
    case 'rectangle':
      return running(rectangleTool((a, b) => outlineFinish(outlineOf)(rectangle(a, b)[0] ?? [])));
    case 'wall':
      return running(
        outlineTool(2, false, (points) => ({
          type: 'command',
          command: {
            type: 'draw-plan',
            floor: '',
            elements: [{ kind: 'wall', line: points.map(([x, y]): Point => [x, y]), size: WALL, text: '' }],
          },
        })),
      );
    case 'point':
      return running(
        placeTool((at) => ({
          type: 'command',
          command: { type: 'place-point', floor: '', position: at, kind, name: '', department: null },
          select: true,
        })),
      );
    case 'measure':
      return running(measureTool);
    case 'pan':
      return running(panTool);
  }
}

/** The same command on the floor that is shown. */
export function onFloor(command: Command, floor: string): Command {
  return 'floor' in command && command.floor === '' ? ({ ...command, floor } as Command) : command;
}

// The tool in hand and where its gesture stands.
// Relies on tools being pure; carries their effects to whoever listens. Knows nothing of the DOM.
import { create } from 'zustand';
import type { Command } from '../ipc';
import type { Snap } from './snap';
import { selectTool } from './tools/select';
import type { Draft, Effect, Hit, Snapping, Tool, ToolEvent } from './tools/tool';

/** A tool with its state, whatever that is. */
export interface Running {
  send(event: ToolEvent): readonly Effect[];
  draft(): Draft | null;
  snapping(): Snapping | null;
  cursor(hover: Hit): string;
  /** What is typed so far; `null` while numbers are not asked for. */
  typed(): string | null;
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
    typed: () => tool.typed?.(state) ?? null,
  };
}

interface Session {
  running: Running;
  draft: Draft | null;
  snap: Snap | null;
  hover: Hit;
  cursor: string;
  typed: string | null;
}

export const useSession = create<Session>(() => ({
  running: running(selectTool),
  draft: null,
  snap: null,
  hover: { kind: 'nothing' },
  cursor: 'default',
  typed: null,
}));

/** The same command on the floor that is shown. */
export function onFloor(command: Command, floor: string): Command {
  return 'floor' in command && command.floor === '' ? ({ ...command, floor } as Command) : command;
}

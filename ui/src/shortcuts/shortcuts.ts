// The keys of the window and what they do.
// Relies on gestures of the plan having had their keys first.

import { allOf } from '../plan/chosen';
import { copySelected, duplicate, paste } from '../plan/chrome/clipboard';
import { removeSelected } from '../plan/chrome/removing';
import { ALL_TOOLS } from '../plan/chrome/toolList';
import { selected } from '../plan/effects';
import { fitShown } from '../plan/PlanView';
import { shownScene } from '../plan/shown';
import { redo, saveNow, undo } from '../state/actions';
import { chooseAndOpen, chooseAndSaveAs } from '../state/files';
import { goStep } from '../state/next';
import { type Step, selectRows, type ToolId, useSelection, useSurface, useView } from '../state/store';
import { isCovered, useKeys } from './keys';

const TOOL_KEYS: Record<string, ToolId> = Object.fromEntries(
  ALL_TOOLS.map((own) => [own.key.toLowerCase(), own.id]),
);

const STEP_KEYS: Record<string, Step> = {
  '1': 'setup',
  '2': 'identify',
  '3': 'assess',
  '4': 'tiers',
  '5': 'prints',
  '7': 'ledgers',
  '8': 'deliver',
};

const REMOVABLE = new Set(['risk_point', 'risk_zone', 'floor', 'building']);

function withCommand(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (key === 'k') useSurface.setState(({ palette }) => ({ palette: !palette }));
  else if (isCovered()) return false;
  else if (key === 's') void (event.shiftKey ? chooseAndSaveAs() : saveNow());
  else if (key === 'o') void chooseAndOpen();
  else if (isTyping(event) && (key === 'z' || key === 'y')) return false;
  else if (key === 'z') void (event.shiftKey ? redo() : undo());
  else if (key === 'y') void redo();
  else if (!isTyping(event) && isOnPlan()) return withShapes(key);
  else return false;
  return true;
}

function isOnPlan(): boolean {
  return ['identify', 'assess'].includes(useView.getState().step);
}

/** Copying and the like, for shapes; a text that is marked on the page keeps its own. */
function withShapes(key: string): boolean {
  const scene = shownScene();
  const marked = (window.getSelection()?.toString() ?? '') !== '';
  if (key === 'a' && scene) selectRows(allOf(scene));
  else if (key === 'c' && !marked && selected().length > 0) void copySelected();
  else if (key === 'x' && !marked && selected().length > 0)
    void copySelected().then((done) => done && removeCut());
  else if (key === 'v') void paste();
  else if (key === 'd' && selected().length > 0) void duplicate();
  else return false;
  return true;
}

function removeCut(): void {
  removeSelected((confirm) => useSurface.setState({ confirm }));
}

/** A text that is being typed keeps its own undo. */
function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
}

function plain(event: KeyboardEvent): boolean {
  if (isCovered()) return false;
  const key = event.key.toLowerCase();
  const onPlan = isOnPlan();
  const tool = TOOL_KEYS[key];
  const step = STEP_KEYS[key];
  if (event.key === '?') useSurface.setState({ sheet: true });
  else if (event.altKey && step) goStep(step);
  else if (event.altKey) return false;
  else if (onPlan && tool) useView.setState({ tool, outlineOf: null });
  else if (onPlan && key === 'f') fitShown();
  else if (key === 'delete') return removal();
  else if (key === 'escape') useSelection.setState({ row: null, corner: null });
  else return false;
  return true;
}

function removal(): boolean {
  if (isOnPlan() && removeSelected((confirm) => useSurface.setState({ confirm }))) return true;
  const { row } = useSelection.getState();
  if (!row || !REMOVABLE.has(row.table)) return false;
  useSurface.setState({ confirm: row });
  return true;
}

export function useShortcuts(): void {
  useKeys('window', (event) => (event.ctrlKey || event.metaKey ? withCommand(event) : plain(event)));
}

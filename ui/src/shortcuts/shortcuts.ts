// The keys of the window and what they do.
// Relies on gestures of the plan having had their keys first.
import { fitShown } from '../plan/PlanView';
import { redo, saveNow, undo } from '../state/actions';
import { chooseAndOpen, chooseAndSaveAs } from '../state/files';
import { goStep } from '../state/next';
import { type Step, type ToolId, useSelection, useSurface, useView } from '../state/store';
import { isCovered, useKeys } from './keys';

const TOOL_KEYS: Record<string, ToolId> = {
  v: 'select',
  p: 'polygon',
  r: 'rectangle',
  o: 'point',
  w: 'wall',
  m: 'measure',
  h: 'pan',
};

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
  else return false;
  return true;
}

/** A text that is being typed keeps its own undo. */
function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
}

function plain(event: KeyboardEvent): boolean {
  if (isCovered()) return false;
  const key = event.key.toLowerCase();
  const onPlan = ['identify', 'assess'].includes(useView.getState().step);
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
  const { row } = useSelection.getState();
  if (!row || !REMOVABLE.has(row.table)) return false;
  useSurface.setState({ confirm: row });
  return true;
}

export function useShortcuts(): void {
  useKeys('window', (event) => (event.ctrlKey || event.metaKey ? withCommand(event) : plain(event)));
}

// The tools in groups, with their icons and keys: one list for the tool bar, the keyboard and the palette.
// Relies on words by the same names. Knows nothing of what a tool does.
import type { IconName } from '../../parts/icons';
import { type ToolId, useView } from '../../state/store';

export interface ToolEntry {
  id: ToolId;
  icon: IconName;
  /** The letter that takes it in hand. */
  key: string;
}

export const MAIN: readonly ToolEntry[] = [
  { id: 'select', icon: 'select', key: 'V' },
  { id: 'box', icon: 'box', key: 'B' },
];

export const ZONES: readonly ToolEntry[] = [
  { id: 'polygon', icon: 'polygon', key: 'P' },
  { id: 'rectangle', icon: 'rectangle', key: 'R' },
];

export const MORE_ZONES: readonly ToolEntry[] = [
  { id: 'circle', icon: 'circle', key: 'C' },
  { id: 'along', icon: 'along', key: 'Y' },
  { id: 'rooms', icon: 'rooms', key: 'U' },
  { id: 'template', icon: 'template', key: 'G' },
];

export const MORE_PLAN: readonly ToolEntry[] = [
  { id: 'door', icon: 'door', key: 'D' },
  { id: 'window', icon: 'window', key: 'N' },
  { id: 'stair', icon: 'stair', key: 'T' },
  { id: 'column', icon: 'column', key: 'K' },
  { id: 'label', icon: 'label', key: 'L' },
  { id: 'dimension', icon: 'dimension', key: 'J' },
  { id: 'route', icon: 'route', key: 'E' },
  { id: 'symbol', icon: 'symbol', key: 'I' },
];

export const OTHERS: readonly ToolEntry[] = [
  { id: 'measure', icon: 'measure', key: 'M' },
  { id: 'area', icon: 'area', key: 'A' },
  { id: 'pan', icon: 'pan', key: 'H' },
];

/** Tools that change what is selected. */
export const CHANGES: readonly ToolEntry[] = [
  { id: 'split', icon: 'split', key: 'X' },
  { id: 'hole', icon: 'hole', key: 'Q' },
];

/** Tools that are taken from menus; the palette knows them too. */
export const FROM_MENUS: readonly ToolId[] = [
  'copy',
  'mirror',
  'rotate',
  'scale',
  'calibrate',
  'shift-underlay',
  'crop-underlay',
  'tie',
];

export const ALL_TOOLS: readonly ToolEntry[] = [
  ...MAIN,
  ...ZONES,
  ...MORE_ZONES,
  { id: 'point', icon: 'point', key: 'O' },
  { id: 'wall', icon: 'wall', key: 'W' },
  ...MORE_PLAN,
  ...CHANGES,
  ...OTHERS,
];

export function takeTool(tool: ToolId): void {
  useView.setState({ tool, outlineOf: null });
}

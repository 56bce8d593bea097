// The stores of the window: the open project, what is selected, what is looked at.
// Relies on `project.ts` for how a step changes the project. Knows nothing of how it is shown.
import { create } from 'zustand';
import type { RiskLevel, RiskPointKind, RowId } from '../ipc';
import type { Project } from './project';

/** The steps of the consultant's way, and the pages beside it. */
export type Step =
  | 'setup'
  | 'identify'
  | 'assess'
  | 'tiers'
  | 'prints'
  | 'ledgers'
  | 'deliver'
  | 'rounds'
  | 'check'
  | 'history';

export type ToolId = 'select' | 'polygon' | 'rectangle' | 'point' | 'wall' | 'measure' | 'pan';

export type LevelOrNone = RiskLevel | 'unassessed';

export interface Filters {
  levels: readonly LevelOrNone[];
  kind: RiskPointKind | null;
  department: string | null;
  tier: string | null;
  /** Only what stands on the floor that is shown. */
  onFloor: boolean;
  text: string;
}

export const NO_FILTERS: Filters = {
  levels: [],
  kind: null,
  department: null,
  tier: null,
  onFloor: false,
  text: '',
};

export type Column =
  | 'level'
  | 'code'
  | 'name'
  | 'place'
  | 'kind'
  | 'department'
  | 'person'
  | 'score'
  | 'tier'
  | 'hazards';

export interface Order {
  column: Column;
  descending: boolean;
}

/** A corner of the selected zone. */
export interface Corner {
  ring: number;
  index: number;
}

export interface ViewState {
  step: Step;
  floor: string | null;
  tool: ToolId;
  /** The family of points that the point tool places. */
  kind: RiskPointKind;
  /** The building whose outline the polygon tool draws; `null` when it draws zones. */
  outlineOf: string | null;
  snap: boolean;
  filters: Filters;
  order: Order;
  list: { open: boolean; height: number };
  /** What the panel below the plan shows, and whether it takes the plan's place. */
  panel: { tab: 'list' | RiskPointKind; view: 'list' | 'sheet'; full: boolean; height: number };
  /** Which tab of the point inspector is open. */
  tab: 'score' | 'hazards' | 'measures' | 'basics';
  /** The row whose name field wants to be typed in. */
  naming: string | null;
  /** Who scores, so that one person can go from point to point. */
  assessor: string | null;
}

export const useProject = create<{ project: Project | null }>(() => ({ project: null }));

export const useSelection = create<{ row: RowId | null; corner: Corner | null; hovered: string | null }>(
  () => ({
    row: null,
    corner: null,
    hovered: null,
  }),
);

export const FIRST_VIEW: ViewState = {
  step: 'identify',
  floor: null,
  tool: 'select',
  kind: 'facility',
  outlineOf: null,
  snap: true,
  filters: NO_FILTERS,
  order: { column: 'level', descending: true },
  list: { open: true, height: Math.round(Math.min(340, Math.max(232, window.innerHeight * 0.3))) },
  // A grid needs some rows to be of use.
  panel: {
    tab: 'list',
    view: 'sheet',
    full: false,
    height: Math.round(Math.max(280, window.innerHeight * 0.36)),
  },
  tab: 'score',
  naming: null,
  assessor: null,
};

export const useView = create<ViewState>(() => FIRST_VIEW);

/** How far long calls are, what is open above the page, and whether the program is busy. */
export interface Surface {
  palette: boolean;
  sheet: boolean;
  why: RowId | null;
  create: boolean;
  settings: boolean;
  confirm: RowId | null;
  pending: number;
}

export const useSurface = create<Surface>(() => ({
  palette: false,
  sheet: false,
  why: null,
  create: false,
  settings: false,
  confirm: null,
  pending: 0,
}));

/** The open project, for code that only runs while there is one. */
export function openProject(): Project {
  const { project } = useProject.getState();
  if (!project) throw new Error('no project is open');
  return project;
}

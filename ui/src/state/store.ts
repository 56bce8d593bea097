// The stores of the window: the open project, what is selected, what is looked at.
// Relies on `project.ts` for how a step changes the project. Knows nothing of how it is shown.
import { create } from 'zustand';
import type { Overlap, RiskLevel, RiskPointKind, RowId } from '../ipc';
import type { Project } from './project';

/** The steps of the consultant's way, and the pages beside it. */
export type Step =
  | 'setup'
  | 'identify'
  | 'assess'
  | 'tiers'
  | 'prints'
  | 'inspect'
  | 'ledgers'
  | 'deliver'
  | 'overview'
  | 'reviews'
  | 'changes'
  | 'rounds'
  | 'check'
  | 'history';

/** Pages of the first step. */
export type SetupTab = 'organisation' | 'people' | 'buildings' | 'criteria';

/** Tools that draw zones, tools that draw the plan, tools that change what is selected, and the others. */
export type ZoneTool = 'polygon' | 'rectangle' | 'circle' | 'along' | 'rooms' | 'template';
export type PlanTool =
  | 'wall'
  | 'door'
  | 'window'
  | 'stair'
  | 'column'
  | 'label'
  | 'dimension'
  | 'route'
  | 'symbol';
export type EditTool = 'split' | 'hole' | 'mirror' | 'rotate' | 'scale' | 'copy';
export type UnderlayTool = 'calibrate' | 'shift-underlay' | 'crop-underlay';
/** Tools for the floor as a whole. */
export type FloorTool = 'tie';
export type ToolId =
  | 'select'
  | 'box'
  | 'point'
  | 'measure'
  | 'area'
  | 'pan'
  | ZoneTool
  | PlanTool
  | EditTool
  | UnderlayTool
  | FloorTool;

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
  setup: SetupTab;
  floor: string | null;
  tool: ToolId;
  /** The family of points that the point tool places. */
  kind: RiskPointKind;
  /** The building whose outline the polygon tool draws; `null` when it draws zones. */
  outlineOf: string | null;
  snap: boolean;
  /** What becomes of what a new zone and others both cover. */
  overlap: Overlap;
  /** Whether borders that zones have in common move together. */
  topology: boolean;
  /** Thickness of drawn walls and width of what is drawn along a line, in millimetres. */
  wallSize: number;
  bandWidth: number;
  /** The symbol that the symbol tool places. */
  symbol: string;
  /** The template area that the template tool lays down; empty for the first one. */
  template: string;
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

export interface Selection {
  /** What the inspector shows. */
  row: RowId | null;
  /** What else is selected on the plan. */
  more: readonly RowId[];
  corner: Corner | null;
  hovered: string | null;
}

const NO_ROWS: readonly RowId[] = [];

export const useSelection = create<Selection>(() => ({
  row: null,
  more: NO_ROWS,
  corner: null,
  hovered: null,
}));

// Whoever selects one row means that row alone.
useSelection.subscribe((now, before) => {
  if (now.row !== before.row && now.more === before.more && now.more.length > 0)
    useSelection.setState({ more: NO_ROWS });
});

/** Selects several rows, the first one for the inspector. */
export function selectRows(rows: readonly RowId[]): void {
  useSelection.setState({
    row: rows[0] ?? null,
    more: rows.length > 1 ? rows.slice(1) : NO_ROWS,
    corner: null,
  });
}

/** Everything that is selected. */
export function selectedRows({ row, more }: Pick<Selection, 'row' | 'more'>): readonly RowId[] {
  return row ? [row, ...more] : NO_ROWS;
}

export const FIRST_VIEW: ViewState = {
  step: 'identify',
  setup: 'organisation',
  floor: null,
  tool: 'select',
  kind: 'facility',
  outlineOf: null,
  snap: true,
  overlap: 'allow',
  topology: true,
  wallSize: 240,
  bandWidth: 2000,
  symbol: 'exit',
  template: '',
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

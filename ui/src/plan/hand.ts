// Which tool is in hand for each name, and what a finished gesture of it becomes.
// Relies on tools being pure. Commands leave the floor empty: whoever carries them out fills in the one that is shown.
import type { NewPlanElement, Outline, Overlap, PlanElementKind, Point } from '../ipc';
import type { ViewState } from '../state/store';
import { rectangle } from './geometry';
import { type Running, running } from './session';
import { measureTool } from './tools/measure';
import { cornersOf, openingTool } from './tools/opening';
import { panTool, placeTool } from './tools/others';
import { outlineTool } from './tools/outline';
import { rectangleTool } from './tools/rectangle';
import { boxTool, selectTool } from './tools/select';
import {
  alongOptions,
  changeOptions,
  circleOptions,
  columnOptions,
  dimensionOptions,
  stairOptions,
} from './tools/shapes';
import type { Effect } from './tools/tool';

/** What a tool needs to know of the view when it is taken. */
export type Hand = Pick<
  ViewState,
  'tool' | 'kind' | 'outlineOf' | 'overlap' | 'wallSize' | 'bandWidth' | 'symbol'
> & {
  /** What a new label says. */
  words: string;
};

const DOOR = 900;
const WINDOW = 1500;
const LETTERS = 400;
const SYMBOL = 600;

function drawZone(outline: Outline, overlap: Overlap): Effect {
  return {
    type: 'command',
    command: { type: 'draw-zone', floor: '', outline, name: '', kind: 'place', overlap },
    select: true,
  };
}

function drawBuilding(building: string, ring: readonly Point[]): Effect {
  const value = ring.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).join(' ');
  const row = { table: 'building' as const, id: building };
  return { type: 'command', command: { type: 'set-field', row, column: 'outline', value } };
}

function plain(points: readonly Point[]): Point[] {
  return points.map(([x, y]): Point => [x, y]);
}

function element(kind: PlanElementKind, line: readonly Point[], size = 0, text = ''): NewPlanElement {
  return { kind, line: plain(line), size, text, layer: null, anchors: null };
}

function draw(elements: NewPlanElement[], select = false): Effect {
  return { type: 'command', command: { type: 'draw-plan', floor: '', elements }, select };
}

export function toolFor(hand: Hand): Running {
  const { outlineOf, kind } = hand;
  const area = (points: readonly Point[]): Effect =>
    outlineOf ? drawBuilding(outlineOf, points) : drawZone([plain(points)], hand.overlap);
  switch (hand.tool) {
    case 'select':
      return running(selectTool);
    case 'box':
      return running(boxTool);
    case 'polygon':
      return running(outlineTool({ fewest: 3, closes: true, finish: area }));
    case 'rectangle':
      return running(rectangleTool((a, b) => area(rectangle(a, b)[0] ?? [])));
    case 'circle':
      return running(outlineTool(circleOptions(area)));
    case 'along':
      return running(outlineTool(alongOptions(() => hand.bandWidth, area)));
    case 'point':
      return running(
        placeTool((at) => ({
          type: 'command',
          command: { type: 'place-point', floor: '', position: at, kind, name: '', department: null },
          select: true,
        })),
      );
    case 'measure':
      return running(measureTool(false));
    case 'area':
      return running(measureTool(true));
    case 'pan':
      return running(panTool);
    case 'hole':
      return running(
        outlineTool({
          fewest: 3,
          closes: true,
          finish: (points) => ({ type: 'places', what: 'hole', points }),
        }),
      );
    case 'split':
    case 'mirror':
    case 'rotate':
    case 'scale':
    case 'copy':
      return running(outlineTool(changeOptions(hand.tool)));
    case 'calibrate':
      return running(
        outlineTool({
          ...dimensionOptions((points) => ({ type: 'places', what: 'calibrate', points })),
          keeps: true,
        }),
      );
    case 'shift-underlay':
      return running(outlineTool(changeOptions('shift-underlay')));
    case 'crop-underlay':
      return running(rectangleTool((a, b) => ({ type: 'places', what: 'crop-underlay', points: [a, b] })));
    case 'rooms':
      return running(placeTool((at) => ({ type: 'places', what: 'rooms', points: [at] })));
    case 'template':
      return running(rectangleTool((a, b) => ({ type: 'places', what: 'template', points: [a, b] })));
    case 'tie':
      return running(placeTool((at) => ({ type: 'places', what: 'tie', points: [at] }), 'tie'));
    case 'wall':
    case 'door':
    case 'window':
    case 'stair':
    case 'column':
    case 'label':
    case 'dimension':
    case 'route':
    case 'symbol':
      return planTool(hand, hand.tool);
  }
}

type PlanToolId = Extract<
  ViewState['tool'],
  'wall' | 'door' | 'window' | 'stair' | 'column' | 'label' | 'dimension' | 'route' | 'symbol'
>;

function planTool(hand: Hand, tool: PlanToolId): Running {
  switch (tool) {
    case 'wall':
      return running(
        outlineTool({
          fewest: 2,
          closes: false,
          finish: (points) => draw([element('wall', points, hand.wallSize)]),
          show: (points, to) => {
            const line = to ? [...points, to] : points;
            if (points.length === 0 || line.length < 2) return null;
            const last = line.slice(-2) as [Point, Point];
            return { kind: 'sketch', walls: [{ line, size: hand.wallSize }], lengths: [last] };
          },
        }),
      );
    case 'door':
      return running(
        openingTool({
          width: DOOR,
          finish: (opening) => {
            const { hinge, closed, open } = cornersOf(opening);
            return draw([element('door', [hinge, closed, open])]);
          },
        }),
      );
    case 'window':
      return running(
        openingTool({
          width: WINDOW,
          finish: (opening) => {
            const { hinge, closed } = cornersOf(opening);
            return draw([element('window', [hinge, closed], opening.wall.size)]);
          },
        }),
      );
    case 'stair':
      return running(outlineTool(stairOptions((ring) => draw([element('stair', ring)]))));
    case 'column':
      return running(outlineTool(columnOptions((ring) => draw([element('column', ring)]))));
    case 'label':
      return running(
        placeTool((at) => draw([element('label', [rounded(at)], LETTERS, hand.words)], true), 'label'),
      );
    case 'dimension':
      return running(outlineTool(dimensionOptions((points) => draw([element('dimension', points)]), true)));
    case 'route':
      return running(
        outlineTool({ fewest: 2, closes: false, finish: (points) => draw([element('route', points)]) }),
      );
    case 'symbol':
      return running(
        placeTool((at) => draw([element('symbol', [rounded(at)], SYMBOL, hand.symbol)]), hand.symbol),
      );
  }
}

function rounded([x, y]: Point): Point {
  return [Math.round(x), Math.round(y)];
}

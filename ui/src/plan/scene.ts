// From the rows of the project to what one floor shows.
// Relies on rows that keep their identity: an item is made anew only when its row, level, pins or filter changed.
// Knows no colours and no pixels.
import type {
  FloorContent,
  Outline,
  PlanElement,
  PlanLayer,
  Point,
  PointView,
  StandingView,
  Underlay,
} from '../ipc';
import type { Project } from '../state/project';
import { CLOSED } from './boxes';
import { areaOf, boxOf } from './geometry';
import type { Look } from './look';
import { Near } from './near';
import type { BuildingItem, PinItem, Scene, ZoneItem } from './renderer';
import { type CoveredOf, type TintOf, tintsBy } from './tints';

/** The number on a pin: the running number at the end of the code, as plates carry it. */
export function pinNumber(code: string): string {
  const digits = /(\d+)\D*$/.exec(code)?.[1];
  return digits ? String(Number(digits)) : code.slice(-2);
}

interface Shape {
  outline: Outline;
  box: ZoneItem['box'];
  area: number;
}

const shapes = new WeakMap<Outline, Shape>();

function shapeOf(outline: Outline): Shape {
  const known = shapes.get(outline);
  if (known) return known;
  const shape = { outline, box: boxOf(outline[0] ?? []), area: areaOf(outline) };
  shapes.set(outline, shape);
  return shape;
}

/** Whether a place has points at all. */
export function hasPoints(standing: StandingView | undefined | null): boolean {
  if (!standing) return false;
  return standing.major + standing.high + standing.medium + standing.low + standing.unassessed > 0;
}

/** Keeps an item as long as it would be made of the same parts. */
class Kept<T extends object> {
  private items = new Map<string, T>();

  renew(ids: readonly string[], isSame: (old: T, index: number) => boolean, make: (index: number) => T): T[] {
    const next = new Map<string, T>();
    ids.forEach((id, index) => {
      const old = this.items.get(id);
      next.set(id, old && isSame(old, index) ? old : make(index));
    });
    this.items = next;
    return [...next.values()];
  }
}

function samePlaces(a: readonly Point[], b: readonly Point[]): boolean {
  return a.length === b.length && a.every((place, index) => place === b[index]);
}

export interface SceneFilter {
  passes: (point: PointView) => boolean;
  levelPasses: (level: StandingView['level']) => boolean;
}

/** Makes the scenes of one window, one after the other. */
export class SceneMaker {
  private readonly zones = new Kept<ZoneItem>();
  private readonly pins = new Kept<PinItem>();
  private readonly buildings = new Kept<BuildingItem>();

  make(project: Project, floor: string, filter: SceneFilter, look: SceneLook): Scene {
    const pins = look.pins ? this.pinsOf(project, floor, filter) : [];
    const plan = project.plans.get(floor);
    const layers = project.tables.plan_layer;
    const elements = look.drawing && plan ? shownElements(plan, layers) : NO_ELEMENTS;
    const tint = tintsBy(look.colourBy, project, look.covered ?? null);
    const zones = look.zones ? this.zonesOf(project, floor, filter, placesByZone(pins), tint) : [];
    return {
      floor,
      elements,
      zones,
      buildings: this.buildingsOf(project, floor),
      pins,
      underlays: look.underlays
        ? (plan?.underlays ?? NO_UNDERLAYS).filter((own) => !own.hidden)
        : NO_UNDERLAYS,
      fixed: fixedOf(zones, elements, layers),
    };
  }

  private pinsOf(project: Project, floor: string, filter: SceneFilter): PinItem[] {
    const own: PointView[] = [];
    for (const point of project.points.values())
      if (point.floor_id === floor && point.position) own.push(point);
    const faded = own.map((point) => !filter.passes(point));
    return this.pins.renew(
      own.map((point) => point.id),
      (old, index) => old.point === own[index] && old.faded === faded[index],
      (index) => pinOf(own[index] as PointView, faded[index] ?? false),
    );
  }

  private zonesOf(
    project: Project,
    floor: string,
    filter: SceneFilter,
    places: ReadonlyMap<string, readonly Point[]>,
    tintOf: TintOf,
  ): ZoneItem[] {
    const own: ZoneItem[] = [];
    for (const zone of project.tables.risk_zone.values()) {
      if (zone.floor_id !== floor || !zone.outline || zone.hidden) continue;
      const standing = project.standings.zones[zone.id];
      const level = standing?.level ?? null;
      const pins = places.get(zone.id) ?? NO_PINS;
      const faded = !filter.levelPasses(level);
      const tint = tintOf(zone);
      own.push({ zone, ...shapeOf(zone.outline), level, hasPoints: hasPoints(standing), pins, faded, tint });
    }
    // Great zones lie under small ones, so that a room in a wing can be seen and hit.
    own.sort((a, b) => b.area - a.area);
    return this.zones.renew(
      own.map((item) => item.zone.id),
      (old, index) => {
        const fresh = own[index] as ZoneItem;
        const { zone, level, hasPoints: points, faded, tint } = fresh;
        const plain =
          old.zone === zone &&
          old.level === level &&
          old.hasPoints === points &&
          old.faded === faded &&
          old.tint === tint;
        return plain && samePlaces(old.pins, fresh.pins);
      },
      (index) => own[index] as ZoneItem,
    );
  }

  private buildingsOf(project: Project, floor: string): BuildingItem[] {
    const row = project.tables.floor.get(floor);
    if (!row || row.building_id) return [];
    const own = [...project.tables.building.values()].flatMap((building): BuildingItem[] => {
      if (!building.outline || building.campus_id !== row.campus_id) return [];
      const standing = project.standings.buildings[building.id];
      const { outline, box } = shapeOf(building.outline);
      return [{ building, outline, box, level: standing?.level ?? null, hasPoints: hasPoints(standing) }];
    });
    return this.buildings.renew(
      own.map((item) => item.building.id),
      (old, index) => {
        const fresh = own[index] as BuildingItem;
        return (
          old.building === fresh.building && old.level === fresh.level && old.hasPoints === fresh.hasPoints
        );
      },
      (index) => own[index] as BuildingItem,
    );
  }
}

export type SceneLook = Pick<Look, 'colourBy' | 'zones' | 'pins' | 'drawing' | 'underlays'> & {
  /** For zones that are coloured by what is inspected. */
  covered?: CoveredOf | null;
};

const NO_UNDERLAYS: readonly Underlay[] = [];

const shown = new WeakMap<FloorContent, { layers: unknown; elements: readonly PlanElement[] }>();

/** Elements that are neither hidden themselves nor on a hidden layer, the lowest layer first. */
function shownElements(plan: FloorContent, layers: ReadonlyMap<string, PlanLayer>): readonly PlanElement[] {
  const known = shown.get(plan);
  if (known?.layers === layers) return known.elements;
  const order = (element: PlanElement) =>
    element.layer_id ? (layers.get(element.layer_id)?.ordinal ?? 0) : -Infinity;
  const elements = plan.elements.filter(
    (own) => !own.hidden && (!own.layer_id || (layers.get(own.layer_id)?.visible ?? true)),
  );
  if (elements.some((own) => own.layer_id))
    elements.sort((a, b) => order(a) - order(b) || a.ordinal - b.ordinal);
  shown.set(plan, { layers, elements });
  return elements;
}

const NOTHING_FIXED: ReadonlySet<string> = new Set();

function fixedOf(
  zones: readonly ZoneItem[],
  elements: readonly PlanElement[],
  layers: ReadonlyMap<string, PlanLayer>,
): ReadonlySet<string> {
  const locked = new Set([...layers.values()].filter((layer) => layer.locked).map((layer) => layer.id));
  const fixed = [
    ...zones.filter((item) => item.zone.locked).map((item) => item.zone.id),
    ...elements
      .filter((own) => own.locked || (own.layer_id !== null && locked.has(own.layer_id)))
      .map((own) => own.id),
  ];
  return fixed.length > 0 ? new Set(fixed) : NOTHING_FIXED;
}

const NO_ELEMENTS: readonly PlanElement[] = [];
const NO_PINS: readonly Point[] = [];

function pinOf(point: PointView, faded: boolean): PinItem {
  return { point, at: point.position ?? [0, 0], number: pinNumber(point.code), faded };
}

function placesByZone(pins: readonly PinItem[]): Map<string, Point[]> {
  const places = new Map<string, Point[]>();
  for (const { point, at } of pins) {
    if (!point.zone_id) continue;
    const own = places.get(point.zone_id);
    if (own) own.push(at);
    else places.set(point.zone_id, [at]);
  }
  return places;
}

/** Kinds whose points are not corners of a line. */
const LOOSE: ReadonlySet<PlanElement['kind']> = new Set<PlanElement['kind']>([
  'label',
  'dimension',
  'symbol',
]);
/** What a pointer is pulled to on a floor. */
export function targetsOf(scene: Scene): Near {
  const near = new Near();
  const add = (points: readonly Point[], closed: boolean, of: string) => {
    points.forEach((corner, index) => {
      near.addCorner(corner, of);
      const next = points[index + 1] ?? (closed ? points[0] : undefined);
      if (next) near.addEdge(corner, next, of);
    });
  };
  for (const { zone, outline } of scene.zones) for (const ring of outline) add(ring, true, zone.id);
  for (const { building, outline } of scene.buildings)
    for (const ring of outline) add(ring, true, building.id);
  for (const { id, kind, line } of scene.elements) {
    if (!LOOSE.has(kind)) add(line, CLOSED.has(kind), id);
  }
  return near;
}

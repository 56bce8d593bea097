// From the rows of the project to what one floor shows.
// Relies on rows that keep their identity: an item is made anew only when its row, level, pins or filter changed.
// Knows no colours and no pixels.
import type { FloorContent, Outline, PlanElement, Point, PointView, RiskZone, StandingView } from '../ipc';
import type { Project } from '../state/project';
import { areaOf, boxOf, edgesOf } from './geometry';
import type { BuildingItem, PinItem, Scene, ZoneItem } from './renderer';
import type { Targets } from './snap';

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

  renew(fresh: readonly (T & { key: string })[]): T[] {
    const next = new Map<string, T>();
    for (const item of fresh) {
      const old = this.items.get(item.key);
      next.set(item.key, old && same(old, item) ? old : item);
    }
    this.items = next;
    return [...next.values()];
  }
}

function same(a: object, b: object): boolean {
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return Object.keys(right).every((key) => {
    const [own, other] = [left[key], right[key]];
    if (own === other) return true;
    return (
      Array.isArray(own) &&
      Array.isArray(other) &&
      own.length === other.length &&
      own.every((part, i) => part === other[i])
    );
  });
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

  make(project: Project, floor: string, filter: SceneFilter): Scene {
    const pins = this.pins.renew(pinsOf(project, floor, filter));
    const places = new Map<string, Point[]>();
    for (const pin of pins) {
      const zone = pin.point.zone_id;
      if (zone) places.set(zone, [...(places.get(zone) ?? []), pin.at]);
    }
    return {
      floor,
      elements: project.plans.get(floor)?.elements ?? NO_ELEMENTS,
      zones: this.zones.renew(zonesOf(project, floor, filter, places)),
      buildings: this.buildings.renew(buildingsOf(project, floor)),
      pins,
    };
  }
}

const NO_ELEMENTS: readonly PlanElement[] = [];
const NO_PINS: readonly Point[] = [];

function pinsOf(project: Project, floor: string, filter: SceneFilter): (PinItem & { key: string })[] {
  const own: (PinItem & { key: string })[] = [];
  for (const point of project.points.values()) {
    if (point.floor_id !== floor || !point.position) continue;
    const faded = !filter.passes(point);
    own.push({ key: point.id, point, at: point.position, number: pinNumber(point.code), faded });
  }
  return own;
}

function zonesOf(
  project: Project,
  floor: string,
  filter: SceneFilter,
  places: Map<string, Point[]>,
): (ZoneItem & { key: string })[] {
  const own: (ZoneItem & { key: string })[] = [];
  for (const zone of project.tables.risk_zone.values()) {
    if (zone.floor_id !== floor || !zone.outline) continue;
    const standing = project.standings.zones[zone.id];
    const level = standing?.level ?? null;
    own.push({
      key: zone.id,
      zone,
      ...shapeOf(zone.outline),
      level,
      hasPoints: hasPoints(standing),
      pins: places.get(zone.id) ?? NO_PINS,
      faded: !filter.levelPasses(level),
    });
  }
  // Great zones lie under small ones, so that a room in a wing can be seen and hit.
  return own.sort((a, b) => b.area - a.area);
}

function buildingsOf(project: Project, floor: string): (BuildingItem & { key: string })[] {
  const row = project.tables.floor.get(floor);
  if (!row || row.building_id) return [];
  return [...project.tables.building.values()].flatMap((building) => {
    if (!building.outline || building.campus_id !== row.campus_id) return [];
    const standing = project.standings.buildings[building.id];
    return [
      {
        key: building.id,
        building,
        outline: building.outline,
        box: shapeOf(building.outline).box,
        level: standing?.level ?? null,
        hasPoints: hasPoints(standing),
      },
    ];
  });
}

/** What a pointer is pulled to on a floor. */
export function targetsOf(
  zones: readonly RiskZone[],
  plan: FloorContent | undefined,
  without: string | null,
): Targets {
  const corners: Point[] = [];
  const edges: [Point, Point][] = [];
  for (const zone of zones) {
    if (zone.id === without) continue;
    for (const ring of zone.outline ?? []) {
      corners.push(...ring);
      edges.push(...edgesOf(ring));
    }
  }
  for (const element of plan?.elements ?? []) {
    if (element.kind === 'label') continue;
    corners.push(...element.line);
    if (element.kind !== 'wall' && element.kind !== 'line' && element.kind !== 'window') continue;
    element.line.forEach((corner, index) => {
      const next = element.line[index + 1];
      if (next) edges.push([corner, next]);
    });
  }
  return { corners, edges };
}

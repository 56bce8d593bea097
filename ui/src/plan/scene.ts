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

  make(project: Project, floor: string, filter: SceneFilter): Scene {
    const pins = this.pinsOf(project, floor, filter);
    return {
      floor,
      elements: project.plans.get(floor)?.elements ?? NO_ELEMENTS,
      zones: this.zonesOf(project, floor, filter, placesByZone(pins)),
      buildings: this.buildingsOf(project, floor),
      pins,
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
  ): ZoneItem[] {
    const own: ZoneItem[] = [];
    for (const zone of project.tables.risk_zone.values()) {
      if (zone.floor_id !== floor || !zone.outline) continue;
      const standing = project.standings.zones[zone.id];
      const level = standing?.level ?? null;
      const pins = places.get(zone.id) ?? NO_PINS;
      const faded = !filter.levelPasses(level);
      own.push({ zone, ...shapeOf(zone.outline), level, hasPoints: hasPoints(standing), pins, faded });
    }
    // Great zones lie under small ones, so that a room in a wing can be seen and hit.
    own.sort((a, b) => b.area - a.area);
    return this.zones.renew(
      own.map((item) => item.zone.id),
      (old, index) => {
        const fresh = own[index] as ZoneItem;
        const { zone, level, hasPoints: points, faded } = fresh;
        const plain =
          old.zone === zone && old.level === level && old.hasPoints === points && old.faded === faded;
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

// What lies under a place: a corner of the selected zone, a pin, a zone, a building.
// Relies on sizes in pixels turned into millimetres by `unit`. Draws nothing.
import type { Point } from '../ipc';
import { contains, distance, edgesOf, middle, nearestOnSegment } from './geometry';
import type { Scene, ZoneItem } from './renderer';
import type { Hit } from './tools/tool';

const PIN_PIXELS = 14;
const CORNER_PIXELS = 8;
const MIDDLE_PIXELS = 7;

export function hitScene(scene: Scene, at: Point, unit: number, selected: string | null): Hit {
  const own = selected ? scene.zones.find((item) => item.zone.id === selected) : undefined;
  return (
    (own && cornerAt(own, at, unit)) ??
    pinAt(scene, at, unit) ??
    (own && middleAt(own, at, unit)) ??
    zoneAt(scene, at, selected) ??
    buildingAt(scene, at) ?? { kind: 'nothing' }
  );
}

function cornerAt(item: ZoneItem, at: Point, unit: number): Hit | undefined {
  for (const [ring, corners] of item.outline.entries()) {
    const index = corners.findIndex((corner) => distance(corner, at) <= CORNER_PIXELS * unit);
    if (index >= 0)
      return { kind: 'corner', zone: item.zone.id, outline: item.outline, corner: { ring, index } };
  }
  return undefined;
}

/** The small handle in the middle of an edge, which makes a new corner. */
function middleAt(item: ZoneItem, at: Point, unit: number): Hit | undefined {
  for (const [ring, corners] of item.outline.entries()) {
    for (const [index, [a, b]] of edgesOf(corners).entries()) {
      if (distance(middle(a, b), at) > MIDDLE_PIXELS * unit) continue;
      const on = nearestOnSegment(at, a, b);
      return { kind: 'edge', zone: item.zone.id, outline: item.outline, corner: { ring, index }, at: on };
    }
  }
  return undefined;
}

function pinAt(scene: Scene, at: Point, unit: number): Hit | undefined {
  let best: Hit | undefined;
  let least = PIN_PIXELS * unit;
  for (const pin of scene.pins) {
    const own = distance(pin.at, at);
    // The pin drawn last lies on top.
    if (!pin.faded && own <= least)
      [best, least] = [{ kind: 'pin', point: pin.point.id, position: pin.at }, own];
  }
  return best;
}

function zoneAt(scene: Scene, at: Point, selected: string | null): Hit | undefined {
  // From small to great: a room in a wing is hit before the wing.
  const item = scene.zones.findLast((own) => inBox(own, at) && contains(own.outline, at));
  if (!item) return undefined;
  return { kind: 'zone', zone: item.zone.id, outline: item.outline, selected: item.zone.id === selected };
}

function buildingAt(scene: Scene, at: Point): Hit | undefined {
  const item = scene.buildings.findLast((own) => contains(own.outline, at));
  return item ? { kind: 'building', building: item.building.id } : undefined;
}

function inBox({ box }: ZoneItem, [x, y]: Point): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

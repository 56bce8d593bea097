// What lies under a place: a corner of the selected zone, a pin, a zone, a building.
// Relies on sizes in pixels turned into millimetres by `unit`. Draws nothing.
import type { Point } from '../ipc';
import { elementBox, elementEdges } from './boxes';
import { contains, distance, edgesOf, middle, nearestOnSegment } from './geometry';
import type { Scene, ZoneItem } from './renderer';
import type { Hit, WallHit } from './tools/tool';

const PIN_PIXELS = 14;
const CORNER_PIXELS = 8;
const MIDDLE_PIXELS = 7;
const SIDE_PIXELS = 5;
const LINE_PIXELS = 5;

/** `selected` holds the ids of all that is selected; a zone's corners are hit only when it is selected alone. */
export function hitScene(scene: Scene, at: Point, unit: number, selected: ReadonlySet<string>): Hit {
  const own = selected.size === 1 ? scene.zones.find((item) => selected.has(item.zone.id)) : undefined;
  return (
    (own && cornerAt(own, at, unit)) ??
    pinAt(scene, at, unit) ??
    (own && middleAt(own, at, unit)) ??
    (own && sideAt(own, at, unit)) ??
    insideAt(scene, at, unit, selected) ??
    buildingAt(scene, at) ?? { kind: 'nothing' }
  );
}

/** A zone first; what is drawn in it once the zone is selected, as with anything that lies in something. */
function insideAt(scene: Scene, at: Point, unit: number, selected: ReadonlySet<string>): Hit | undefined {
  const zone = zoneAt(scene, at, selected);
  const element = elementAt(scene, at, unit, selected);
  if (zone?.kind !== 'zone' || zone.selected) return element ?? zone;
  // With a part of the drawing selected, the next one is one click away too.
  const drawing = selected.size > 0 && scene.elements.some((own) => selected.has(own.id));
  return drawing && element ? element : zone;
}

/** A side of the selected zone, to be pulled. */
function sideAt(item: ZoneItem, at: Point, unit: number): Hit | undefined {
  for (const [ring, corners] of item.outline.entries()) {
    for (const [index, [a, b]] of edgesOf(corners).entries()) {
      const on = nearestOnSegment(at, a, b);
      if (distance(on, at) > SIDE_PIXELS * unit) continue;
      return { kind: 'side', zone: item.zone.id, outline: item.outline, corner: { ring, index }, at: on };
    }
  }
  return undefined;
}

/** Parts of the drawing are hit by their lines, a label by its letters: what lies inside them stays free. */
function elementAt(scene: Scene, at: Point, unit: number, selected: ReadonlySet<string>): Hit | undefined {
  const reach = LINE_PIXELS * unit;
  const found = scene.elements.findLast((element) => {
    if (scene.fixed.has(element.id)) return false;
    const box = elementBox(element);
    const wide = element.kind === 'wall' || element.kind === 'window' ? element.size / 2 : 0;
    const near = Math.max(reach, Math.min(wide, reach * 4));
    if (at[0] < box.left - near || at[0] > box.right + near) return false;
    if (at[1] < box.top - near || at[1] > box.bottom + near) return false;
    if (element.kind === 'label' || element.kind === 'symbol') return true;
    return elementEdges(element).some(([a, b]) => distance(nearestOnSegment(at, a, b), at) <= near);
  });
  return found ? { kind: 'element', element: found.id, selected: selected.has(found.id) } : undefined;
}

/** The wall under a place. */
export function wallAt(scene: Scene, at: Point, unit: number): WallHit | null {
  let best: WallHit | null = null;
  let least = 14 * unit;
  for (const element of scene.elements) {
    if (element.kind !== 'wall') continue;
    const box = elementBox(element);
    if (at[0] < box.left - least || at[0] > box.right + least) continue;
    if (at[1] < box.top - least || at[1] > box.bottom + least) continue;
    for (const [a, b] of elementEdges(element)) {
      const away = distance(nearestOnSegment(at, a, b), at);
      if (away <= least) [best, least] = [{ a, b, size: element.size }, away];
    }
  }
  return best;
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

function zoneAt(scene: Scene, at: Point, selected: ReadonlySet<string>): Hit | undefined {
  // From small to great: a room in a wing is hit before the wing.
  const item = scene.zones.findLast(
    (own) => inBox(own, at) && !scene.fixed.has(own.zone.id) && contains(own.outline, at),
  );
  if (!item) return undefined;
  return { kind: 'zone', zone: item.zone.id, outline: item.outline, selected: selected.has(item.zone.id) };
}

function buildingAt(scene: Scene, at: Point): Hit | undefined {
  const item = scene.buildings.findLast((own) => contains(own.outline, at));
  return item ? { kind: 'building', building: item.building.id } : undefined;
}

function inBox({ box }: ZoneItem, [x, y]: Point): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

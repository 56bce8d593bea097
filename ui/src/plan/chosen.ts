// Selecting many: what lies in a box, what is alike, what is grouped together.
// Relies on the scene that is shown. Selects nothing itself.
import type { PlanElement, Point, RowId } from '../ipc';
import { elementBox, elementEdges } from './boxes';
import { type Box, boxOf, edgesOf, overlaps } from './geometry';
import type { Scene, ZoneItem } from './renderer';
import { targetsOf } from './scene';

function within(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

/** Whether an edge touches a box: one of its ends lies in it, or it crosses one of its sides. */
export function touches([a, b]: readonly [Point, Point], box: Box): boolean {
  let [from, to] = [0, 1];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  for (const [step, room] of [
    [-dx, a[0] - box.left],
    [dx, box.right - a[0]],
    [-dy, a[1] - box.top],
    [dy, box.bottom - a[1]],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  return from <= to;
}

/** Rows in the box between two places; `crossing` takes what it only touches too. */
export function inBox(scene: Scene, from: Point, to: Point, crossing: boolean): RowId[] {
  const box = boxOf([from, to]);
  const zone = (item: ZoneItem) =>
    crossing
      ? overlaps(item.box, box) &&
        item.outline.some((ring) => edgesOf(ring).some((edge) => touches(edge, box)))
      : within(item.box, box);
  const element = (own: PlanElement) => {
    const its = elementBox(own);
    if (!crossing || within(its, box)) return within(its, box);
    return (
      overlaps(its, box) && (own.line.length < 2 || elementEdges(own).some((edge) => touches(edge, box)))
    );
  };
  return [
    ...scene.zones
      .filter((item) => !scene.fixed.has(item.zone.id) && zone(item))
      .map((item): RowId => ({ table: 'risk_zone', id: item.zone.id })),
    ...scene.pins
      .filter(({ at }) => within(boxOf([at]), box))
      .map((item): RowId => ({ table: 'risk_point', id: item.point.id })),
    ...scene.elements
      .filter((own) => !scene.fixed.has(own.id) && element(own))
      .map((own): RowId => ({ table: 'plan_element', id: own.id })),
  ];
}

/** Everything on the floor that the pointer can take. */
export function allOf(scene: Scene): RowId[] {
  return [
    ...scene.zones.map((item): RowId => ({ table: 'risk_zone', id: item.zone.id })),
    ...scene.pins.map((item): RowId => ({ table: 'risk_point', id: item.point.id })),
    ...scene.elements.map((own): RowId => ({ table: 'plan_element', id: own.id })),
  ].filter((row) => !scene.fixed.has(row.id));
}

export type Likeness = 'kind' | 'department' | 'level' | 'size' | 'layer';

/** Rows that are like this one in what was asked for. */
export function alike(scene: Scene, row: RowId, how: Likeness): RowId[] {
  const zone = scene.zones.find((item) => item.zone.id === row.id);
  if (zone) {
    const same = (other: ZoneItem) =>
      how === 'level'
        ? other.level === zone.level
        : how === 'department'
          ? other.zone.department_id === zone.zone.department_id
          : other.zone.kind === zone.zone.kind;
    const found = scene.zones.filter((item) => !scene.fixed.has(item.zone.id) && same(item));
    return found.map((item) => ({ table: 'risk_zone', id: item.zone.id }));
  }
  const pin = scene.pins.find((item) => item.point.id === row.id)?.point;
  if (pin) {
    const found = scene.pins.filter(({ point }) =>
      how === 'level'
        ? point.level === pin.level
        : how === 'department'
          ? point.department_id === pin.department_id
          : point.kind === pin.kind,
    );
    return found.map((item) => ({ table: 'risk_point', id: item.point.id }));
  }
  const element = scene.elements.find((own) => own.id === row.id);
  if (!element) return [];
  const found = scene.elements.filter(
    (own) =>
      !scene.fixed.has(own.id) &&
      (how === 'layer' ? own.layer_id === element.layer_id : own.kind === element.kind) &&
      (how !== 'size' || own.size === element.size),
  );
  return found.map((own) => ({ table: 'plan_element', id: own.id }));
}

/** These rows and everything that is grouped with them. */
export function withGroups(scene: Scene, rows: readonly RowId[]): RowId[] {
  const ids = new Set(rows.map((row) => row.id));
  const groups = new Set(
    [...scene.zones.map((item) => item.zone), ...scene.elements]
      .filter((own) => ids.has(own.id) && own.grouping)
      .map((own) => own.grouping),
  );
  if (groups.size === 0) return [...rows];
  const zones = scene.zones.filter(({ zone }) => groups.has(zone.grouping) && !ids.has(zone.id));
  const elements = scene.elements.filter((own) => groups.has(own.grouping) && !ids.has(own.id));
  return [
    ...rows,
    ...zones.map((item): RowId => ({ table: 'risk_zone', id: item.zone.id })),
    ...elements.map((own): RowId => ({ table: 'plan_element', id: own.id })),
  ];
}

/** The shape that has a corner at a place, else one whose line passes there. */
export function holderOf(scene: Scene, at: Point): RowId | null {
  const near = targetsOf(scene);
  const of = near.corners(at, 1)[0]?.of ?? near.edges(at, 1)[0]?.edge.of;
  if (!of) return null;
  if (scene.zones.some((item) => item.zone.id === of)) return { table: 'risk_zone', id: of };
  return scene.elements.some((own) => own.id === of) ? { table: 'plan_element', id: of } : null;
}

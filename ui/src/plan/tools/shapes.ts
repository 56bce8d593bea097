// Shapes that are made of two or three clicked places: circles, stairs, columns, dimension lines, changes of the selection.
// Relies on the tool for places one after the other. Knows what is drawn meanwhile and nothing of what comes of it.
import type { Outline, Point } from '../../ipc';
import { distance, middle, rectangle } from '../geometry';
import { angleOf, mirrorAt, moveBy, scaleAround, turnAround } from './matrix';
import type { OutlineOptions } from './outline';
import type { Draft, Effect, Matrix, PlacesFor, Sketch } from './tool';

/** A circle as a polygon: corners about every half metre, at least 16, at most 96. */
export function circleRing(centre: Point, radius: number): Point[] {
  const count = Math.max(16, Math.min(96, Math.round((2 * Math.PI * radius) / 500 / 4) * 4));
  return Array.from({ length: count }, (_, index): Point => {
    const turn = (index / count) * 2 * Math.PI;
    return [Math.round(centre[0] + Math.cos(turn) * radius), Math.round(centre[1] + Math.sin(turn) * radius)];
  });
}

/** From the edge `a`-`b` as deep as the third place is away from it. */
export function stairRing(a: Point, b: Point, to: Point): Point[] {
  const length = distance(a, b) || 1;
  const normal: Point = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  const deep = (to[0] - a[0]) * normal[0] + (to[1] - a[1]) * normal[1];
  const shift = ([x, y]: Point): Point => [
    Math.round(x + normal[0] * deep),
    Math.round(y + normal[1] * deep),
  ];
  return [a, b, shift(b), shift(a)];
}

/** Both sides of a way, as an area along it. */
export function bandAlong(line: readonly Point[], width: number): Point[] {
  const half = width / 2;
  const side = (sign: number) =>
    line.map((at, index): Point => {
      const normals = [normalOf(line[index - 1], at), normalOf(at, line[index + 1])].filter(
        (own) => own !== null,
      );
      const sum = normals.reduce<Point>((all, own) => [all[0] + own[0], all[1] + own[1]], [0, 0]);
      const first = normals[0] ?? [0, 0];
      // The mitre reaches as far as both sides stay parallel, but not endlessly.
      const long = Math.hypot(sum[0], sum[1]) || 1;
      const unit: Point = [sum[0] / long, sum[1] / long];
      const reach = half / Math.max(0.35, unit[0] * first[0] + unit[1] * first[1]);
      return [Math.round(at[0] + unit[0] * reach * sign), Math.round(at[1] + unit[1] * reach * sign)];
    });
  return [...side(1), ...side(-1).reverse()];
}

function normalOf(a: Point | undefined, b: Point | undefined): Point | null {
  const length = a && b ? distance(a, b) : 0;
  return a && b && length > 0 ? [-(b[1] - a[1]) / length, (b[0] - a[0]) / length] : null;
}

function sketch(parts: Sketch): Draft {
  return { kind: 'sketch', ...parts };
}

type Make = (ring: readonly Point[]) => Effect;

function areaOptions(most: number, ringOf: (places: readonly Point[]) => Point[] | null, make: Make) {
  const options: OutlineOptions = {
    fewest: most,
    most,
    closes: false,
    finish: (points) => {
      const ring = ringOf(points);
      return ring ? make(ring) : null;
    },
    show: (points, to) => {
      const places = to ? [...points, to] : points;
      const ring = points.length === most - 1 && to ? ringOf(places) : null;
      const [a, b] = places;
      if (!a || !b) return null;
      return sketch(
        ring
          ? { areas: [ring.map((at): Point => at)].map((own): Outline => [own]), lengths: [[a, b]] }
          : { lines: [[a, b]], lengths: [[a, b]] },
      );
    },
  };
  return options;
}

export function circleOptions(make: Make): OutlineOptions {
  return areaOptions(
    2,
    ([centre, rim]) => {
      const radius = centre && rim ? distance(centre, rim) : 0;
      return centre && radius >= 50 ? circleRing(centre, radius) : null;
    },
    make,
  );
}

export function stairOptions(make: Make): OutlineOptions {
  return areaOptions(3, ([a, b, to]) => (a && b && to ? stairRing(a, b, to) : null), make);
}

export function columnOptions(make: Make): OutlineOptions {
  return areaOptions(2, ([a, b]) => (a && b ? (rectangle(a, b)[0] ?? null) : null), make);
}

/** A way with a width: the points of the way come out. */
export function alongOptions(width: () => number, make: Make): OutlineOptions {
  return {
    fewest: 2,
    closes: false,
    finish: (points) => make(bandAlong(points, width())),
    show: (points, to) => {
      const places = to ? [...points, to] : points;
      if (points.length === 0 || places.length < 2) return null;
      const last = places.slice(-2) as [Point, Point];
      return sketch({ areas: [[bandAlong(places, width())]], lengths: [last] });
    },
  };
}

/** Two places whose distance is shown; `drawn` asks for a third that the dimension line runs through. */
export function dimensionOptions(
  finish: (points: readonly Point[]) => Effect,
  drawn = false,
): OutlineOptions {
  return {
    fewest: drawn ? 3 : 2,
    most: drawn ? 3 : 2,
    closes: false,
    finish,
    show: (points, to) => {
      const places = to ? [...points, to] : points;
      const [a, b, through] = places;
      if (!a || !b) return null;
      if (!through) return sketch({ lines: [[a, b]], lengths: [[a, b]] });
      const [from, end] = dimensionLine(a, b, through);
      return sketch({
        lines: [
          [a, from],
          [b, end],
        ],
        lengths: [[from, end]],
      });
    },
  };
}

/** The line beside `a`-`b` that runs through a third place. */
export function dimensionLine(a: Point, b: Point, through: Point): [Point, Point] {
  const normal = normalOf(a, b) ?? [0, 0];
  const off = (through[0] - a[0]) * normal[0] + (through[1] - a[1]) * normal[1];
  const shift = ([x, y]: Point): Point => [x + normal[0] * off, y + normal[1] * off];
  return [shift(a), shift(b)];
}

/** A line that parts what is selected, or the axis, centre and directions of a change of it. */
export function changeOptions(what: PlacesFor): OutlineOptions {
  const count = what === 'rotate' || what === 'scale' ? 3 : 2;
  return {
    fewest: 2,
    ...(what === 'split' ? {} : { most: count }),
    closes: false,
    finish: (points) =>
      matrixFor(what, points) || what === 'split' ? { type: 'places', what, points } : null,
    show: (points, to) => {
      const places = to ? [...points, to] : points;
      if (points.length === 0 || places.length < 2) return null;
      const matrix = matrixFor(what, places);
      const words = matrix && to ? wordsFor(what, places, to) : [];
      return sketch({ lines: [places], words, ...(matrix ? { ghost: matrix } : {}) });
    },
  };
}

/** What the clicked places do with the selection; `null` while there are too few of them. */
export function matrixFor(what: PlacesFor, [a, b, c]: readonly Point[]): Matrix | null {
  if (!a || !b || distance(a, b) === 0) return null;
  if (what === 'mirror') return mirrorAt(a, b);
  if (what === 'copy' || what === 'shift-underlay') return moveBy([b[0] - a[0], b[1] - a[1]]);
  if (!c || distance(a, c) === 0) return null;
  if (what === 'rotate') return turnAround(a, angleOf(a, c) - angleOf(a, b));
  if (what === 'scale') return scaleAround(a, distance(a, c) / distance(a, b));
  return null;
}

function wordsFor(what: PlacesFor, [a, b, c]: readonly Point[], at: Point) {
  if (!a || !b) return [];
  if (what === 'rotate' && c) {
    const turn = (angleOf(a, c) - angleOf(a, b) + 540) % 360;
    return [{ at, text: `${(turn - 180).toFixed(1)}°` }];
  }
  if (what === 'scale' && c) return [{ at, text: `× ${(distance(a, c) / distance(a, b)).toFixed(3)}` }];
  return [{ at: middle(a, b), text: `${(distance(a, b) / 1000).toFixed(2)} m` }];
}

// Moving, turning, mirroring and scaling of places of the floor.
// Relies on millimetres, y down; angles turn clockwise on the screen. Knows no shape of the field.
import type { Point } from '../../ipc';
import { distance } from '../geometry';
import type { Matrix } from './tool';

export function moveBy([e, f]: Point): Matrix {
  return { a: 1, b: 0, c: 0, d: 1, e, f };
}

/** `linear` around a place that stays. */
function around([x, y]: Point, a: number, b: number, c: number, d: number): Matrix {
  return { a, b, c, d, e: x - a * x - c * y, f: y - b * x - d * y };
}

export function turnAround(centre: Point, degrees: number): Matrix {
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return around(centre, cos, sin, -sin, cos);
}

export function scaleAround(centre: Point, factor: number): Matrix {
  return around(centre, factor, 0, 0, factor);
}

export function mirrorAt(from: Point, to: Point): Matrix {
  const length = distance(from, to) || 1;
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  return around(from, 2 * ux * ux - 1, 2 * ux * uy, 2 * ux * uy, 2 * uy * uy - 1);
}

export function applied({ a, b, c, d, e, f }: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The angle of a direction in degrees, clockwise from the right. */
export function angleOf(from: Point, to: Point): number {
  return (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
}

// Where the eye is: pixels for a millimetre, and where the floor's origin lies on the screen.
// Relies on one scale for both directions. Knows nothing of what is drawn.
import type { Point } from '../ipc';
import { type Box, isEmpty } from './geometry';

export interface Camera {
  /** Pixels for a millimetre. */
  scale: number;
  /** Where the floor's origin lies, in pixels from the view's top left corner. */
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export const FIRST_CAMERA: Camera = { scale: 0.02, x: 60, y: 60 };

const CLOSEST = 0.6;
const FARTHEST = 0.000_4;
/** CSS pixels are 96 to the inch. */
const MILLIMETRES_PER_PIXEL = 25.4 / 96;
/** What an empty floor shows: a room of 20 m by 12 m. */
const EMPTY: Box = { left: 0, top: 0, right: 20_000, bottom: 12_000 };

export function toScreen(camera: Camera, [x, y]: Point): Point {
  return [x * camera.scale + camera.x, y * camera.scale + camera.y];
}

export function toWorld(camera: Camera, [x, y]: Point): Point {
  return [(x - camera.x) / camera.scale, (y - camera.y) / camera.scale];
}

export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x + dx, y: camera.y + dy };
}

function limited(scale: number): number {
  return Math.max(FARTHEST, Math.min(CLOSEST, scale));
}

/** Nearer or farther by `factor`, the place under `at` staying where it is. */
export function zoomed(camera: Camera, factor: number, at: Point): Camera {
  const scale = limited(camera.scale * factor);
  const own = scale / camera.scale;
  return { scale, x: at[0] - (at[0] - camera.x) * own, y: at[1] - (at[1] - camera.y) * own };
}

/** Everything in view, with the margin that tools and legend need. */
export function fitted(box: Box, size: Size, margin: { x: number; top: number; bottom: number }): Camera {
  const { left, top, right, bottom } = isEmpty(box) ? EMPTY : box;
  const wide = Math.max(1, size.width - 2 * margin.x);
  const high = Math.max(1, size.height - margin.top - margin.bottom);
  const scale = limited(Math.min(wide / Math.max(1, right - left), high / Math.max(1, bottom - top)));
  return {
    scale,
    x: margin.x + (wide - (right - left) * scale) / 2 - left * scale,
    y: margin.top + (high - (bottom - top) * scale) / 2 - top * scale,
  };
}

/** A place in the middle of the view. */
export function centred(camera: Camera, [x, y]: Point, size: Size): Camera {
  return { ...camera, x: size.width / 2 - x * camera.scale, y: size.height / 2 - y * camera.scale };
}

/** The part of the floor in view, with `margin` pixels around it. */
export function inView(camera: Camera, size: Size, margin: number): Box {
  const [left, top] = toWorld(camera, [-margin, -margin]);
  const [right, bottom] = toWorld(camera, [size.width + margin, size.height + margin]);
  return { left, top, right, bottom };
}

/** N of 1:N, in round figures. */
export function scaleNumber(camera: Camera): number {
  const exact = 1 / (camera.scale * MILLIMETRES_PER_PIXEL);
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(exact)) - 1);
  return Math.round(exact / unit) * unit;
}

/** A round length in millimetres that is about `pixels` long. */
export function barLength(camera: Camera, pixels: number): number {
  const rough = pixels / camera.scale;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].findLast((own) => own * power <= rough) ?? 1;
  return step * power;
}

// What clicked places do with the picture in hand: it is moved, or only a part of it is shown.
// Relies on Rust for the change. Knows how pixels of a picture lie on the floor.
import type { Crop, Point, Underlay } from '../../ipc';
import { attempt } from '../../state/actions';
import { openProject, useView } from '../../state/store';
import { takeTool } from '../chrome/toolList';
import { underlayInHand, useChosenUnderlay } from './chosen';

function inHand(): Underlay | null {
  const { floor } = useView.getState();
  const underlays = floor ? (openProject().plans.get(floor)?.underlays ?? []) : [];
  return underlayInHand(underlays, useChosenUnderlay.getState().id);
}

/** A place of the floor in pixels of a picture. */
export function pixelOf(underlay: Underlay, [x, y]: Point): Point {
  const turn = -((underlay.rotation / 100) * Math.PI) / 180;
  const scale = Number(underlay.millimetres_per_pixel);
  const [dx, dy] = [x - underlay.origin[0], y - underlay.origin[1]];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return [(dx * cos - dy * sin) / scale, (dx * sin + dy * cos) / scale];
}

/** The part of a picture around two places of the floor; `null` when it shows nothing. */
export function cropOf(underlay: Underlay, a: Point, b: Point): Crop | null {
  const corners = [a, b, [a[0], b[1]] as Point, [b[0], a[1]] as Point].map((at) => pixelOf(underlay, at));
  const within = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)));
  const left = within(Math.min(...corners.map((at) => at[0])), underlay.width);
  const right = within(Math.max(...corners.map((at) => at[0])), underlay.width);
  const top = within(Math.min(...corners.map((at) => at[1])), underlay.height);
  const bottom = within(Math.max(...corners.map((at) => at[1])), underlay.height);
  if (right - left < 2 || bottom - top < 2) return null;
  return { left, top, width: right - left, height: bottom - top };
}

async function edit(underlay: Underlay, part: { origin?: Point; crop?: Crop }): Promise<void> {
  const changed = await attempt({
    type: 'edit-underlay',
    underlay: underlay.id,
    origin: part.origin ?? null,
    rotation: null,
    millimetres_per_pixel: null,
    crop: part.crop ?? null,
    uncrop: false,
  });
  if (changed) takeTool('select');
}

export async function shiftUnderlay(from: Point, to: Point): Promise<void> {
  const underlay = inHand();
  if (!underlay) return;
  const { origin } = underlay;
  await edit(underlay, { origin: [origin[0] + to[0] - from[0], origin[1] + to[1] - from[1]] });
}

export async function cropUnderlay(a: Point, b: Point): Promise<void> {
  const underlay = inHand();
  const crop = underlay ? cropOf(underlay, a, b) : null;
  if (underlay && crop) await edit(underlay, { crop });
}

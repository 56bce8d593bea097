// The camera that follows the pointer, and the one that shapes were last drawn for.
// Relies on one repaint when a gesture rests. Knows nothing of shapes.
import { create } from 'zustand';
import type { Point } from '../ipc';
import { type Camera, FIRST_CAMERA, panned, type Size, zoomed } from './camera';

interface Eye {
  /** As it is now; changes with every frame of a gesture. */
  camera: Camera;
  /** As shapes are drawn; the difference is a transform of the whole layer. */
  settled: Camera;
  size: Size;
  /** The pointer's place on the floor. */
  pointer: Point | null;
}

export const useEye = create<Eye>(() => ({
  camera: FIRST_CAMERA,
  settled: FIRST_CAMERA,
  size: { width: 800, height: 600 },
  pointer: null,
}));

/** Shapes are drawn this far around the view, so that a pan shows no empty edge. */
export const MARGIN = 200;
const REST_AFTER_WHEEL = 160;

let resting: ReturnType<typeof setTimeout> | undefined;

/** Draws shapes for the camera as it is now. */
export function settle(): void {
  clearTimeout(resting);
  const { camera, settled } = useEye.getState();
  if (camera !== settled) useEye.setState({ settled: camera });
}

export function panBy(dx: number, dy: number): void {
  const camera = panned(useEye.getState().camera, dx, dy);
  useEye.setState({ camera });
  const { settled } = useEye.getState();
  const far = Math.max(Math.abs(camera.x - settled.x), Math.abs(camera.y - settled.y));
  if (far > MARGIN * 0.9) settle();
}

export function zoomBy(factor: number, at: Point): void {
  useEye.setState({ camera: zoomed(useEye.getState().camera, factor, at) });
  settleSoon();
}

export function settleSoon(): void {
  clearTimeout(resting);
  resting = setTimeout(settle, REST_AFTER_WHEEL);
}

/** Looks elsewhere at once. */
export function look(camera: Camera): void {
  useEye.setState({ camera });
  settle();
}

// Outlines of the floor as paths in pixels of the view.
// Relies on the camera as it is now.
import type { Outline } from '../ipc';
import { type Camera, toScreen } from './camera';
import { linePath } from './svg/path';

export function screenPath(outline: Outline, camera: Camera): string {
  return outline
    .map((ring) =>
      linePath(
        ring.map((corner) => toScreen(camera, corner)),
        1,
        true,
      ),
    )
    .join('');
}

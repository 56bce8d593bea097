// Points of the floor as texts of SVG paths, in pixels at one scale.
// Relies on a layer that is moved as a whole. Knows nothing of what a path stands for.
import type { Outline, Point } from '../../ipc';

/** A tenth of a pixel is finer than any screen. */
export function pixel(millimetres: number, scale: number): number {
  return Math.round(millimetres * scale * 10) / 10;
}

export function linePath(points: readonly Point[], scale: number, closed: boolean): string {
  const corners = points.map(([x, y]) => `${pixel(x, scale)} ${pixel(y, scale)}`);
  return corners.length === 0 ? '' : `M${corners.join('L')}${closed ? 'Z' : ''}`;
}

export function outlinePath(outline: Outline, scale: number): string {
  return outline.map((ring) => linePath(ring, scale, true)).join('');
}

/** About how wide a text is: letters of Han are square, others about half as wide. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += letter.charCodeAt(0) > 0x2e7f ? 1 : 0.56;
  return width * size;
}

/** A text cut to a width, with an ellipsis; empty when not even two letters fit. */
export function fittedText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let cut = text;
  while (cut.length > 1 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return cut.length < 2 ? '' : `${cut}…`;
}

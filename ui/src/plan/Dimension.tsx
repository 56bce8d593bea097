// A length beside a line, as on a drawing.
// Relies on model lengths in millimetres.
import { metres } from '../format';
import type { Point } from '../ipc';
import { type Camera, toScreen } from './camera';
import { distance, middle } from './geometry';
import { linePath, textWidth } from './svg/path';

interface DimensionProps {
  from: Point;
  to: Point;
  camera: Camera;
  offset: number;
}

export function Dimension({ from, to, camera, offset }: DimensionProps) {
  const [a, b] = [toScreen(camera, from), toScreen(camera, to)];
  const length = distance(a, b);
  if (length < 1) return null;
  // On the upper or left side of the line, whichever way it was drawn.
  const flip = b[0] < a[0] || (b[0] === a[0] && b[1] > a[1]) ? -1 : 1;
  const normal: Point = [((b[1] - a[1]) / length) * flip, (-(b[0] - a[0]) / length) * flip];
  const shift = ([x, y]: Point, by: number): Point => [x + normal[0] * by, y + normal[1] * by];
  return (
    <g className="dimension">
      {offset > 0 ? (
        <>
          <path
            className="dimension-tick"
            d={linePath([shift(a, offset - 8), shift(a, offset + 6)], 1, false)}
          />
          <path
            className="dimension-tick"
            d={linePath([shift(b, offset - 8), shift(b, offset + 6)], 1, false)}
          />
          <path d={linePath([shift(a, offset), shift(b, offset)], 1, false)} />
        </>
      ) : null}
      <Tag at={shift(middle(a, b), offset)} text={metres(distance(from, to))} />
    </g>
  );
}

export function Tag({ at: [x, y], text }: { at: Point; text: string }) {
  const wide = textWidth(text, 11) + 14;
  return (
    <g className="tag" transform={`translate(${Math.round(x)} ${Math.round(y)})`}>
      <rect x={-wide / 2} y="-9.5" width={wide} height="19" rx="4" />
      <text y="4">{text}</text>
    </g>
  );
}

// The drawing in small: the lines of the layers that are taken, or the picture.
// Relies on a preview of some thousands of lines at most.
import { useMemo } from 'react';
import { grouped } from '../../format';
import type { DrawingPreview } from '../../ipc';
import { useWords } from '../../words';
import { fitted } from '../camera';
import { linePath } from '../svg/path';

const SIZE = { width: 260, height: 190 };

export function Preview({ found, layers }: { found: DrawingPreview; layers: readonly string[] | null }) {
  const w = useWords();
  const { bounds_mm: bounds, picture, lines } = found;
  const paths = useMemo(() => {
    if (!bounds) return null;
    const box = { left: bounds.x0, top: bounds.y0, right: bounds.x1, bottom: bounds.y1 };
    const camera = fitted(box, SIZE, { x: 6, top: 6, bottom: 6 });
    const taken = layers ? new Set(layers) : null;
    const [inside, aside] = [[] as string[], [] as string[]];
    for (const line of lines) {
      const points = line.points.map(([x, y]): [number, number] => [
        x * camera.scale + camera.x,
        y * camera.scale + camera.y,
      ]);
      const own = !taken || taken.has(found.layers[line.layer]?.name ?? '');
      (own ? inside : aside).push(linePath(points, 1, false));
    }
    return { inside: inside.join(''), aside: aside.join('') };
  }, [bounds, lines, layers, found.layers]);
  return (
    <div className="import-preview" data-testid="import-preview">
      {picture ? (
        <img src={`data:${picture.media_type};base64,${picture.data}`} alt="" />
      ) : paths ? (
        <svg width={SIZE.width} height={SIZE.height} aria-hidden="true">
          <path className="import-aside" d={paths.aside} />
          <path className="import-line" d={paths.inside} />
        </svg>
      ) : null}
      {found.more_lines > 0 ? <p className="faint">{w.importing.more(grouped(found.more_lines))}</p> : null}
    </div>
  );
}

// Two shapes of one thing over each other, small: mine in full line, theirs dashed, what both come from faint.
// Relies on cells as Rust writes them. Colour is not the only difference: the lines differ too.
import type { ThreeValues } from '../ipc';
import { boxOf, isEmpty, NO_BOX, union } from '../plan/geometry';
import { outlinePath, pixel } from '../plan/svg/path';
import { useFileWords } from '../words/file';
import { ringsOf } from './shapes';

const WIDE = 220;
const HIGH = 132;
const EDGE = 12;

export function TwoShapes({ cells, closed }: { cells: ThreeValues; closed: boolean }) {
  const w = useFileWords();
  const sides = (['base', 'ours', 'theirs'] as const).map((side) => ({ side, rings: ringsOf(cells[side]) }));
  let box = NO_BOX;
  for (const { rings } of sides) for (const ring of rings) box = union(box, boxOf(ring));
  if (isEmpty(box)) return null;
  const [wide, high] = [Math.max(box.right - box.left, 500), Math.max(box.bottom - box.top, 500)];
  const scale = Math.min((WIDE - 2 * EDGE) / wide, (HIGH - 2 * EDGE) / high);
  const x = (WIDE - (box.left + box.right) * scale) / 2;
  const y = (HIGH - (box.top + box.bottom) * scale) / 2;
  return (
    <figure className="two-shapes" data-testid="merge-shapes">
      <svg width={WIDE} height={HIGH} role="img" aria-label={w.merge.drawn}>
        <g transform={`translate(${x} ${y})`}>
          {sides.map(({ side, rings }) => {
            const only = rings.length === 1 && rings[0]?.length === 1 ? rings[0][0] : null;
            return only ? (
              <circle
                key={side}
                data-side={side}
                cx={pixel(only[0], scale)}
                cy={pixel(only[1], scale)}
                r={side === 'base' ? 4 : 6}
              />
            ) : (
              <path key={side} data-side={side} d={pathOf(rings, scale, closed)} />
            );
          })}
        </g>
      </svg>
      <figcaption>
        <span data-side="base">{w.merge.base}</span>
        <span data-side="ours">{w.merge.ours}</span>
        <span data-side="theirs">{w.merge.theirs}</span>
      </figcaption>
    </figure>
  );
}

function pathOf(rings: ReturnType<typeof ringsOf>, scale: number, closed: boolean): string {
  const path = outlinePath(rings, scale);
  return closed ? path : path.replaceAll('Z', '');
}

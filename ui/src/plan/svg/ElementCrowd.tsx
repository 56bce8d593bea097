// Thousands of walls and lines as a handful of paths: an imported drawing costs as little as a drawn one.
// Relies on kinds that look alike being drawn alike. What is drawn otherwise stays an element of its own.
import { memo } from 'react';
import type { PlanElement, PlanElementKind } from '../../ipc';
import { CLOSED } from '../boxes';
import { linePath } from './path';

const PLAIN: ReadonlySet<PlanElementKind> = new Set<PlanElementKind>(['wall', 'line', 'column', 'furniture']);
const WALL = 240;

export function isPlain(element: PlanElement): boolean {
  return PLAIN.has(element.kind);
}

interface Props {
  elements: readonly PlanElement[];
  scale: number;
}

export const ElementCrowd = memo(function ElementCrowd({ elements, scale }: Props) {
  const paths = new Map<string, { kind: PlanElementKind; wide: number; lines: string[] }>();
  for (const { kind, size, line } of elements) {
    const wide = kind === 'wall' ? Math.max(1.4, (size || WALL) * scale) : 0;
    const key = `${kind} ${wide}`;
    const own = paths.get(key) ?? { kind, wide, lines: [] };
    own.lines.push(linePath(line, scale, CLOSED.has(kind)));
    paths.set(key, own);
  }
  return (
    <>
      {[...paths].map(([key, { kind, wide, lines }]) => (
        <path
          key={key}
          className={kind === 'line' ? 'el-thin' : `el-${kind}`}
          d={lines.join('')}
          strokeWidth={wide || undefined}
          data-crowd={lines.length}
        />
      ))}
    </>
  );
});

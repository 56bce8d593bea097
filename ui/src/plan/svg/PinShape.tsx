// A risk point's pin with its number.
// Relies on items that keep their identity. Knows the level as a word; colours come from style sheets.
import { memo } from 'react';
import type { Point, RiskLevel } from '../../ipc';
import type { PinItem } from '../renderer';
import { pixel } from './path';

interface Props {
  item: PinItem;
  scale: number;
  /** How much larger than usual it is. */
  large: number;
}

export const PinShape = memo(function PinShape({ item, scale, large }: Props) {
  const [x, y] = item.at;
  return (
    <g
      className="pin"
      data-point={item.point.id}
      data-level={item.point.level ?? 'unassessed'}
      data-faded={item.faded || undefined}
      transform={`translate(${pixel(x, scale)} ${pixel(y, scale)})${large === 1 ? '' : ` scale(${large})`}`}
    >
      <PinFace number={item.number} />
    </g>
  );
});

function PinFace({ number }: { number: string }) {
  return (
    <>
      <circle r="12" />
      <text y="4.2" className={number.length > 2 ? 'pin-long' : undefined}>
        {number}
      </text>
    </>
  );
}

/** Many pins as dots, one path for each level: thousands of elements would only cover each other. */
export const PinCrowd = memo(function PinCrowd({ pins, scale }: { pins: readonly PinItem[]; scale: number }) {
  const paths = new Map<string, string>();
  for (const { point, at, faded } of pins) {
    if (faded) continue;
    const level = point.level ?? 'unassessed';
    paths.set(level, `${paths.get(level) ?? ''}M${pixel(at[0], scale)} ${pixel(at[1], scale)}h0`);
  }
  return (
    <>
      {[...paths].map(([level, path]) => (
        <path key={level} className="pin-crowd" data-level={level} d={path} />
      ))}
    </>
  );
});

interface LooseProps {
  at: Point;
  level: RiskLevel | null;
  number: string;
}

/** A pin that moves with the pointer, in pixels of the view. */
export function LoosePin({ at, level, number }: LooseProps) {
  return (
    <g className="pin loose" data-level={level ?? 'unassessed'} transform={`translate(${at[0]} ${at[1]})`}>
      <circle r="18" className="pin-halo" />
      <PinFace number={number} />
    </g>
  );
}

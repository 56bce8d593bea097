// A risk point's pin with its number.
// Relies on items that keep their identity. Knows the level as a word; colours come from style sheets.
import { memo } from 'react';
import type { Point, RiskLevel } from '../../ipc';
import type { PinItem } from '../renderer';
import { pixel } from './path';

interface Props {
  item: PinItem;
  scale: number;
  /** A dot without a number, where many pins would only cover each other. */
  small: boolean;
}

export const PinShape = memo(function PinShape({ item, scale, small }: Props) {
  const [x, y] = item.at;
  return (
    <g
      className="pin"
      data-point={item.point.id}
      data-level={item.point.level ?? 'unassessed'}
      data-faded={item.faded || undefined}
      transform={`translate(${pixel(x, scale)} ${pixel(y, scale)})`}
    >
      <PinFace number={item.number} small={small} />
    </g>
  );
});

function PinFace({ number, small }: { number: string; small: boolean }) {
  if (small) return <circle r="4.5" />;
  return (
    <>
      <circle r="12" />
      <text y="4.2" className={number.length > 2 ? 'pin-long' : undefined}>
        {number}
      </text>
    </>
  );
}

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
      <PinFace number={number} small={false} />
    </g>
  );
}

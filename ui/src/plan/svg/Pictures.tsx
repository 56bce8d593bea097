// Pictures under the drawing: moved, turned, scaled, cropped, as faint as the user wants.
// Relies on the bytes being asked for once and kept. Cannot be clicked.
import { memo } from 'react';
import type { Underlay } from '../../ipc';
import { usePicture } from '../pictures';
import { pixel } from './path';

export const Pictures = memo(function Pictures({
  underlays,
  scale,
}: {
  underlays: readonly Underlay[];
  scale: number;
}) {
  return (
    <>
      {underlays.map((underlay) => (
        <Picture key={underlay.id} underlay={underlay} scale={scale} />
      ))}
    </>
  );
});

function Picture({ underlay, scale }: { underlay: Underlay; scale: number }) {
  const address = usePicture(underlay.asset);
  if (!address) return null;
  const { origin, width, height, crop } = underlay;
  const own = Number(underlay.millimetres_per_pixel) * scale;
  const turn = underlay.rotation / 100;
  const shown = crop ?? { left: 0, top: 0, width, height };
  return (
    <g
      transform={`translate(${pixel(origin[0], scale)} ${pixel(origin[1], scale)}) rotate(${turn}) scale(${own})`}
      opacity={underlay.opacity / 100}
      data-underlay={underlay.id}
    >
      <svg
        x={shown.left}
        y={shown.top}
        width={shown.width}
        height={shown.height}
        viewBox={`${shown.left} ${shown.top} ${shown.width} ${shown.height}`}
        aria-hidden="true"
      >
        <image href={address} width={width} height={height} preserveAspectRatio="none" />
      </svg>
    </g>
  );
}

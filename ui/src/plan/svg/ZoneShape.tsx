// A zone's area with its colour and lines.
// Relies on items that keep their identity, so that a zone is drawn anew only when it looks different.
// Knows the level as a word; colours come from style sheets.
import { memo } from 'react';
import type { BuildingItem, ZoneItem } from '../renderer';
import { outlinePath } from './path';

function levelWord(item: { level: string | null; hasPoints: boolean }): string {
  return item.level ?? (item.hasPoints ? 'unassessed' : 'none');
}

interface AreaProps {
  item: ZoneItem;
  scale: number;
  hatch: string | null;
}

/** Smaller areas show no lines: they would only be noise. */
const HATCHED_FROM = 18;

export const ZoneArea = memo(function ZoneArea({ item, scale, hatch }: AreaProps) {
  const path = outlinePath(item.outline, scale);
  const small = (item.box.right - item.box.left) * scale < HATCHED_FROM;
  return (
    <g
      className="zone"
      data-zone={item.zone.id}
      data-level={levelWord(item)}
      data-tint={item.tint ?? undefined}
      data-faded={item.faded || undefined}
    >
      <path className="zone-fill" d={path} fillRule="evenodd" />
      {hatch && !small && !item.tint ? (
        <path d={path} fillRule="evenodd" fill={hatch} className="zone-hatch" />
      ) : null}
    </g>
  );
});

interface BuildingProps {
  item: BuildingItem;
  scale: number;
  hatch: string | null;
}

export const BuildingArea = memo(function BuildingArea({ item, scale, hatch }: BuildingProps) {
  const path = outlinePath(item.outline, scale);
  return (
    <g className="zone building" data-building={item.building.id} data-level={levelWord(item)}>
      <path className="zone-fill" d={path} fillRule="evenodd" />
      {hatch ? <path d={path} fillRule="evenodd" fill={hatch} className="zone-hatch" /> : null}
    </g>
  );
});

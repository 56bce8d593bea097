// A zone's area with its colour and lines, and its name.
// Relies on items that keep their identity, so that a zone is drawn anew only when it looks different.
// Knows the level as a word; colours come from style sheets.
import { memo } from 'react';
import type { Point } from '../../ipc';
import { labelPlace } from '../geometry';
import type { BuildingItem, ZoneItem } from '../renderer';
import { fittedText, outlinePath, pixel, textWidth } from './path';

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
      data-faded={item.faded || undefined}
    >
      <path className="zone-fill" d={path} fillRule="evenodd" />
      {hatch && !small ? <path d={path} fillRule="evenodd" fill={hatch} className="zone-hatch" /> : null}
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

const NAME_SIZE = 13;
const SMALL_NAME = 10.5;
const NOTE_SIZE = 11;

interface NameProps {
  outline: ZoneItem['outline'];
  box: ZoneItem['box'];
  pins: readonly Point[];
  name: string;
  note: string;
  faded: boolean;
  scale: number;
}

export const AreaName = memo(function AreaName({ outline, box, pins, name, note, faded, scale }: NameProps) {
  const width = (box.right - box.left) * scale;
  const height = (box.bottom - box.top) * scale;
  if (width < 34 || height < 18) return null;
  const size = textWidth(name, NAME_SIZE) <= width - 6 ? NAME_SIZE : SMALL_NAME;
  const shown = fittedText(name, size, width - 4);
  if (!shown) return null;
  const both = note !== '' && height > 44 && textWidth(note, NOTE_SIZE) < width - 8;
  const wide = Math.max(textWidth(shown, size), both ? textWidth(note, NOTE_SIZE) : 0) + 10;
  const high = both ? 40 : 22;
  const at = labelPlace(outline, pins, { wide: wide / scale, high: high / scale });
  const [x, y] = [pixel(at[0], scale), pixel(at[1], scale)];
  return (
    <g className="zone-name" data-faded={faded || undefined}>
      <text x={x} y={both ? y - 3 : y + 4.5} fontSize={size}>
        {shown}
      </text>
      {both ? (
        <text x={x} y={y + 13} className="zone-note">
          {note}
        </text>
      ) : null}
    </g>
  );
});

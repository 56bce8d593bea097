// A zone's area with its colour and lines, and its name.
// Relies on items that keep their identity, so that a zone is drawn anew only when it looks different.
// Knows the level as a word; colours come from style sheets.
import { memo } from 'react';
import type { Point } from '../../ipc';
import { labelPlace, roomFits } from '../geometry';
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
/** Pins keep this much free around them, beside their own size. */
const AIR = 8;

interface NameProps {
  outline: ZoneItem['outline'];
  box: ZoneItem['box'];
  pins: readonly Point[];
  name: string;
  note: string;
  faded: boolean;
  scale: number;
  /** How much larger than usual letters are. */
  large: number;
}

interface Placed {
  at: Point;
  size: number;
  name: string;
  both: boolean;
}

/** Name and note where they fit; else the name alone, smaller, cut; at last nothing. */
function placed({ outline, box, pins, name, note, scale, large }: NameProps): Placed | null {
  const width = (box.right - box.left) * scale;
  const height = (box.bottom - box.top) * scale;
  if (width < 34 || height < 16) return null;
  const size = large * (textWidth(name, NAME_SIZE * large) <= width - 6 ? NAME_SIZE : SMALL_NAME);
  const shown = fittedText(name, size, width - 4);
  if (!shown) return null;
  const room = (wide: number, high: number) => ({ wide: (wide + AIR) / scale, high: high / scale });
  if (note) {
    const whole = room(Math.max(textWidth(shown, size), textWidth(note, NOTE_SIZE * large)), 34 * large);
    const at = labelPlace(outline, pins, whole);
    if (roomFits(outline, at, whole)) return { at, size, name: shown, both: true };
  }
  const at = labelPlace(outline, pins, room(textWidth(shown, size), 18 * large));
  return { at, size, name: shown, both: false };
}

export const AreaName = memo(function AreaName(props: NameProps) {
  const { note, faded, scale, large } = props;
  const own = placed(props);
  if (!own) return null;
  const [x, y] = [pixel(own.at[0], scale), pixel(own.at[1], scale)];
  return (
    <g className="zone-name" data-faded={faded || undefined}>
      <text x={x} y={own.both ? y - 3 : y + 4.5} fontSize={own.size}>
        {own.name}
      </text>
      {own.both ? (
        <text x={x} y={y + 12 * large} className="zone-note" fontSize={NOTE_SIZE * large}>
          {note}
        </text>
      ) : null}
    </g>
  );
});

// Names of zones and buildings: where each fits, and which are left out so that none covers another.
// Relies on items that keep their identity, so that a place is reckoned once for a scale.
// Knows no colours.
import { memo } from 'react';
import type { Point } from '../../ipc';
import { type Box, labelPlace, overlaps, roomFits } from '../geometry';
import type { ZoneItem } from '../renderer';
import { fittedText, pixel, textWidth } from './path';

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
function fitted({ outline, box, pins, name, note, scale, large }: NameProps): Placed | null {
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

/** A name where it was put. */
export interface PlacedName extends Placed {
  id: string;
  note: string;
  faded: boolean;
  /** How much room it takes, in pixels of the layer. */
  box: Box;
}

interface Known {
  props: NameProps;
  placed: PlacedName | null;
}

const known = new WeakMap<object, Known>();

/** Where a name goes; reckoned again only when something about it changed, so that only that name is drawn anew. */
export function placeName(item: object, id: string, props: NameProps): PlacedName | null {
  const old = known.get(item);
  const same =
    old &&
    (Object.keys(props) as (keyof NameProps)[]).every(
      (key) => key === 'faded' || old.props[key] === props[key],
    );
  if (same && old.props.faded === props.faded) return old.placed;
  const placed = same ? old.placed && { ...old.placed, faded: props.faded } : nameAt(id, props);
  known.set(item, { props, placed });
  return placed;
}

function nameAt(id: string, props: NameProps): PlacedName | null {
  const own = fitted(props);
  if (!own) return null;
  const wide = Math.max(
    textWidth(own.name, own.size),
    own.both ? textWidth(props.note, NOTE_SIZE * props.large) : 0,
  );
  const [x, y] = [own.at[0] * props.scale, own.at[1] * props.scale];
  const [up, down] = own.both ? [18, 16] : [9, 9];
  const box = {
    left: x - wide / 2,
    right: x + wide / 2,
    top: y - up * props.large,
    bottom: y + down * props.large,
  };
  return { ...own, id, note: props.note, faded: props.faded, box };
}

/** Names that cover no other; the first ones win. */
export function withoutOverlap<T extends { box: Box }>(names: readonly T[]): T[] {
  const cells = new Map<string, T[]>();
  return names.filter((name) => {
    const keys = cellsOf(name.box);
    if (keys.some((key) => cells.get(key)?.some((other) => overlaps(other.box, name.box)))) return false;
    for (const key of keys) {
      const own = cells.get(key);
      if (own) own.push(name);
      else cells.set(key, [name]);
    }
    return true;
  });
}

const CELL = 120;

function cellsOf({ left, top, right, bottom }: Box): string[] {
  const found: string[] = [];
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1)
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1)
      found.push(`${column} ${row}`);
  return found;
}

interface AreaNameProps {
  own: PlacedName;
  scale: number;
  large: number;
}

export const AreaName = memo(function AreaName({ own, scale, large }: AreaNameProps) {
  const { note, faded } = own;
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

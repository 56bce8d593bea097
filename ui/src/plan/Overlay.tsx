// What moves with the pointer: the selection's frame and handles, drafts, guides, lengths.
// Relies on the camera as it is now, so that handles keep their size while the view zooms.
// Knows nothing of how a gesture came about.

import { useCallback, useLayoutEffect, useRef } from 'react';
import type { Outline, PlanElement, Point, RoomView, RowId } from '../ipc';
import type { Corner } from '../state/store';
import { selectedRows, useSelection, useView } from '../state/store';
import { useWords } from '../words';
import { elementBox, elementEdges } from './boxes';
import { type Camera, type Size, toScreen } from './camera';
import { Dimension } from './Dimension';
import { DraftShape } from './DraftShape';
import { useEye } from './eye';
import { distance, edgesOf, middle } from './geometry';
import { useRoom } from './import/room';
import type { PinItem, Scene, ZoneItem } from './renderer';
import { screenPath } from './screen';
import { useSession } from './session';
import type { SnapKind } from './snap';
import { linePath } from './svg/path';
import type { Draft, Hit } from './tools/tool';

export function Overlay({ scene }: { scene: Scene }) {
  const camera = useEye((eye) => eye.camera);
  const size = useEye((eye) => eye.size);
  const draft = useSession((session) => session.draft);
  const snap = useSession((session) => session.snap);
  const tool = useView((view) => view.tool);
  const { row, more, corner, hovered } = useSelection();
  const w = useWords();
  const several = more.length > 0;
  const found = useRoom();
  const rooms = found.all ?? (found.room ? [found.room] : []);
  const zone = row?.table === 'risk_zone' ? scene.zones.find((item) => item.zone.id === row.id) : undefined;
  const building =
    row?.table === 'building' ? scene.buildings.find((item) => item.building.id === row.id) : undefined;
  const pin = row?.table === 'risk_point' ? scene.pins.find((item) => item.point.id === row.id) : undefined;
  const movedZone = draft?.kind === 'zone' ? draft.zone : null;
  const movedPin = draft?.kind === 'pin' ? draft.point : null;
  const { sheet, marks, fit } = useFitting(size);
  useLayoutEffect(fit);
  return (
    <svg ref={sheet} className="plan-overlay" aria-hidden="true">
      <g ref={marks}>
        <UnderPointer scene={scene} camera={camera} drawn={fit} />
        <HoverMark scene={scene} id={hovered} camera={camera} />
        {several || row?.table === 'plan_element' ? (
          <Frames rows={selectedRows({ row, more })} scene={scene} camera={camera} />
        ) : null}
        {rooms.length > 0 ? <FoundRooms rooms={rooms} camera={camera} /> : null}
        {building ? <path className="frame" d={screenPath(building.outline, camera)} /> : null}
        {zone && !several && zone.zone.id !== movedZone ? (
          <ZoneFrame
            item={zone}
            corner={corner}
            camera={camera}
            handles={tool === 'select' && !scene.fixed.has(zone.zone.id)}
          />
        ) : null}
        {pin && !several && pin.point.id !== movedPin ? <PinFrame item={pin} camera={camera} /> : null}
        {draft ? <DraftShape draft={draft} camera={camera} scene={scene} /> : null}
        {snap?.guides.map(([a, b]) => (
          <path
            key={`${a} ${b}`}
            className="guide"
            d={linePath([toScreen(camera, a), toScreen(camera, b)], 1, false)}
          />
        ))}
        {snap?.kind && snap.kind !== 'grid' ? (
          <SnapMark at={toScreen(camera, snap.at)} kind={snap.kind} word={w.snap[snap.kind]} />
        ) : null}
      </g>
    </svg>
  );
}

/** Lines and shadows go beyond what they belong to by this much, in pixels. */
const ROOM = 24;
/** A sheet that grew with every pixel would be drawn anew with every pixel. */
const STEP = 128;

/**
 * The sheet is only as large as the marks on it: a transparent sheet over the whole plan would be blended with all that
 * lies under it in every frame in which anything there changes.
 */
function useFitting({ width, height }: Size) {
  const sheet = useRef<SVGSVGElement>(null);
  const marks = useRef<SVGGElement>(null);
  const fit = useCallback(() => {
    const svg = sheet.current;
    const own = marks.current?.getBBox?.();
    if (!svg) return;
    // Where nothing is laid out there is no box to ask for.
    const { x, y, width: wide, height: high } = own ?? { x: 0, y: 0, width, height };
    const down = (value: number) => Math.max(0, Math.floor((value - ROOM) / STEP) * STEP);
    const up = (value: number, most: number) => Math.min(most, Math.ceil((value + ROOM) / STEP) * STEP);
    const [left, top] = [down(x), down(y)];
    const empty = wide <= 0 && high <= 0;
    const across = empty ? 1 : Math.max(1, up(x + wide, width) - left);
    const along = empty ? 1 : Math.max(1, up(y + high, height) - top);
    const box = `${left} ${top} ${across} ${along}`;
    if (svg.getAttribute('viewBox') === box) return;
    svg.setAttribute('viewBox', box);
    svg.setAttribute('width', String(across));
    svg.setAttribute('height', String(along));
    svg.style.left = `${left}px`;
    svg.style.top = `${top}px`;
  }, [width, height]);
  return { sheet, marks, fit };
}

/** Rooms that are not zones yet, with the gaps that were bridged around them. */
function FoundRooms({ rooms, camera }: { rooms: readonly RoomView[]; camera: Camera }) {
  return (
    <g data-testid="room-draft" data-count={rooms.length}>
      <path className="draft-area" d={rooms.map((room) => screenPath(room.outline, camera)).join('')} />
      <path
        className="draft-bridge"
        d={rooms
          .flatMap((room) => room.bridges)
          .map(({ from, to }) => linePath([toScreen(camera, from), toScreen(camera, to)], 1, false))
          .join('')}
      />
    </g>
  );
}

function SnapMark({ at: [x, y], kind, word }: { at: Point; kind: SnapKind; word: string }) {
  return (
    <g data-testid="snap-mark" data-kind={kind}>
      {kind === 'corner' ? (
        <rect className="snap-mark" x={x - 5} y={y - 5} width="10" height="10" />
      ) : kind === 'middle' ? (
        <path className="snap-mark" d={`M${x} ${y - 6}l6 10h-12z`} />
      ) : kind === 'crossing' ? (
        <path className="snap-mark" d={`M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`} />
      ) : kind === 'perpendicular' ? (
        <path className="snap-mark" d={`M${x - 6} ${y - 6}v12h12M${x - 6} ${y}h6v6`} />
      ) : (
        <circle className="snap-mark" cx={x} cy={y} r="5" />
      )}
      <text className="snap-word" x={x + 11} y={y + 17}>
        {word}
      </text>
    </g>
  );
}

/** Frames of everything that is selected, without handles. */
function Frames({ rows, scene, camera }: { rows: readonly RowId[]; scene: Scene; camera: Camera }) {
  const ids = new Set(rows.map((row) => row.id));
  return (
    <g data-testid="frames" data-count={ids.size}>
      {scene.zones
        .filter((item) => ids.has(item.zone.id))
        .map((item) => (
          <path key={item.zone.id} className="frame" d={screenPath(item.outline, camera)} />
        ))}
      {scene.pins
        .filter((item) => ids.has(item.point.id))
        .map((item) => (
          <PinFrame key={item.point.id} item={item} camera={camera} />
        ))}
      <path
        className="frame thin"
        d={scene.elements
          .filter((element) => ids.has(element.id))
          .map((element) => elementFrame(element, camera))
          .join('')}
      />
    </g>
  );
}

function elementFrame(element: PlanElement, camera: Camera): string {
  if (element.kind === 'label' || element.kind === 'symbol') {
    const { left, top, right, bottom } = elementBox(element);
    const [a, b] = [toScreen(camera, [left, top]), toScreen(camera, [right, bottom])];
    const corners: Point[] = [
      [a[0] - 4, a[1] - 4],
      [b[0] + 4, a[1] - 4],
      [b[0] + 4, b[1] + 4],
      [a[0] - 4, b[1] + 4],
    ];
    return linePath(corners, 1, true);
  }
  return elementEdges(element)
    .map(([a, b]) => linePath([toScreen(camera, a), toScreen(camera, b)], 1, false))
    .join('');
}

function PinFrame({ item, camera }: { item: PinItem; camera: Camera }) {
  const [x, y] = toScreen(camera, item.at);
  return <circle className="frame" cx={x} cy={y} r="17" />;
}

interface FrameProps {
  item: ZoneItem;
  corner: Corner | null;
  camera: Camera;
  handles: boolean;
}

/** Handles closer together than this would only cover each other. */
const HANDLE_GAP = 26;

function ZoneFrame({ item, corner, camera, handles }: FrameProps) {
  const rings = item.outline.map((ring) => ring.map((place) => toScreen(camera, place)));
  return (
    <g>
      <path className="frame" d={rings.map((ring) => linePath(ring, 1, true)).join('')} />
      {handles
        ? rings.map((ring, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a ring is known by its place
            <Handles key={index} ring={ring} ringIndex={index} corner={corner} />
          ))
        : null}
      {handles ? <Sides outline={item.outline} camera={camera} /> : null}
    </g>
  );
}

function Handles({ ring, ringIndex, corner }: { ring: Point[]; ringIndex: number; corner: Corner | null }) {
  return (
    <>
      {edgesOf(ring).map(([a, b]) => {
        const [x, y] = middle(a, b);
        return distance(a, b) > HANDLE_GAP ? (
          <circle key={`m${x} ${y}`} className="handle middle" cx={x} cy={y} r="4" />
        ) : null;
      })}
      {ring.map(([x, y], index) => (
        <rect
          key={`c${x} ${y}`}
          className={corner?.ring === ringIndex && corner.index === index ? 'handle chosen' : 'handle'}
          x={x - 4.5}
          y={y - 4.5}
          width="9"
          height="9"
          data-corner={index}
        />
      ))}
    </>
  );
}

/** The length of the outline's first side above it, as on a drawing. */
function Sides({ outline, camera }: { outline: Outline; camera: Camera }) {
  const ring = outline[0] ?? [];
  const top = edgesOf(ring)
    .filter(([a, b]) => distance(toScreen(camera, a), toScreen(camera, b)) > 90)
    .sort(([a, b], [c, d]) => a[1] + b[1] - c[1] - d[1])[0];
  return top ? <Dimension from={top[0]} to={top[1]} camera={camera} offset={16} /> : null;
}

/** The zone that a click would select. Marked here, so that a pointer on its way touches none of the shapes. */
function UnderPointer({ scene, camera, drawn }: { scene: Scene; camera: Camera; drawn: () => void }) {
  const id = useSession(zoneUnder);
  useLayoutEffect(drawn);
  const zone = id ? scene.zones.find((item) => item.zone.id === id) : undefined;
  return zone ? <path className="under-pointer" d={screenPath(zone.outline, camera)} /> : null;
}

function zoneUnder({ hover, draft }: { hover: Hit; draft: Draft | null }): string | null {
  return hover.kind === 'zone' && !hover.selected && !draft ? hover.zone : null;
}

function HoverMark({ scene, id, camera }: { scene: Scene; id: string | null; camera: Camera }) {
  if (!id) return null;
  const pin = scene.pins.find((item) => item.point.id === id);
  if (pin) {
    const [x, y] = toScreen(camera, pin.at);
    return <circle className="hover-mark" cx={x} cy={y} r="20" />;
  }
  const zone = scene.zones.find((item) => item.zone.id === id);
  return zone ? <path className="hover-mark" d={screenPath(zone.outline, camera)} /> : null;
}

// What moves with the pointer: the selection's frame and handles, drafts, guides, lengths.
// Relies on the camera as it is now, so that handles keep their size while the view zooms.
// Knows nothing of how a gesture came about.

import { metres } from '../format';
import type { Outline, Point } from '../ipc';
import type { Corner } from '../state/store';
import { useSelection, useView } from '../state/store';
import type { Camera } from './camera';
import { toScreen } from './camera';
import { useEye } from './eye';
import { distance, edgesOf, middle } from './geometry';
import type { PinItem, Scene, ZoneItem } from './renderer';
import { useSession } from './session';
import { LoosePin } from './svg/PinShape';
import { linePath, textWidth } from './svg/path';
import type { Draft } from './tools/tool';

export function Overlay({ scene }: { scene: Scene }) {
  const camera = useEye((eye) => eye.camera);
  const size = useEye((eye) => eye.size);
  const draft = useSession((session) => session.draft);
  const snap = useSession((session) => session.snap);
  const tool = useView((view) => view.tool);
  const kind = useView((view) => view.kind);
  const { row, corner, hovered } = useSelection();
  const zone = row?.table === 'risk_zone' ? scene.zones.find((item) => item.zone.id === row.id) : undefined;
  const building =
    row?.table === 'building' ? scene.buildings.find((item) => item.building.id === row.id) : undefined;
  const pin = row?.table === 'risk_point' ? scene.pins.find((item) => item.point.id === row.id) : undefined;
  const movedZone = draft?.kind === 'zone' ? draft.zone : null;
  const movedPin = draft?.kind === 'pin' ? draft.point : null;
  return (
    <svg className="plan-overlay" width={size.width} height={size.height} aria-hidden="true">
      <HoverMark scene={scene} id={hovered} camera={camera} />
      {building ? <path className="frame" d={screenPath(building.outline, camera)} /> : null}
      {zone && zone.zone.id !== movedZone ? (
        <ZoneFrame item={zone} corner={corner} camera={camera} handles={tool === 'select'} />
      ) : null}
      {pin && pin.point.id !== movedPin ? <PinFrame item={pin} camera={camera} /> : null}
      {draft ? <DraftShape draft={draft} camera={camera} scene={scene} kind={kind} /> : null}
      {snap?.guides.map(([a, b]) => (
        <path
          key={`${a} ${b}`}
          className="guide"
          d={linePath([toScreen(camera, a), toScreen(camera, b)], 1, false)}
        />
      ))}
      {snap && (snap.kind === 'corner' || snap.kind === 'edge') ? (
        <SnapMark at={toScreen(camera, snap.at)} square={snap.kind === 'corner'} />
      ) : null}
    </svg>
  );
}

function screenPath(outline: Outline, camera: Camera): string {
  return outline
    .map((ring) =>
      linePath(
        ring.map((corner) => toScreen(camera, corner)),
        1,
        true,
      ),
    )
    .join('');
}

function SnapMark({ at: [x, y], square }: { at: Point; square: boolean }) {
  return square ? (
    <rect className="snap-mark" x={x - 5} y={y - 5} width="10" height="10" />
  ) : (
    <circle className="snap-mark" cx={x} cy={y} r="5" />
  );
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

interface DimensionProps {
  from: Point;
  to: Point;
  camera: Camera;
  offset: number;
}

export function Dimension({ from, to, camera, offset }: DimensionProps) {
  const [a, b] = [toScreen(camera, from), toScreen(camera, to)];
  const length = distance(a, b);
  if (length < 1) return null;
  // On the upper or left side of the line, whichever way it was drawn.
  const flip = b[0] < a[0] || (b[0] === a[0] && b[1] > a[1]) ? -1 : 1;
  const normal: Point = [((b[1] - a[1]) / length) * flip, (-(b[0] - a[0]) / length) * flip];
  const shift = ([x, y]: Point, by: number): Point => [x + normal[0] * by, y + normal[1] * by];
  return (
    <g className="dimension">
      {offset > 0 ? (
        <>
          <path
            className="dimension-tick"
            d={linePath([shift(a, offset - 8), shift(a, offset + 6)], 1, false)}
          />
          <path
            className="dimension-tick"
            d={linePath([shift(b, offset - 8), shift(b, offset + 6)], 1, false)}
          />
          <path d={linePath([shift(a, offset), shift(b, offset)], 1, false)} />
        </>
      ) : null}
      <Tag at={shift(middle(a, b), offset)} text={metres(distance(from, to))} />
    </g>
  );
}

export function Tag({ at: [x, y], text }: { at: Point; text: string }) {
  const wide = textWidth(text, 11) + 14;
  return (
    <g className="tag" transform={`translate(${Math.round(x)} ${Math.round(y)})`}>
      <rect x={-wide / 2} y="-9.5" width={wide} height="19" rx="4" />
      <text y="4">{text}</text>
    </g>
  );
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

interface DraftProps {
  draft: Draft;
  camera: Camera;
  scene: Scene;
  kind: string;
}

function DraftShape({ draft, camera, scene }: DraftProps) {
  switch (draft.kind) {
    case 'pin': {
      const item = scene.pins.find((own) => own.point.id === draft.point);
      return (
        <LoosePin
          at={toScreen(camera, draft.at)}
          level={item?.point.level ?? null}
          number={item?.number ?? ''}
        />
      );
    }
    case 'place':
      return <LoosePin at={toScreen(camera, draft.at)} level={null} number="＋" />;
    case 'zone':
      return <MovedZone outline={draft.outline} corner={draft.corner} camera={camera} />;
    case 'rectangle':
      return <DraftRectangle outline={draft.outline} camera={camera} />;
    case 'outline':
      return <DraftOutline draft={draft} camera={camera} />;
    case 'length':
      return <DraftLength points={draft.points} to={draft.to} camera={camera} />;
  }
}

function MovedZone({ outline, corner, camera }: { outline: Outline; corner: Corner | null; camera: Camera }) {
  const ring = outline[corner?.ring ?? 0] ?? [];
  const sides = corner
    ? [corner.index, (corner.index + ring.length - 1) % ring.length].flatMap((index) => {
        const edge = edgesOf(ring)[index];
        return edge ? [edge] : [];
      })
    : [];
  return (
    <g>
      <path className="draft-area" d={screenPath(outline, camera)} />
      {sides.map(([a, b]) => (
        <Dimension key={`${a} ${b}`} from={a} to={b} camera={camera} offset={0} />
      ))}
    </g>
  );
}

function DraftRectangle({ outline, camera }: { outline: Outline; camera: Camera }) {
  const [a, b, , d] = outline[0] ?? [];
  if (!a || !b || !d) return null;
  return (
    <g>
      <path className="draft-area" d={screenPath(outline, camera)} />
      <Dimension from={a} to={b} camera={camera} offset={14} />
      <Dimension from={d} to={a} camera={camera} offset={14} />
    </g>
  );
}

function DraftOutline({ draft, camera }: { draft: Extract<Draft, { kind: 'outline' }>; camera: Camera }) {
  const points = draft.points.map((point) => toScreen(camera, point));
  const all = draft.to ? [...points, toScreen(camera, draft.to)] : points;
  const last = draft.points.at(-1);
  const first = points[0];
  return (
    <g>
      <path className={draft.closed ? 'draft-area' : 'draft-line'} d={linePath(all, 1, false)} />
      {points.map(([x, y]) => (
        <rect key={`${x} ${y}`} className="handle" x={x - 3.5} y={y - 3.5} width="7" height="7" />
      ))}
      {draft.closable && first ? <circle className="snap-mark" cx={first[0]} cy={first[1]} r="9" /> : null}
      {last && draft.to ? <Dimension from={last} to={draft.to} camera={camera} offset={0} /> : null}
    </g>
  );
}

function DraftLength({ points, to, camera }: { points: readonly Point[]; to: Point | null; camera: Camera }) {
  const all = to ? [...points, to] : points;
  const screen = all.map((point) => toScreen(camera, point));
  const total = all.reduce(
    (sum, point, index) => sum + (index > 0 ? distance(all[index - 1] ?? point, point) : 0),
    0,
  );
  const end = screen.at(-1);
  return (
    <g>
      <path className="draft-line" d={linePath(screen, 1, false)} />
      {screen.map(([x, y]) => (
        <circle key={`${x} ${y}`} className="handle" cx={x} cy={y} r="3.5" />
      ))}
      {end && all.length > 1 ? <Tag at={[end[0], end[1] - 20]} text={metres(total)} /> : null}
    </g>
  );
}

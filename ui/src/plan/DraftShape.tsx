// What a gesture is about to make, in teal, with its lengths.
// Relies on drafts being gone when the gesture is over.

import { metres, squareMetres } from '../format';
import type { Outline, Point } from '../ipc';
import type { Corner } from '../state/store';
import { type Camera, toScreen } from './camera';
import { Dimension, Tag } from './Dimension';
import { areaOf, distance, edgesOf, perimeterOf } from './geometry';
import type { Scene } from './renderer';
import { Band, GhostOf, Sign, SketchShape } from './SketchShape';
import { screenPath } from './screen';
import { LoosePin } from './svg/PinShape';
import { linePath } from './svg/path';
import { moveBy } from './tools/matrix';
import type { Draft } from './tools/tool';

interface DraftProps {
  draft: Draft;
  camera: Camera;
  scene: Scene;
}

export function DraftShape({ draft, camera, scene }: DraftProps) {
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
      if (draft.of) return <Sign at={toScreen(camera, draft.at)} />;
      return <LoosePin at={toScreen(camera, draft.at)} level={null} number="＋" />;
    case 'zone':
      return (
        <>
          {draft.also?.map((own) => (
            <path key={own.zone} className="draft-also" d={screenPath(own.outline, camera)} />
          ))}
          <MovedZone outline={draft.outline} corner={draft.corner} camera={camera} />
        </>
      );
    case 'rectangle':
      return <DraftRectangle outline={draft.outline} camera={camera} />;
    case 'outline':
      return <DraftOutline draft={draft} camera={camera} />;
    case 'length':
      return <DraftLength {...draft} camera={camera} />;
    case 'band':
      return (
        <Band from={toScreen(camera, draft.from)} to={toScreen(camera, draft.to)} own={draft.crossing} />
      );
    case 'moved':
      return <GhostOf scene={scene} camera={camera} matrix={moveBy(draft.by)} />;
    case 'sketch':
      return <SketchShape sketch={draft} scene={scene} camera={camera} />;
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

interface LengthProps {
  points: readonly Point[];
  to: Point | null;
  area?: boolean;
  camera: Camera;
}

function DraftLength({ points, to, area = false, camera }: LengthProps) {
  const all = to ? [...points, to] : points;
  const screen = all.map((point) => toScreen(camera, point));
  const total = all.reduce(
    (sum, point, index) => sum + (index > 0 ? distance(all[index - 1] ?? point, point) : 0),
    0,
  );
  const closed = area && all.length > 2;
  const ring = all.map((place): Point => place);
  const text = closed ? `${squareMetres(areaOf([ring]))} · ${metres(perimeterOf([ring]))}` : metres(total);
  const end = screen.at(-1);
  return (
    <g>
      <path className={closed ? 'draft-area' : 'draft-line'} d={linePath(screen, 1, closed)} />
      {screen.map(([x, y]) => (
        <circle key={`${x} ${y}`} className="handle" cx={x} cy={y} r="3.5" />
      ))}
      {end && all.length > 1 ? <Tag at={[end[0], end[1] - 20]} text={text} /> : null}
    </g>
  );
}

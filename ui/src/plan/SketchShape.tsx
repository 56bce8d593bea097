// Drafts that are made of lines, areas and words, and what is selected as it will lie when the gesture is over.
// Relies on drafts being gone when the gesture is over. Knows no tool.
import type { Point } from '../ipc';
import { selectedRows, useSelection } from '../state/store';
import { type Camera, toScreen } from './camera';
import { Dimension, Tag } from './Dimension';
import type { Scene } from './renderer';
import { screenPath } from './screen';
import { linePath } from './svg/path';
import { applied } from './tools/matrix';
import type { Matrix, Sketch } from './tools/tool';

interface Props {
  sketch: Sketch;
  scene: Scene;
  camera: Camera;
}

export function SketchShape({ sketch, scene, camera }: Props) {
  const path = (line: readonly Point[]) =>
    linePath(
      line.map((at) => toScreen(camera, at)),
      1,
      false,
    );
  return (
    <g>
      {sketch.ghost ? <GhostOf scene={scene} camera={camera} matrix={sketch.ghost} /> : null}
      {sketch.areas?.map((outline) => (
        <path key={JSON.stringify(outline[0]?.[0])} className="draft-area" d={screenPath(outline, camera)} />
      ))}
      {sketch.walls?.map(({ line, size }) => (
        <path
          key={JSON.stringify(line[0])}
          className="draft-wall"
          d={path(line)}
          strokeWidth={Math.max(2, size * camera.scale)}
        />
      ))}
      {sketch.lines?.map((line) => (
        <path key={JSON.stringify(line)} className="draft-line" d={path(line)} />
      ))}
      {sketch.lines?.flat().map((at) => {
        const [x, y] = toScreen(camera, at);
        return <circle key={`${x} ${y}`} className="handle" cx={x} cy={y} r="3" />;
      })}
      {sketch.lengths?.map(([a, b]) => (
        <Dimension key={`${a} ${b}`} from={a} to={b} camera={camera} offset={0} />
      ))}
      {sketch.words?.map(({ at, text }) => {
        const [x, y] = toScreen(camera, at);
        return <Tag key={text} at={[x, y - 18]} text={text} />;
      })}
    </g>
  );
}

/** Everything that is selected, moved by a matrix. */
export function GhostOf({ scene, camera, matrix }: { scene: Scene; camera: Camera; matrix: Matrix }) {
  const selection = useSelection();
  const ids = new Set(selectedRows(selection).map((row) => row.id));
  const to = (at: Point) => toScreen(camera, applied(matrix, at));
  return (
    <g>
      {scene.zones
        .filter((item) => ids.has(item.zone.id))
        .map((item) => (
          <path
            key={item.zone.id}
            className="draft-area"
            d={item.outline.map((ring) => linePath(ring.map(to), 1, true)).join('')}
          />
        ))}
      {scene.elements
        .filter((element) => ids.has(element.id))
        .map((element) => {
          const [x, y] = to(element.line[0] ?? [0, 0]);
          return element.line.length < 2 ? (
            <circle key={element.id} className="handle" cx={x} cy={y} r="6" />
          ) : (
            <path key={element.id} className="draft-line" d={linePath(element.line.map(to), 1, false)} />
          );
        })}
      {scene.pins
        .filter((item) => ids.has(item.point.id))
        .map((item) => {
          const [x, y] = to(item.at);
          return <circle key={item.point.id} className="draft-area" cx={x} cy={y} r="12" />;
        })}
    </g>
  );
}

/** A box that is drawn to select: from the left it takes what lies in it, from the right what it touches too. */
export function Band({ from, to, own }: { from: Point; to: Point; own: boolean }) {
  return (
    <rect
      className={own ? 'select-band crossing' : 'select-band'}
      x={Math.min(from[0], to[0])}
      y={Math.min(from[1], to[1])}
      width={Math.abs(to[0] - from[0])}
      height={Math.abs(to[1] - from[1])}
    />
  );
}

/** Where something that is no risk point will stand. */
export function Sign({ at: [x, y] }: { at: Point }) {
  return (
    <g className="draft-sign">
      <circle cx={x} cy={y} r="10" />
      <path d={`M${x - 15} ${y}h30M${x} ${y - 15}v30`} />
    </g>
  );
}

// Open hidden dangers on the plan: a mark for each place with how many, red for major and overdue ones.
// Relies on `dangers` for places; those of a risk point stand at its pin. A click opens the case.
import { useMemo } from 'react';
import { DangerChip } from '../dangers/Chips';
import { isShown, useDangers } from '../dangers/useDangers';
import { openDanger } from '../inspect/state';
import type { DangerLine, Point } from '../ipc';
import { useWords } from '../words';
import { toScreen } from './camera';
import { useEye } from './eye';
import { useLook } from './look';
import type { Scene } from './renderer';

/** More marks than these would only cover each other. */
const MOST = 200;

interface Mark {
  key: string;
  at: Point;
  /** Whether it stands at a pin, beside which it moves. */
  pinned: boolean;
  lines: DangerLine[];
}

export function DangerMarks({ scene }: { scene: Scene }) {
  const shown = useLook((look) => look.dangers);
  const lines = useDangers();
  const marks = useMemo(() => marksOf(lines, scene), [lines, scene]);
  if (!shown || marks.length === 0) return null;
  return <Marks marks={marks} />;
}

function Marks({ marks }: { marks: readonly Mark[] }) {
  const camera = useEye((eye) => eye.camera);
  return (
    <>
      {marks.map((mark) => (
        <MarkAt key={mark.key} mark={mark} at={toScreen(camera, mark.at)} />
      ))}
    </>
  );
}

function MarkAt({ mark, at: [x, y] }: { mark: Mark; at: Point }) {
  const w = useWords();
  const first = mark.lines[0];
  if (!first) return null;
  return (
    <div
      className="danger-mark"
      data-pinned={mark.pinned || undefined}
      data-major={mark.lines.some((own) => own.grade === 'major') || undefined}
      data-overdue={mark.lines.some((own) => own.overdue) || undefined}
      style={{ left: x, top: y }}
      data-testid="danger-mark"
      data-danger={first.code}
    >
      <button
        type="button"
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => openDanger(first.id)}
        aria-label={w.dangers.onPlan}
      >
        {mark.lines.length > 1 ? mark.lines.length : '!'}
      </button>
      <div className="danger-mark-card">
        {mark.lines.slice(0, 4).map((own) => (
          <p key={own.id}>
            <em>{own.code}</em> <DangerChip state={own.state} /> {own.description}
          </p>
        ))}
      </div>
    </div>
  );
}

/** Dangers by where they are: at a pin of this floor, or at a place of their own. */
export function marksOf(lines: readonly DangerLine[], scene: Pick<Scene, 'floor' | 'pins'>): Mark[] {
  const pins = new Map(scene.pins.filter((own) => !own.faded).map((own) => [own.point.id, own.at]));
  const marks = new Map<string, Mark>();
  const add = (key: string, at: Point, pinned: boolean, line: DangerLine) => {
    const mark = marks.get(key);
    if (mark) mark.lines.push(line);
    else marks.set(key, { key, at, pinned, lines: [line] });
  };
  for (const line of lines) {
    if (!isShown(line)) continue;
    const pin = line.point ? pins.get(line.point) : undefined;
    if (pin && line.point) add(line.point, pin, true, line);
    else if (line.position && line.floor === scene.floor) add(line.id, line.position, false, line);
  }
  return [...marks.values()].slice(0, MOST);
}

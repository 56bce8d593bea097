// The plan of one floor: turns pointers and keys into events of the tool in hand, and its effects into deeds.
// Relies on one renderer, chosen here. A gesture draws only drafts; shapes are drawn anew when it is over.
import { useEffect, useMemo, useRef } from 'react';
import type { RiskPointKind } from '../ipc';
import { useFilter } from '../list/filter';
import { onRefusedPlace } from '../state/actions';
import { useProject, useSelection, useView } from '../state/store';
import { centred, fitted, toScreen } from './camera';
import { look, useEye } from './eye';
import { boxOf, NO_BOX, union } from './geometry';
import { HoverCard } from './HoverCard';
import { Overlay } from './Overlay';
import { RefusedPlace, useRefusedPlace } from './RefusedPlace';
import type { Scene } from './renderer';
import { SceneMaker } from './scene';
import { toolFor, useSession } from './session';
import { svgRenderer } from './svg';
import { usePlanPointer } from './usePlanPointer';

const renderer = svgRenderer;

/** Room for tools and legend when everything is shown. */
const FIT = { x: 62, top: 66, bottom: 62 };

export function PlanView({ floor }: { floor: string }) {
  const scene = useScene(floor);
  const host = useRef<HTMLDivElement>(null);
  useToolInHand();
  useSize(host);
  useFitOnce(scene, floor);
  useShownSelection(scene);
  useLifted(host);
  useEffect(() => onRefusedPlace((error) => useRefusedPlace.setState({ at: error.place })), []);
  usePlanPointer(host, scene, renderer, floor);
  const cursor = useSession((session) => session.cursor);
  const { Surface } = renderer;
  return (
    <div ref={host} className="plan" style={{ cursor }} data-testid="plan" data-floor={floor}>
      {scene ? (
        <>
          <Grid />
          <Surface scene={scene} />
          <Overlay scene={scene} />
          <RefusedPlace />
          <HoverCard scene={scene} />
        </>
      ) : null}
    </div>
  );
}

function useScene(floor: string): Scene | null {
  const project = useProject((state) => state.project);
  const filter = useFilter();
  const maker = useRef<SceneMaker>(null);
  maker.current ??= new SceneMaker();
  const own = maker.current;
  return useMemo(() => (project ? own.make(project, floor, filter) : null), [own, project, floor, filter]);
}

function useToolInHand() {
  const tool = useView((view) => view.tool);
  const kind: RiskPointKind = useView((view) => view.kind);
  const outlineOf = useView((view) => view.outlineOf);
  useEffect(() => {
    const running = toolFor(tool, kind, outlineOf);
    useSession.setState({
      running,
      draft: null,
      snap: null,
      typed: '',
      cursor: running.cursor({ kind: 'nothing' }),
    });
  }, [tool, kind, outlineOf]);
}

function useSize(host: React.RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect();
      if (width > 0 && height > 0) useEye.setState({ size: { width, height } });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [host]);
}

export function showAll(scene: Scene): void {
  let box = NO_BOX;
  for (const item of scene.zones) box = union(box, item.box);
  for (const item of scene.buildings) box = union(box, item.box);
  for (const element of scene.elements) box = union(box, boxOf(element.line));
  box = union(box, boxOf(scene.pins.map((pin) => pin.at)));
  look(fitted(box, useEye.getState().size, FIT));
}

/** The scene that is shown, for buttons outside the plan. */
let shown: Scene | null = null;

export function fitShown(): void {
  if (shown) showAll(shown);
}

/** Shows everything when another floor comes up or the plan gets its first size. */
function useFitOnce(scene: Scene | null, floor: string) {
  const loaded = useProject((state) => state.project?.plans.has(floor) ?? false);
  const measured = useEye((eye) => eye.size);
  const last = useRef<string | null>(null);
  useEffect(() => {
    shown = scene;
    if (!scene || !loaded || measured.width < 2) return;
    if (last.current === floor) return;
    last.current = floor;
    showAll(scene);
  }, [scene, floor, loaded, measured]);
}

/** Brings what was selected elsewhere into view. */
function useShownSelection(scene: Scene | null) {
  const row = useSelection((state) => state.row);
  const known = useRef(scene);
  known.current = scene;
  useEffect(() => {
    const own = known.current;
    if (!own || !row) return;
    const pin = own.pins.find((item) => item.point.id === row.id);
    const zone = own.zones.find((item) => item.zone.id === row.id);
    const at =
      pin?.at ?? (zone ? [(zone.box.left + zone.box.right) / 2, (zone.box.top + zone.box.bottom) / 2] : null);
    if (!at) return;
    const { camera, size } = useEye.getState();
    const [x, y] = toScreen(camera, [at[0] ?? 0, at[1] ?? 0]);
    if (x < 30 || y < 30 || x > size.width - 30 || y > size.height - 30) {
      look(centred(camera, [at[0] ?? 0, at[1] ?? 0], size));
    }
  }, [row]);
}

/** Lets the shape that is being moved stay behind faintly while its draft moves. */
function useLifted(host: React.RefObject<HTMLDivElement | null>) {
  const draft = useSession((session) => session.draft);
  const id = draft?.kind === 'zone' ? draft.zone : draft?.kind === 'pin' ? draft.point : null;
  useEffect(() => {
    if (!id) return;
    const shape = host.current?.querySelector(`[data-zone="${id}"], [data-point="${id}"]`);
    shape?.classList.add('lifted');
    return () => shape?.classList.remove('lifted');
  }, [host, id]);
}

/** Dots every metre, or as far apart as can be seen. */
function Grid() {
  const camera = useEye((eye) => eye.camera);
  const step = [1000, 5000, 10_000, 50_000, 100_000].find((own) => own * camera.scale >= 14) ?? 500_000;
  const size = step * camera.scale;
  return (
    <div
      className="plan-grid"
      style={{ backgroundSize: `${size}px ${size}px`, backgroundPosition: `${camera.x}px ${camera.y}px` }}
    />
  );
}

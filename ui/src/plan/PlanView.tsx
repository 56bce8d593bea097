// The plan of one floor: turns pointers and keys into events of the tool in hand, and its effects into deeds.
// Relies on one renderer, chosen here. A gesture draws only drafts; shapes are drawn anew when it is over.
import { useEffect, useMemo, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useAsked } from '../inspect/useAsked';
import { useFilter } from '../list/filter';
import { onRefusedPlace } from '../state/actions';
import { selectedRows, useProject, useSelection, useView, type ViewState } from '../state/store';
import { useWords } from '../words';
import { elementBox, underlayBox } from './boxes';
import { centred, fitted, panned, toScreen } from './camera';
import { DangerMarks } from './DangerMarks';
import { look, useEye } from './eye';
import { type Box, boxOf, NO_BOX, union } from './geometry';
import { HoverCard } from './HoverCard';
import { toolFor } from './hand';
import { type Look, useLook } from './look';
import { Minimap } from './Minimap';
import { Overlay } from './Overlay';
import { PlaceMenu } from './PlaceMenu';
import { RefusedPlace, useRefusedPlace } from './RefusedPlace';
import { Rulers } from './Rulers';
import type { Scene } from './renderer';
import { SceneMaker } from './scene';
import { useSession } from './session';
import { nowShown, shownScene } from './shown';
import { svgRenderer } from './svg';
import type { CoveredOf } from './tints';
import type { Draft } from './tools/tool';
import { usePlanPointer } from './usePlanPointer';

const renderer = svgRenderer;

/** Room for tools and legend when everything is shown. */
const FIT = { x: 62, top: 100, bottom: 58 };

export function PlanView({ floor }: { floor: string }) {
  const scene = useScene(floor);
  const host = useRef<HTMLDivElement>(null);
  useToolInHand();
  useSize(host);
  useFitOnce(scene, floor);
  useFitAgain();
  useFollowedHand(host);
  useEffect(
    () => onRefusedPlace((error, command) => useRefusedPlace.setState({ at: error.place, error, command })),
    [],
  );
  usePlanPointer(host, scene, renderer, floor);
  const grid = useLook((own) => own.grid);
  const { Surface } = renderer;
  return (
    <div ref={host} className="plan" data-testid="plan" data-floor={floor}>
      {scene ? (
        <>
          {grid ? <Grid /> : null}
          <Surface scene={scene} />
          <Overlay scene={scene} />
          <ShownSelection scene={scene} />
          <RefusedPlace />
          <DangerMarks scene={scene} />
          <HoverCard scene={scene} />
          <PlaceMenu host={host} scene={scene} renderer={renderer} />
          <Rulers />
          <Minimap scene={scene} />
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
  const look = useLook(useShallow(sceneLook));
  const covered = useCovered(look.colourBy === 'inspection');
  return useMemo(
    () => (project ? own.make(project, floor, filter, { ...look, covered }) : null),
    [own, project, floor, filter, look, covered],
  );
}

/** Which points are inspected as their level asks, while the colours of zones say it. */
function useCovered(wanted: boolean): CoveredOf | null {
  const { answer } = useAsked('coverage', wanted ? {} : null);
  return useMemo(
    () => (wanted && answer ? new Map(answer.points.map((own) => [own.point, own.covered])) : null),
    [wanted, answer],
  );
}

function sceneLook({ colourBy, zones, pins, drawing, underlays }: Look) {
  return { colourBy, zones, pins, drawing, underlays };
}

function useToolInHand() {
  const w = useWords();
  const { tool, kind, outlineOf, overlap, wallSize, bandWidth, symbol } = useView(useShallow(handOf));
  const words = w.tools.newLabel;
  useEffect(() => {
    const running = toolFor({ tool, kind, outlineOf, overlap, wallSize, bandWidth, symbol, words });
    useSession.setState({
      running,
      draft: null,
      snap: null,
      // Numbers are heard at once: a place can be typed before the pointer has moved.
      typed: running.typed(),
      cursor: running.cursor({ kind: 'nothing' }),
    });
  }, [tool, kind, outlineOf, overlap, wallSize, bandWidth, symbol, words]);
}

function handOf({ tool, kind, outlineOf, overlap, wallSize, bandWidth, symbol }: ViewState) {
  return { tool, kind, outlineOf, overlap, wallSize, bandWidth, symbol };
}

/** The plan is measured anew when its edges have rested this long. */
const RESIZED_MS = 250;

function useSize(host: React.RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      if (width > 0 && height > 0) useEye.setState({ size: { width, height } });
    };
    // Fitting a large plan anew takes longer than a frame, so what grows beside it comes first.
    let waiting: number | null = null;
    const watch = new ResizeObserver(() => {
      if (waiting === null) measure();
      else window.clearTimeout(waiting);
      waiting = window.setTimeout(measure, RESIZED_MS);
    });
    watch.observe(element);
    return () => {
      if (waiting !== null) window.clearTimeout(waiting);
      watch.disconnect();
    };
  }, [host]);
}

function wholeBox(scene: Scene): Box {
  let box = NO_BOX;
  for (const item of scene.zones) box = union(box, item.box);
  for (const item of scene.buildings) box = union(box, item.box);
  for (const element of scene.elements) box = union(box, elementBox(element));
  for (const underlay of scene.underlays) box = union(box, underlayBox(underlay));
  return union(box, boxOf(scene.pins.map((pin) => pin.at)));
}

export function showAll(scene: Scene): void {
  look(fitted(wholeBox(scene), useEye.getState().size, FIT));
}

export function fitShown(): void {
  const shown = shownScene();
  if (shown) showAll(shown);
}

/** Shows everything when another floor comes up or the plan gets its first size. */
function useFitOnce(scene: Scene | null, floor: string) {
  const loaded = useProject((state) => state.project?.plans.has(floor) ?? false);
  const measured = useEye((eye) => eye.size);
  const last = useRef<string | null>(null);
  useEffect(() => {
    nowShown(scene);
    if (!scene || !loaded || measured.width < 2) return;
    if (last.current === floor) return;
    last.current = floor;
    showAll(scene);
  }, [scene, floor, loaded, measured]);
}

/** A view that showed everything does so again when the window gets another size. */
function useFitAgain() {
  const size = useEye((eye) => eye.size);
  const last = useRef(size);
  useEffect(() => {
    const before = last.current;
    last.current = size;
    if (before === size) return;
    const scene = shownScene();
    const { camera } = useEye.getState();
    if (!scene) return;
    const whole = fitted(wholeBox(scene), before, FIT);
    const asBefore =
      Math.abs(whole.scale / camera.scale - 1) < 0.001 &&
      Math.abs(whole.x - camera.x) < 1 &&
      Math.abs(whole.y - camera.y) < 1;
    // Else the middle of the view stays where it is.
    if (asBefore) showAll(scene);
    else look(panned(camera, (size.width - before.width) / 2, (size.height - before.height) / 2));
  }, [size]);
}

/** Brings what was selected elsewhere into view. Draws nothing, so that a selection draws no shape anew. */
function ShownSelection({ scene }: { scene: Scene }) {
  const row = useSelection((state) => state.row);
  const known = useRef(scene);
  known.current = scene;
  useEffect(() => {
    const own = known.current;
    if (!row) return;
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
  return null;
}

/**
 * The pointer's shape, and the shapes that stay behind faintly while their draft moves.
 * They are set on the elements themselves: a moving pointer must not have the plan reckoned anew.
 */
function useFollowedHand(host: React.RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    let ids = '';
    let lifted: Element[] = [];
    const follow = ({ draft, cursor }: { draft: Draft | null; cursor: string }) => {
      const plan = host.current;
      if (!plan) return;
      if (plan.style.cursor !== cursor) plan.style.cursor = cursor;
      const wanted = liftedIds(draft).join(' ');
      if (wanted === ids) return;
      ids = wanted;
      for (const shape of lifted) shape.classList.remove('lifted');
      lifted = ids ? ids.split(' ').flatMap((id) => shapesOf(plan, id)) : [];
      for (const shape of lifted) shape.classList.add('lifted');
    };
    follow(useSession.getState());
    return useSession.subscribe(follow);
  }, [host]);
}

function shapesOf(plan: Element, id: string): Element[] {
  const own = plan.querySelector(`[data-zone="${id}"], [data-point="${id}"], [data-element="${id}"]`);
  return own ? [own] : [];
}

function liftedIds(draft: Draft | null): string[] {
  switch (draft?.kind) {
    case 'zone':
      return [draft.zone, ...(draft.also ?? []).map((own) => own.zone)];
    case 'pin':
      return [draft.point];
    case 'moved':
      return selectedRows(useSelection.getState()).map((row) => row.id);
    default:
      return [];
  }
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

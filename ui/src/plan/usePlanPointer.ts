// Pointers, wheel and the keys of a gesture, as events of the tool in hand.
// Relies on pointer capture: a gesture ends with the pointer's release or its loss, wherever that happens.
// Knows no tool by name, save that the middle button and the space bar move the view with any of them.
import { type RefObject, useEffect, useRef } from 'react';
import type { Point } from '../ipc';
import { useKeys } from '../shortcuts/keys';
import { useProject, useSelection, useView } from '../state/store';
import { toWorld } from './camera';
import { carryOut } from './effects';
import { panBy, settle, useEye, zoomBy } from './eye';
import type { Renderer, Scene } from './renderer';
import { targetsOf } from './scene';
import { useSession } from './session';
import { type Snap, snapped, type Targets } from './snap';
import type { Hit, PointerInput, Subject, ToolEvent } from './tools/tool';

const SNAP_PIXELS = 9;
const WHEEL_STEP = 0.0016;

export function gridStep(scale: number): number {
  if (scale >= 0.012) return 100;
  return scale >= 0.004 ? 500 : 1000;
}

interface Latest {
  scene: Scene | null;
  renderer: Renderer;
  floor: string;
  targets: { of: Scene | null; without: string | null; found: Targets } | null;
}

export function usePlanPointer(
  host: RefObject<HTMLDivElement | null>,
  scene: Scene | null,
  renderer: Renderer,
  floor: string,
) {
  const latest = useRef<Latest>({ scene, renderer, floor, targets: null });
  latest.current.scene = scene;
  latest.current.renderer = renderer;
  latest.current.floor = floor;

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    return listen(element, latest.current);
  }, [host]);

  useKeys('plan', (event) => onKey(event, latest.current));
}

/** Sends an event to the tool in hand, shows its draft and carries its effects out. */
function send(event: ToolEvent, floor: string): void {
  const { running, hover } = useSession.getState();
  const effects = running.send(event);
  const draft = running.draft();
  useSession.setState({ draft, cursor: running.cursor(hover), typed: running.typed() });
  carryOut(effects, floor, (later) => send(later, floor));
  if (event.type === 'up' || event.type === 'cancel') settle();
}

function subject(scene: Scene | null): Subject | null {
  const { row, corner } = useSelection.getState();
  const pin = scene?.pins.find((item) => item.point.id === row?.id);
  if (pin) return { kind: 'pin', point: pin.point.id, position: pin.at };
  const zone = scene?.zones.find((item) => item.zone.id === row?.id);
  return zone ? { kind: 'zone', zone: zone.zone.id, outline: zone.outline, corner } : null;
}

const PLAN_KEYS = /^(Arrow(Left|Right|Up|Down)|Enter|Backspace|Delete|[0-9.])$/;

/** Keys that belong to the gesture; `true` when they are taken. */
function onKey(event: KeyboardEvent, { scene, floor }: Latest): boolean {
  const { draft } = useSession.getState();
  const { corner } = useSelection.getState();
  if (event.key === 'Escape') {
    send({ type: 'cancel' }, floor);
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !PLAN_KEYS.test(event.key)) return false;
  const arrow = event.key.startsWith('Arrow');
  const own = arrow ? subject(scene) !== null : draft !== null || (corner !== null && isRemoval(event.key));
  if (!own) return false;
  send({ type: 'key', key: event.key, shift: event.shiftKey, subject: subject(scene) }, floor);
  return true;
}

function isRemoval(key: string): boolean {
  return key === 'Delete' || key === 'Backspace';
}

function listen(element: HTMLDivElement, latest: Latest): () => void {
  let viewPan: { id: number; last: Point } | null = null;
  let space = false;

  const pixelOf = (event: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };

  const inputOf = (event: MouseEvent): PointerInput => {
    const pixel = pixelOf(event);
    const { camera } = useEye.getState();
    const raw = toWorld(camera, pixel);
    const unit = 1 / camera.scale;
    const snap = snapFor(raw, unit, event, latest);
    const selected = useSelection.getState().row;
    const zone = selected?.table === 'risk_zone' ? selected.id : null;
    const hit: Hit = latest.scene ? latest.renderer.hit(latest.scene, raw, unit, zone) : { kind: 'nothing' };
    useSession.setState({ snap, hover: hit });
    useEye.setState({ pointer: snap?.at ?? raw });
    return { at: snap?.at ?? raw, raw, pixel, hit, unit };
  };

  const onDown = (event: PointerEvent) => {
    (document.activeElement as HTMLElement | null)?.blur?.();
    if (event.button === 1 || (event.button === 0 && space)) {
      event.preventDefault();
      viewPan = { id: event.pointerId, last: pixelOf(event) };
      element.setPointerCapture(event.pointerId);
      return;
    }
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    send({ type: 'down', ...inputOf(event) }, latest.floor);
  };
  const onMove = (event: PointerEvent) => {
    if (viewPan?.id === event.pointerId) {
      const [x, y] = pixelOf(event);
      panBy(x - viewPan.last[0], y - viewPan.last[1]);
      viewPan = { id: event.pointerId, last: [x, y] };
      return;
    }
    send({ type: 'move', ...inputOf(event) }, latest.floor);
  };
  const onUp = (event: PointerEvent) => {
    if (viewPan?.id === event.pointerId) {
      viewPan = null;
      settle();
      return;
    }
    if (event.button === 0) send({ type: 'up', ...inputOf(event) }, latest.floor);
  };
  const onLost = () => {
    viewPan = null;
    send({ type: 'cancel' }, latest.floor);
  };
  const onDouble = (event: MouseEvent) => send({ type: 'double', ...inputOf(event) }, latest.floor);
  const onLeave = () => {
    send({ type: 'leave' }, latest.floor);
    useSession.setState({ hover: { kind: 'nothing' }, snap: null });
    useEye.setState({ pointer: null });
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    if (event.shiftKey) {
      panBy(-event.deltaY - event.deltaX, 0);
      settle();
      return;
    }
    const lines = event.deltaMode === 1 ? 32 : 1;
    zoomBy(Math.exp(-event.deltaY * lines * WHEEL_STEP), pixelOf(event));
  };
  const onSpace = (event: KeyboardEvent) => {
    if (event.code !== 'Space' || isTyping(event.target)) return;
    space = event.type === 'keydown';
  };
  const noMenu = (event: Event) => event.preventDefault();

  element.addEventListener('pointerdown', onDown);
  element.addEventListener('pointermove', onMove);
  element.addEventListener('pointerup', onUp);
  element.addEventListener('pointercancel', onLost);
  element.addEventListener('pointerleave', onLeave);
  element.addEventListener('dblclick', onDouble);
  element.addEventListener('wheel', onWheel, { passive: false });
  element.addEventListener('contextmenu', noMenu);
  window.addEventListener('keydown', onSpace);
  window.addEventListener('keyup', onSpace);
  return () => {
    element.removeEventListener('pointerdown', onDown);
    element.removeEventListener('pointermove', onMove);
    element.removeEventListener('pointerup', onUp);
    element.removeEventListener('pointercancel', onLost);
    element.removeEventListener('pointerleave', onLeave);
    element.removeEventListener('dblclick', onDouble);
    element.removeEventListener('wheel', onWheel);
    element.removeEventListener('contextmenu', noMenu);
    window.removeEventListener('keydown', onSpace);
    window.removeEventListener('keyup', onSpace);
  };
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Where the pointer is pulled to, when the tool wants that and the user does not hold Alt. */
function snapFor(raw: Point, unit: number, event: MouseEvent, latest: Latest): Snap | null {
  const wanted = useSession.getState().running.snapping();
  if (!wanted) return null;
  const off = event.altKey || !useView.getState().snap;
  if (off && !event.shiftKey) return { at: raw, kind: null, guides: [] };
  return snapped(raw, off ? { corners: [], edges: [] } : targetsFor(wanted.without, latest), {
    tolerance: SNAP_PIXELS * unit,
    grid: off ? 0 : gridStep(1 / unit),
    line: wanted.line,
    straight: event.shiftKey ? (wanted.line.at(-1) ?? null) : null,
  });
}

function targetsFor(without: string | null, latest: Latest): Targets {
  const known = latest.targets;
  if (known && known.of === latest.scene && known.without === without) return known.found;
  const { project } = useProject.getState();
  const zones = latest.scene?.zones.map((item) => item.zone) ?? [];
  const found = targetsOf(zones, project?.plans.get(latest.floor), without);
  latest.targets = { of: latest.scene, without, found };
  return found;
}

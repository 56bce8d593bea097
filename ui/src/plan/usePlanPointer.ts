// Pointers, wheel and the keys of a gesture, as events of the tool in hand.
// Relies on pointer capture: a gesture ends with the pointer's release or its loss, wherever that happens.
// Knows no tool by name, save that the middle button and the space bar move the view with any of them.
import { type RefObject, useEffect, useRef } from 'react';
import type { Point } from '../ipc';
import { useKeys } from '../shortcuts/keys';
import { selectedRows, useSelection, useView } from '../state/store';
import { toWorld } from './camera';
import { carryOut } from './effects';
import { panBy, settle, useEye, zoomBy } from './eye';
import { overlaps } from './geometry';
import { wallAt } from './hit';
import type { Near } from './near';
import type { Renderer, Scene } from './renderer';
import { targetsOf } from './scene';
import { useSession } from './session';
import { NO_TARGETS, type Snap, snapped } from './snap';
import type { Hit, PointerInput, Subject, ToolEvent } from './tools/tool';
import { TYPED_LETTER } from './tools/typed';

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
  targets: { of: Scene | null; found: Near } | null;
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
function send(event: ToolEvent, latest: Latest): void {
  const { running, hover } = useSession.getState();
  const effects = running.send(event);
  const draft = running.draft();
  useSession.setState({ draft, cursor: running.cursor(hover), typed: running.typed() });
  carryOut(effects, latest.scene, latest.floor, (later) => send(later, latest));
  if (event.type === 'up' || event.type === 'cancel') settle();
}

function subject(scene: Scene | null): Subject | null {
  const { row, more, corner } = useSelection.getState();
  if (!scene || !row) return null;
  if (more.length > 0 || row.table === 'plan_element') return { kind: 'many' };
  const pin = scene.pins.find((item) => item.point.id === row.id);
  if (pin) return { kind: 'pin', point: pin.point.id, position: pin.at };
  const zone = scene.zones.find((item) => item.zone.id === row.id);
  if (!zone || scene.fixed.has(zone.zone.id)) return null;
  return { kind: 'zone', zone: zone.zone.id, outline: zone.outline, corner };
}

const PLAN_KEYS = /^(Arrow(Left|Right|Up|Down)|Enter|Backspace|Delete)$/;

/** Keys that belong to the gesture; `true` when they are taken. */
function onKey(event: KeyboardEvent, latest: Latest): boolean {
  const { scene } = latest;
  const { draft } = useSession.getState();
  const { corner } = useSelection.getState();
  if (event.key === 'Escape') {
    send({ type: 'cancel' }, latest);
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { typed } = useSession.getState();
  // A tool that asks for numbers hears them before they could mean anything else.
  const number = typed !== null && (TYPED_LETTER.test(event.key) || (typed !== '' && event.key === 'Enter'));
  if (number || (typed && event.key === 'Backspace')) {
    send({ type: 'key', key: event.key, shift: event.shiftKey, subject: null }, latest);
    return true;
  }
  if (!PLAN_KEYS.test(event.key)) return false;
  const arrow = event.key.startsWith('Arrow');
  const own = arrow ? subject(scene) !== null : draft !== null || (corner !== null && isRemoval(event.key));
  if (!own) return false;
  send({ type: 'key', key: event.key, shift: event.shiftKey, subject: subject(scene) }, latest);
  return true;
}

/** Zones that may have borders in common with the selected one. */
function neighbours(scene: Scene, id: string | undefined) {
  const own = scene.zones.find((item) => item.zone.id === id);
  if (!own) return [];
  const box = {
    left: own.box.left - 2,
    top: own.box.top - 2,
    right: own.box.right + 2,
    bottom: own.box.bottom + 2,
  };
  return scene.zones
    .filter((item) => !scene.fixed.has(item.zone.id) && overlaps(item.box, box))
    .map((item) => ({ zone: item.zone.id, outline: item.outline }));
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
    const selection = useSelection.getState();
    const { scene } = latest;
    const ids = new Set(selectedRows(selection).map((row) => row.id));
    const hit: Hit = scene ? latest.renderer.hit(scene, raw, unit, ids) : { kind: 'nothing' };
    useSession.setState({ snap, hover: hit });
    useEye.setState({ pointer: snap?.at ?? raw });
    const { tool, topology } = useView.getState();
    return {
      at: snap?.at ?? raw,
      raw,
      pixel,
      hit,
      unit,
      more: event.shiftKey,
      alone: event.ctrlKey || event.metaKey || !topology,
      several: selection.more.length > 0,
      wall: scene && (tool === 'door' || tool === 'window') ? wallAt(scene, raw, unit) : null,
      around: event.type === 'pointerdown' && scene ? neighbours(scene, selection.row?.id) : [],
    };
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
    send({ type: 'down', ...inputOf(event) }, latest);
  };
  const onMove = (event: PointerEvent) => {
    if (viewPan?.id === event.pointerId) {
      const [x, y] = pixelOf(event);
      panBy(x - viewPan.last[0], y - viewPan.last[1]);
      viewPan = { id: event.pointerId, last: [x, y] };
      return;
    }
    send({ type: 'move', ...inputOf(event) }, latest);
  };
  const onUp = (event: PointerEvent) => {
    if (viewPan?.id === event.pointerId) {
      viewPan = null;
      settle();
      return;
    }
    if (event.button === 0) send({ type: 'up', ...inputOf(event) }, latest);
  };
  const onLost = () => {
    viewPan = null;
    send({ type: 'cancel' }, latest);
  };
  const onDouble = (event: MouseEvent) => send({ type: 'double', ...inputOf(event) }, latest);
  const onLeave = () => {
    send({ type: 'leave' }, latest);
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
  return snapped(raw, off ? NO_TARGETS : targetsFor(latest), {
    tolerance: SNAP_PIXELS * unit,
    grid: off ? 0 : gridStep(1 / unit),
    line: wanted.line,
    straight: event.shiftKey ? (wanted.line.at(-1) ?? null) : null,
    without: new Set(wanted.without ?? []),
  });
}

/** Found once for a scene: a pointer that moves over thousands of shapes looks only at those around it. */
function targetsFor(latest: Latest): Near {
  if (!latest.scene) return NO_TARGETS;
  if (latest.targets?.of !== latest.scene)
    latest.targets = { of: latest.scene, found: targetsOf(latest.scene) };
  return latest.targets.found;
}

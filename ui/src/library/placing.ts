// Placing an entry of the library: a drag from the panel to the plan, or a click on the plan with the entry in hand.
// Relies on the plan's element and camera, and takes its pointer before the tool in hand does.
// Changes nothing by itself: where the pointer goes up is told to whoever places.
import { useEffect, useState } from 'react';
import type { Point } from '../ipc';
import { toWorld } from '../plan/camera';
import { useEye } from '../plan/eye';

export interface Held {
  x: number;
  y: number;
  /** Where on the floor; `null` beside the plan. */
  at: Point | null;
}

function planUnder(x: number, y: number): HTMLElement | null {
  const under = document.elementFromPoint(x, y);
  return under?.closest<HTMLElement>('[data-testid="plan"]') ?? null;
}

/** Millimetres of the floor under the pointer; `null` where something else than the plan lies. */
export function floorPlace(x: number, y: number): Point | null {
  const plan = planUnder(x, y);
  if (!plan) return null;
  const corner = plan.getBoundingClientRect();
  const [wx, wy] = toWorld(useEye.getState().camera, [x - corner.left, y - corner.top]);
  return [Math.round(wx), Math.round(wy)];
}

const FAR_ENOUGH = 6;

/** Follows the pointer from a press on an entry; `drop` hears where it went up, or `null` beside the plan. A press
 * that never moved is a click and tells nothing. */
export function followDrag(
  from: { clientX: number; clientY: number },
  moved: (held: Held) => void,
  drop: (at: Point | null) => void,
): void {
  let dragging = false;
  const move = (event: PointerEvent) => {
    const far = Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > FAR_ENOUGH;
    dragging ||= far;
    if (dragging) moved({ x: event.clientX, y: event.clientY, at: floorPlace(event.clientX, event.clientY) });
  };
  const end = (event: PointerEvent) => {
    stop();
    if (dragging) drop(event.type === 'pointerup' ? floorPlace(event.clientX, event.clientY) : null);
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    stop();
    if (dragging) drop(null);
  };
  const stop = () => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    window.removeEventListener('keydown', onEscape, true);
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
  window.addEventListener('keydown', onEscape, true);
}

/** While `active`, the next press of the main button on the plan places, and Escape gives up. */
export function useClickToPlace(
  active: boolean,
  place: (at: Point) => void,
  giveUp: () => void,
): Held | null {
  const [held, setHeld] = useState<Held | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the handlers read what is current
  useEffect(() => {
    if (!active) return;
    const move = (event: PointerEvent) =>
      setHeld({ x: event.clientX, y: event.clientY, at: floorPlace(event.clientX, event.clientY) });
    const press = (event: PointerEvent) => {
      if (event.button !== 0) return;
      const at = floorPlace(event.clientX, event.clientY);
      if (!at) return;
      event.preventDefault();
      event.stopPropagation();
      place(at);
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      giveUp();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('keydown', onEscape, true);
    return () => {
      setHeld(null);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('keydown', onEscape, true);
    };
  }, [active]);
  return held;
}

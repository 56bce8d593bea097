// The keyboard: who hears a key first, and when nobody may.
// Relies on one listener for the window. Knows no shortcut.
import { useEffect, useRef } from 'react';

/** The plan's gesture hears a key first, then the window's commands. */
type Layer = 'plan' | 'window';
/** Takes a key, or leaves it to the next. */
type Taker = (event: KeyboardEvent) => boolean;

const takers: Record<Layer, Set<Taker>> = { plan: new Set(), window: new Set() };

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Whether a dialog covers the window. */
export function isCovered(): boolean {
  return [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].some(
    (dialog) => dialog.offsetParent !== null,
  );
}

function heard(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const command = event.ctrlKey || event.metaKey;
  const typing = isTyping(event.target);
  if (!typing && !command && !isCovered()) {
    for (const take of takers.plan) {
      if (take(event)) {
        event.preventDefault();
        return;
      }
    }
  }
  if (typing && !command) return;
  for (const take of takers.window) {
    if (take(event)) {
      event.preventDefault();
      return;
    }
  }
}

let listening = false;

export function useKeys(layer: Layer, take: Taker): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    if (!listening) window.addEventListener('keydown', heard);
    listening = true;
    const own: Taker = (event) => latest.current(event);
    takers[layer].add(own);
    return () => {
      takers[layer].delete(own);
    };
  }, [layer]);
}

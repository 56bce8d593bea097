// Which rows of a long list are on the screen.
// Relies on rows of one height. Knows nothing of what a row shows.
import { type RefObject, useCallback, useEffect, useState } from 'react';

export interface Window {
  first: number;
  last: number;
}

/** Rows `first` to `last` (excluded) are in view, with a few around them. */
export function rowsInView(
  top: number,
  height: number,
  rowHeight: number,
  count: number,
  around = 8,
): Window {
  const first = Math.max(0, Math.floor(top / rowHeight) - around);
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + around);
  return { first: Math.min(first, Math.max(0, count - 1)), last };
}

export function useVirtual(box: RefObject<HTMLDivElement | null>, count: number, rowHeight: number): Window {
  const [view, setView] = useState({ top: 0, height: 400 });
  const read = useCallback(() => {
    const element = box.current;
    if (!element) return;
    // A new window only when whole rows come in, so that scrolling within a row draws nothing.
    const top = Math.floor(element.scrollTop / rowHeight) * rowHeight;
    const height = element.clientHeight;
    setView((old) => (old.top === top && old.height === height ? old : { top, height }));
  }, [box, rowHeight]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    read();
    const watch = new ResizeObserver(read);
    watch.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [box, read]);
  return rowsInView(view.top, view.height, rowHeight, count);
}

/** Scrolls just as far as it takes to see a row; `covered` pixels at the top are taken by heads that stay. */
export function reveal(element: HTMLElement, index: number, rowHeight: number, covered = 0): void {
  const [top, bottom] = [index * rowHeight, (index + 1) * rowHeight + covered];
  if (top < element.scrollTop) element.scrollTop = top;
  else if (bottom > element.scrollTop + element.clientHeight)
    element.scrollTop = bottom - element.clientHeight;
}

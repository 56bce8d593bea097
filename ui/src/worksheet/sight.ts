// Which cells of a grid are in sight: rows of one height, columns of their own widths beside those that stay.
// Relies on the size that the browser tells after it has laid the page out, so that nothing is laid out for asking.
// Knows nothing of what a cell shows.
import { type RefObject, useEffect, useRef, useState } from 'react';
import { rowsInView, type Window } from '../list/virtual';

export interface Sight extends Window {
  /** Columns `left` to `right` (excluded) are in view besides the frozen ones. */
  left: number;
  right: number;
  /** More than there are rows in view at once, wherever the grid is scrolled to. */
  slots: number;
}

interface Seen {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** Rows and columns around those that can be seen, so that scrolling finds them there. */
const AROUND = { rows: 6, columns: 1 };

/** Columns in view between the frozen ones, which cover those below them, and the right edge. */
export function columnsInView(
  left: number,
  width: number,
  edges: readonly number[],
  frozen: number,
): { left: number; right: number } {
  const count = edges.length - 1;
  const [from, to] = [left + (edges[frozen] ?? 0), left + width];
  let first = Math.min(frozen, count);
  while (first < count - 1 && (edges[first + 1] ?? 0) <= from) first += 1;
  let last = first;
  while (last < count && (edges[last] ?? 0) < to) last += 1;
  return {
    left: Math.max(Math.min(frozen, count), first - AROUND.columns),
    right: Math.min(count, last + AROUND.columns),
  };
}

/** The size of the last grid: the next one stands in the same place. */
let size = { width: 860, height: 200 };

export function useSight(
  box: RefObject<HTMLDivElement | null>,
  count: number,
  rowHeight: number,
  { edges, frozen, numbers }: { edges: readonly number[]; frozen: number; numbers: number },
): Sight {
  const [seen, setSeen] = useState<Seen>(() => ({ top: 0, left: 0, ...size }));
  const columns = (own: Seen) => columnsInView(own.left, own.width - numbers, edges, frozen);
  const latest = useRef(columns);
  latest.current = columns;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const read = () => {
      const top = Math.floor(element.scrollTop / rowHeight) * rowHeight;
      const next = { top, left: element.scrollLeft, ...size };
      // A new window only when whole rows or columns come in, so that scrolling within one draws nothing.
      setSeen((old) => {
        const [was, is] = [latest.current(old), latest.current(next)];
        const same = was.left === is.left && was.right === is.right;
        return same && old.top === next.top && old.height === next.height ? old : next;
      });
    };
    const watch = new ResizeObserver((entries) => {
      const told = entries.at(-1)?.contentRect;
      if (told) size = { width: told.width, height: told.height };
      read();
    });
    watch.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [box, rowHeight]);
  const rows = rowsInView(seen.top, seen.height, rowHeight, count, AROUND.rows);
  const slots = Math.ceil(seen.height / rowHeight) + 2 * AROUND.rows + 1;
  return { ...rows, ...columns(seen), slots };
}

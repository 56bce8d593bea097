// Rings and stacked areas as SVG paths.
// Relies on numbers that are not negative. Knows nothing of levels and colours.
// The window's own prototypes are frozen, which chart libraries that write on them do not survive.

/** Where a share of the whole begins and ends on a ring, both from 0 to 1. */
export interface Arc {
  key: string;
  from: number;
  to: number;
}

/** The parts of a whole in their order; empty parts have no arc. */
export function arcsOf(parts: readonly { key: string; value: number }[]): Arc[] {
  const whole = parts.reduce((sum, part) => sum + part.value, 0);
  const arcs: Arc[] = [];
  let at = 0;
  for (const part of parts) {
    if (part.value <= 0) continue;
    arcs.push({ key: part.key, from: at / whole, to: (at + part.value) / whole });
    at += part.value;
  }
  return arcs;
}

function onCircle(radius: number, share: number): [number, number] {
  const angle = (share - 0.25) * 2 * Math.PI;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

function text([x, y]: readonly [number, number]): string {
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

/** The outline of an arc between two radii, the whole ring included. */
export function arcPath(arc: Arc, inner: number, outer: number): string {
  // An arc from a point to itself is nothing, so the whole ring ends just before its beginning.
  const to = Math.min(arc.to, arc.from + 0.9999);
  const large = to - arc.from > 0.5 ? 1 : 0;
  return [
    `M${text(onCircle(outer, arc.from))}`,
    `A${outer} ${outer} 0 ${large} 1 ${text(onCircle(outer, to))}`,
    `L${text(onCircle(inner, to))}`,
    `A${inner} ${inner} 0 ${large} 0 ${text(onCircle(inner, arc.from))}Z`,
  ].join('');
}

/** The middle of an arc, where its number stands. */
export function arcMiddle(arc: Arc, radius: number): [number, number] {
  return onCircle(radius, (arc.from + arc.to) / 2);
}

/**
 * Areas that stand on each other and change in steps: for each row of values its outline in a box of `wide` by `high`.
 * Each value holds until the next one.
 */
export function stackedAreas(rows: readonly (readonly number[])[], wide: number, high: number): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const sums = Array.from({ length: count }, (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const most = Math.max(1, ...sums);
  const below = new Array<number>(count).fill(0);
  const x = (at: number) => (count > 0 ? (at / count) * wide : 0);
  const y = (value: number) => high - (value / most) * high;
  return rows.map((row) => {
    const over: string[] = [];
    const under: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const bottom = below[at] ?? 0;
      const top = bottom + (row[at] ?? 0);
      over.push(`${text([x(at), y(top)])} ${text([x(at + 1), y(top)])}`);
      under.push(`${text([x(at + 1), y(bottom)])} ${text([x(at), y(bottom)])}`);
      below[at] = top;
    }
    return count > 0 ? `M${over.join('L')}L${under.reverse().join('L')}Z` : '';
  });
}

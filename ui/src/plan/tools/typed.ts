// What is typed while drawing: a length, a length with an angle, a place, a place seen from the last one.
// Relies on metres as people type them and millimetres of the floor; angles turn against the clock, 90 is up.
// Knows no tool and no key.
import type { Point } from '../../ipc';
import { distance } from '../geometry';

export type Typed =
  | { kind: 'length'; length: number }
  | { kind: 'polar'; length: number; degrees: number }
  | { kind: 'place'; x: number; y: number }
  | { kind: 'offset'; x: number; y: number };

/** Letters that belong to a typed length or place, also as a Chinese keyboard gives them. */
export const TYPED_LETTER = /^[0-9.,<@\-，。＜《－]$/;

const PLAIN: Record<string, string> = { '，': ',', '。': '.', '＜': '<', '《': '<', '－': '-' };

export function plainLetter(letter: string): string {
  return PLAIN[letter] ?? letter;
}

/** What stands there after one more key; `null` for a key that is no part of a number. */
export function withKey(typed: string, key: string): string | null {
  if (TYPED_LETTER.test(key)) return typed + plainLetter(key);
  return key === 'Backspace' && typed ? typed.slice(0, -1) : null;
}

function number(text: string): number | null {
  return /^-?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : null;
}

function two(text: string, between: string): [number, number] | null {
  const parts = text.split(between);
  const [a, b] = [number(parts[0] ?? ''), number(parts[1] ?? '')];
  return parts.length === 2 && a !== null && b !== null ? [a, b] : null;
}

/** What was typed, lengths in millimetres; `null` when it is not whole. */
export function readTyped(text: string): Typed | null {
  if (text.includes('<')) {
    const polar = two(text.replace(/^@/, ''), '<');
    return polar && polar[0] > 0 ? { kind: 'polar', length: polar[0] * 1000, degrees: polar[1] } : null;
  }
  if (text.includes(',')) {
    const offset = text.startsWith('@');
    const place = two(offset ? text.slice(1) : text, ',');
    if (!place) return null;
    return { kind: offset ? 'offset' : 'place', x: place[0] * 1000, y: place[1] * 1000 };
  }
  const length = number(text);
  return length !== null && length > 0 ? { kind: 'length', length: length * 1000 } : null;
}

function round([x, y]: Point): Point {
  return [Math.round(x), Math.round(y)];
}

/** Where that is, seen from the last place and in the direction of the pointer. */
export function placeOf(typed: Typed, from: Point | null, towards: Point): Point | null {
  switch (typed.kind) {
    case 'place':
      return round([typed.x, typed.y]);
    case 'offset':
      return from ? round([from[0] + typed.x, from[1] + typed.y]) : null;
    case 'polar': {
      if (!from) return null;
      const turn = (typed.degrees * Math.PI) / 180;
      return round([from[0] + Math.cos(turn) * typed.length, from[1] - Math.sin(turn) * typed.length]);
    }
    case 'length': {
      const shown = from ? distance(from, towards) : 0;
      if (!from || shown === 0) return null;
      const part = typed.length / shown;
      return round([from[0] + (towards[0] - from[0]) * part, from[1] + (towards[1] - from[1]) * part]);
    }
  }
}

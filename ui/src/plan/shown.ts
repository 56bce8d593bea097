// The scene that is on the screen, for buttons outside the plan.
// Relies on the plan to say what it shows. Changes nothing.
import type { Scene } from './renderer';

let scene: Scene | null = null;

export function shownScene(): Scene | null {
  return scene;
}

export function nowShown(own: Scene | null): void {
  scene = own;
}

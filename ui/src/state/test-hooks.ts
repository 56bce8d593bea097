// What end-to-end tests may ask: where a place of the floor is on the screen, what is selected, whether work is going on.
// Relies on the stores. Changes nothing.
import { toScreen, toWorld } from '../plan/camera';
import { useEye } from '../plan/eye';
import { useProject, useSelection, useSurface } from './store';

function planCorner(): { left: number; top: number } | null {
  return document.querySelector('[data-testid="plan"]')?.getBoundingClientRect() ?? null;
}

/** Whether the inspector still shows what was selected before. */
function isBehind(): boolean {
  const shown = document.querySelector('[data-testid="inspector"]')?.getAttribute('data-of');
  return typeof shown === 'string' && shown !== (useSelection.getState().row?.id ?? '');
}

export function exposeForTests(): void {
  window.siseTest = {
    worldToClient: (x, y) => {
      const corner = planCorner();
      if (!corner) return null;
      const [px, py] = toScreen(useEye.getState().camera, [x, y]);
      return { x: px + corner.left, y: py + corner.top };
    },
    clientToWorld: (x, y) => {
      const corner = planCorner();
      if (!corner) return null;
      const [wx, wy] = toWorld(useEye.getState().camera, [x - corner.left, y - corner.top]);
      return { x: wx, y: wy };
    },
    revision: () => useProject.getState().project?.file.revision ?? -1,
    selection: () => useSelection.getState().row,
    pending: () => useSurface.getState().pending + (isBehind() ? 1 : 0),
  };
}

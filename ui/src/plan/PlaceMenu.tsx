// The menu of a place of the plan, at a click of the other button: report what is wrong here.
// Relies on the host for the place. Gone with the next click or with Escape.
import { useEffect, useState } from 'react';
import { isShown, useDangers } from '../dangers/useDangers';
import { openDanger, openReport } from '../inspect/state';
import type { Point } from '../ipc';
import { select } from '../state/go';
import { useWords } from '../words';
import { toWorld } from './camera';
import { useEye } from './eye';
import type { Renderer, Scene } from './renderer';

interface Place {
  at: Point;
  pixel: [number, number];
  /** Whether the menu opens towards the left, and upwards: else it would be cut off. */
  turned: [boolean, boolean];
  point: string | null;
}

interface Props {
  host: React.RefObject<HTMLDivElement | null>;
  scene: Scene;
  renderer: Renderer;
}

/** Room that the menu may need, in pixels. */
const WIDEST = 330;
const HIGHEST = 210;

const NOTHING: ReadonlySet<string> = new Set();

export function PlaceMenu({ host, scene, renderer }: Props) {
  const w = useWords();
  const [place, setPlace] = useState<Place | null>(null);
  const lines = useDangers();
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const open = (event: MouseEvent) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const pixel: [number, number] = [event.clientX - left, event.clientY - top];
      const { camera } = useEye.getState();
      const at = toWorld(camera, pixel);
      const hit = renderer.hit(scene, at, 1 / camera.scale, NOTHING);
      const turned: [boolean, boolean] = [pixel[0] > width - WIDEST, pixel[1] > height - HIGHEST];
      setPlace({ at, pixel, turned, point: hit.kind === 'pin' ? hit.point : null });
    };
    const close = () => setPlace(null);
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    element.addEventListener('contextmenu', open);
    window.addEventListener('pointerdown', close);
    window.addEventListener('keydown', key);
    return () => {
      element.removeEventListener('contextmenu', open);
      window.removeEventListener('pointerdown', close);
      window.removeEventListener('keydown', key);
    };
  }, [host, scene, renderer]);
  if (!place) return null;
  const { point } = place;
  const pin = point ? scene.pins.find((own) => own.point.id === point) : undefined;
  const here = lines.filter((own) => isShown(own) && own.point === point && point !== null);
  const report = () => {
    setPlace(null);
    if (point) {
      select({ table: 'risk_point', id: point });
      openReport({ point });
    } else {
      const [x, y] = place.at;
      openReport({ floor: scene.floor, position: [Math.round(x), Math.round(y)] });
    }
  };
  return (
    <div
      className="place-menu"
      role="menu"
      style={{
        left: place.pixel[0],
        top: place.pixel[1],
        translate: `${place.turned[0] ? '-100%' : 0} ${place.turned[1] ? '-100%' : 0}`,
      }}
      onPointerDown={(event) => event.stopPropagation()}
      data-testid="place-menu"
    >
      {pin ? <p>{`${pin.point.code} ${pin.point.name}`}</p> : null}
      <button type="button" role="menuitem" onClick={report} data-testid="place-report">
        {w.dangers.here}
      </button>
      {here.length > 0 ? <p>{w.dangers.openHere(here.length)}</p> : null}
      {here.map((own) => (
        <button
          key={own.id}
          type="button"
          role="menuitem"
          title={own.description}
          onClick={() => openDanger(own.id)}
          data-testid="place-danger"
        >
          {own.code} {own.description}
        </button>
      ))}
    </div>
  );
}

// A ring at the place on the floor that a refusal names.
// Relies on the refusal's own words being shown elsewhere. Goes away by itself.
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Point } from '../ipc';
import { toScreen } from './camera';
import { useEye } from './eye';

export const useRefusedPlace = create<{ at: Point | null }>(() => ({ at: null }));

const SHOWN = 5000;

export function RefusedPlace() {
  const { at } = useRefusedPlace();
  const camera = useEye((eye) => eye.camera);
  useEffect(() => {
    if (!at) return;
    const timer = setTimeout(() => useRefusedPlace.setState({ at: null }), SHOWN);
    return () => clearTimeout(timer);
  }, [at]);
  if (!at) return null;
  const [x, y] = toScreen(camera, at);
  return <div className="refused-place" style={{ left: x, top: y }} data-testid="refused-place" />;
}

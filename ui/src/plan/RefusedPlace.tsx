// A ring at the place on the floor that a refusal names, with the ways out that there are: a repaired shape, who gives way.
// Relies on the refusal's own words being shown elsewhere. Goes away by itself, or with the next edit.
import { useEffect } from 'react';
import { create } from 'zustand';
import type { ApiError, Command, Point } from '../ipc';
import { attempt } from '../state/actions';
import { useView } from '../state/store';
import { type Dictionary, useWords } from '../words';
import { toScreen } from './camera';
import { useEye } from './eye';

interface Refused {
  at: Point | null;
  error: ApiError | null;
  /** What was refused, with its floor. */
  command: Command | null;
}

export const useRefusedPlace = create<Refused>(() => ({ at: null, error: null, command: null }));

export function forgetRefusal(): void {
  if (useRefusedPlace.getState().at) useRefusedPlace.setState({ at: null, error: null, command: null });
}

const SHOWN = 9000;
/** A gap between zones that may be merged with them when the user says so, in millimetres. */
const WIDE_GAP = 2000;

interface Way {
  key: string;
  label: string;
  command: Command;
}

/** The same command, so that it can be taken. */
export function waysOut({ error, command }: Pick<Refused, 'error' | 'command'>, w: Dictionary): Way[] {
  if (!error || !command) return [];
  const ways: Way[] = [];
  if (error.repair && 'outline' in command)
    ways.push({ key: 'repair', label: w.refused.repair, command: { ...command, outline: error.repair } });
  if (error.code === 'apart' && command.type === 'merge-zones' && command.gap < WIDE_GAP)
    ways.push({ key: 'bridge', label: w.refused.bridge, command: { ...command, gap: WIDE_GAP } });
  if (error.code === 'overlaps' && 'overlap' in command) {
    ways.push(
      { key: 'cut-new', label: w.refused.cutNew, command: { ...command, overlap: 'cut-new' } },
      { key: 'cut-others', label: w.refused.cutOthers, command: { ...command, overlap: 'cut-others' } },
      { key: 'allow', label: w.refused.allow, command: { ...command, overlap: 'allow' } },
    );
  }
  return ways;
}

export function RefusedPlace() {
  const w = useWords();
  const { at, error, command } = useRefusedPlace();
  const camera = useEye((eye) => eye.camera);
  useEffect(() => {
    if (!at) return;
    const timer = setTimeout(forgetRefusal, SHOWN);
    return () => clearTimeout(timer);
  }, [at]);
  if (!at) return null;
  const [x, y] = toScreen(camera, at);
  const go = async (way: Way) => {
    forgetRefusal();
    // The drawing that was refused is taken back into a fresh tool; it became this command.
    if (await attempt(way.command)) useView.setState({ tool: 'select', outlineOf: null });
  };
  const ways = waysOut({ error, command }, w);
  return (
    <div className="refused-place" style={{ left: x, top: y }} data-testid="refused-place">
      {ways.length > 0 ? (
        <div className="refused-ways">
          {ways.map((way) => (
            <button
              key={way.key}
              type="button"
              onPointerDown={(event) => event.stopPropagation()}
              onClick={() => void go(way)}
              data-testid={`refused-${way.key}`}
            >
              {way.label}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

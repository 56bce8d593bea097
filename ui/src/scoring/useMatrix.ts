// Score and level of every pair of values of a matrix, from Rust in one call, kept for each preset.
// Relies on `score-values`, which answers for each input, by shipped criteria and by those of the project.
import { useEffect, useState } from 'react';
import { backend } from '../backend';
import type { Preset } from '../ipc';
import type { MatrixCell } from './Matrix';

const known = new WeakMap<Preset, Promise<readonly MatrixCell[]>>();

async function ask(preset: Preset, own: string | null): Promise<readonly MatrixCell[]> {
  const [across, up] = preset.factors;
  const pairs = (across?.values ?? []).flatMap((l) => (up?.values ?? []).map((s) => [l.value, s.value]));
  const report = await backend().call('score-values', {
    method: preset.method,
    preset: preset.code,
    own,
    inputs: pairs.map((pair) => pair.join(',')),
  });
  return report.per_assessor.map((own, index) => ({
    factors: pairs[index] ?? [],
    score: own.score,
    level: own.level,
  }));
}

/** The cells of criteria with two factors, by the project's row where they are one; `null` for others and until they
 * are there. */
export function useMatrix(preset: Preset, row: string | null): readonly MatrixCell[] | null {
  const [cells, setCells] = useState<readonly MatrixCell[] | null>(null);
  useEffect(() => {
    let over = false;
    setCells(null);
    if (preset.factors.length !== 2) return;
    const own = known.get(preset) ?? ask(preset, row);
    known.set(preset, own);
    own.then(
      (found) => {
        if (!over) setCells(found);
      },
      () => known.delete(preset),
    );
    return () => {
      over = true;
    };
  }, [preset, row]);
  return cells;
}

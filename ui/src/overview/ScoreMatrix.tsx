// The matrix of scores that decide: how many points stand in each cell, in the colour of the highest of them.
// Relies on cells that Rust counted. With several criteria in use there is one table for each.
import { useState } from 'react';
import type { OverviewMatrix } from '../ipc';
import { usePick } from '../state/settings';
import { useWords } from '../words';
import { openPoints } from './behind';

function inOrder(values: Iterable<string>): string[] {
  return [...new Set(values)].sort((a, b) => Number(a) - Number(b));
}

export function ScoreMatrix({ matrices }: { matrices: readonly OverviewMatrix[] }) {
  const w = useWords();
  const pick = usePick();
  const [code, setCode] = useState<string | null>(null);
  const matrix = matrices.find((own) => own.preset === code) ?? matrices[0];
  if (!matrix) return <p className="faint">{w.overview.noMatrix}</p>;
  return (
    <div className="score-matrix" data-testid="score-matrix">
      {matrices.length > 1 ? (
        <div className="seg" role="tablist">
          {matrices.map((own) => (
            <button
              key={own.preset}
              type="button"
              role="tab"
              aria-selected={own === matrix}
              onClick={() => setCode(own.preset)}
            >
              {pick(own.title)}
            </button>
          ))}
        </div>
      ) : (
        <p className="faint">{pick(matrix.title)}</p>
      )}
      <Cells matrix={matrix} />
    </div>
  );
}

function Cells({ matrix }: { matrix: OverviewMatrix }) {
  const downs = inOrder(matrix.cells.map((cell) => cell.down)).reverse();
  const across = inOrder(matrix.cells.map((cell) => cell.across));
  return (
    <table>
      <tbody>
        {downs.map((down, index) => (
          <tr key={down}>
            {index === 0 ? (
              <th rowSpan={downs.length} className="axis">
                {matrix.down}
              </th>
            ) : null}
            <th>{down}</th>
            {across.map((value) => {
              const cell = matrix.cells.find((own) => own.down === down && own.across === value);
              const title = `${matrix.down} ${down} × ${matrix.across} ${value}`;
              return (
                <td key={value}>
                  {cell ? (
                    <button
                      type="button"
                      data-level={cell.level ?? 'unassessed'}
                      title={title}
                      onClick={() => openPoints(title, cell.points.points)}
                      data-testid="matrix-cell"
                    >
                      {cell.points.count}
                    </button>
                  ) : (
                    <i />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th colSpan={2} />
          {across.map((value) => (
            <th key={value}>{value}</th>
          ))}
        </tr>
        <tr>
          <th colSpan={2} />
          <th colSpan={across.length} className="axis">
            {matrix.across} →
          </th>
        </tr>
      </tfoot>
    </table>
  );
}

// The risk matrix: every pair of values with its level, the chosen pair framed, each assessor's pair marked.
// Relies on levels that Rust gave for each pair; multiplies nothing.
import type { Factors, Preset, RiskLevel } from '../ipc';
import { LevelSwatch, useLevelShort } from '../parts/Level';
import { useSettings } from '../state/settings';
import { useWords } from '../words';

export interface MatrixCell {
  factors: Factors;
  score: string;
  level: RiskLevel;
}

interface Props {
  preset: Preset;
  cells: readonly MatrixCell[];
  /** The pair of the assessor in hand. */
  chosen: readonly (string | null)[];
  /** What the assessors chose, with the first character of each name. */
  marks: readonly { factors: Factors; mark: string; name: string }[];
  onChoose: ((factors: Factors) => void) | null;
}

/** L stands below, S at the left, the greatest at the top: as the criteria print it. */
export function Matrix({ preset, cells, chosen, marks, onChoose }: Props) {
  const w = useWords();
  const english = useSettings((state) => state.language === 'en');
  const short = useLevelShort();
  const [across, up] = preset.factors;
  if (!across || !up) return null;
  const columns = [...across.values].reverse();
  const find = (l: string, s: string) => cells.find((own) => own.factors[0] === l && own.factors[1] === s);
  const levels = [...new Set(preset.bands.map((band) => band.level))];
  return (
    <div className="matrix" data-testid="matrix">
      <p className="matrix-axis">
        {up.symbol} {english ? up.english : up.name} ↑
      </p>
      <table>
        <tbody>
          {up.values.map((s) => (
            <tr key={s.value}>
              <th>{s.value}</th>
              {columns.map((l) => {
                const cell = find(l.value, s.value);
                const here = marks.filter((own) => own.factors[0] === l.value && own.factors[1] === s.value);
                const own = chosen[0] === l.value && chosen[1] === s.value;
                return (
                  <td key={l.value}>
                    <button
                      type="button"
                      disabled={!onChoose}
                      aria-pressed={own}
                      data-level={cell?.level ?? 'unassessed'}
                      title={[cell ? short(cell.level) : '', ...here.map((one) => one.name)].join(' ')}
                      onClick={() => onChoose?.([l.value, s.value])}
                      data-testid={`matrix-${l.value}-${s.value}`}
                    >
                      {cell?.score ?? ''}
                      {here.length > 0 ? <i>{here.map((one) => one.mark).join('')}</i> : null}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th />
            {columns.map((l) => (
              <th key={l.value}>{l.value}</th>
            ))}
          </tr>
          <tr>
            <th />
            <th colSpan={columns.length} className="matrix-below">
              {across.symbol} {english ? across.english : across.name} →
            </th>
          </tr>
        </tfoot>
      </table>
      <p className="matrix-key">
        {levels.map((level) => (
          <span key={level}>
            <LevelSwatch level={level} wide={10} high={10} /> {short(level)}
          </span>
        ))}
        {marks.length > 0 ? <em>{w.scoring.matrixMarks}</em> : null}
      </p>
    </div>
  );
}

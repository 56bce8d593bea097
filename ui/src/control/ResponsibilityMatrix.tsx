// 横向到边、纵向到底: departments down, tiers across, in each cell the points and who answers for them.
// Relies on `responsibility.ts` for the counting. Every number opens the points behind it.
import { useMemo } from 'react';
import { useNames } from '../list/filter';
import { rankOf } from '../list/rows';
import { openPoints } from '../overview/behind';
import { LevelSwatch } from '../parts/Level';
import { useDepartments, useOrganisation, useTable } from '../state/rows';
import { useVocabulary } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { type Duties, type Line, linesOf } from './responsibility';

const NAMES = 3;

export function ResponsibilityMatrix() {
  const w = useWords();
  const names = useNames();
  const { levels } = useVocabulary();
  const table = useTable('control_tier');
  const departments = useDepartments();
  const organisation = useOrganisation();
  const points = useProject((state) => state.project?.points);
  const tiers = useMemo(() => [...table.values()].sort((a, b) => a.rank - b.rank), [table]);
  const lines = useMemo(
    () => linesOf(departments, tiers, points?.values() ?? [], rankOf(levels.map((level) => level.value))),
    [departments, tiers, points, levels],
  );
  return (
    <div className="responsibility" data-testid="responsibility">
      <p className="faint">
        {w.control.matrixText}　{w.control.principal}：
        <b>{names.person(organisation?.principal_id ?? null) || w.control.notSet}</b>
      </p>
      <div className="responsibility-box">
        <table>
          <thead>
            <tr>
              <th>{w.control.department}</th>
              <th>{w.control.head}</th>
              {tiers.map((tier) => (
                <th key={tier.id}>
                  <span>
                    {tier.levels.map((level) => (
                      <LevelSwatch key={level} level={level} wide={16} high={7} />
                    ))}
                  </span>
                  {tier.name}
                </th>
              ))}
              <th className="number-cell">{w.control.total}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={line.department?.row.id ?? 'none'} line={line} tiers={tiers} person={names.person} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface RowProps {
  line: Line;
  tiers: readonly { id: string; name: string }[];
  person: (id: string | null) => string;
}

function Row({ line, tiers, person }: RowProps) {
  const w = useWords();
  const { department, cells, all } = line;
  const name = department?.row.name ?? w.control.noDepartment;
  const head = department ? person(department.row.head_id) : '';
  return (
    <tr data-testid="responsibility-row" data-none={department ? undefined : true}>
      <th style={{ paddingLeft: 12 + (department?.depth ?? 0) * 16 }}>{name}</th>
      <td className={head ? '' : all.points.length > 0 ? 'warn' : 'faint'}>{head || w.control.notSet}</td>
      {tiers.map((tier) => (
        <td key={tier.id}>
          <Cell duties={cells.get(tier.id)} title={`${name} · ${tier.name}`} person={person} />
        </td>
      ))}
      <td className="number-cell">
        {all.points.length > 0 ? (
          <button
            type="button"
            className="number"
            onClick={() =>
              openPoints(
                name,
                all.points.map((point) => point.id),
              )
            }
          >
            {all.points.length}
          </button>
        ) : (
          <span className="faint">0</span>
        )}
      </td>
    </tr>
  );
}

interface CellProps {
  duties: Duties | undefined;
  title: string;
  person: (id: string | null) => string;
}

function Cell({ duties, title, person }: CellProps) {
  const w = useWords();
  if (!duties || duties.points.length === 0) return <span className="faint">—</span>;
  const named = duties.people.slice(0, NAMES).map(person).filter(Boolean).join('、');
  return (
    <div className="duty-cell">
      <button
        type="button"
        className="number"
        onClick={() =>
          openPoints(
            title,
            duties.points.map((point) => point.id),
          )
        }
        data-testid="duty-number"
      >
        <LevelSwatch level={duties.level} wide={10} high={10} />
        {duties.points.length}
      </button>
      <span>
        {named}
        {duties.people.length > NAMES ? '…' : ''}
      </span>
      {duties.nobody.length > 0 ? (
        <button
          type="button"
          className="warn"
          onClick={() =>
            openPoints(
              title,
              duties.nobody.map((point) => point.id),
            )
          }
        >
          {w.control.noPerson(duties.nobody.length)}
        </button>
      ) : null}
    </div>
  );
}

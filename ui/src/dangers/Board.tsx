// The board: a column for each stage on the way, cards that open their case.
// Relies on lines in the order of urgency. Long columns show their beginning.
import { memo, useState } from 'react';
import { openDanger } from '../inspect/state';
import type { DangerLine } from '../ipc';
import { useWords } from '../words';
import { type BoardColumn, COLUMNS, columnOf } from './board';
import { DangerChip, Deadline, GradeChip } from './Chips';

const FIRST = 30;

export function Board({ lines, filed }: { lines: readonly DangerLine[]; filed: boolean }) {
  const columns = COLUMNS.filter((own) => filed || own !== 'filed');
  return (
    <div className="board" data-columns={columns.length} data-testid="board">
      {columns.map((column) => (
        <Column key={column} column={column} lines={lines.filter((own) => columnOf(own.state) === column)} />
      ))}
    </div>
  );
}

function Column({ column, lines }: { column: BoardColumn; lines: readonly DangerLine[] }) {
  const w = useWords();
  const [count, setCount] = useState(FIRST);
  return (
    <section data-column={column} data-testid={`board-${column}`}>
      <h3>
        {w.dangers.columns[column]} <b>{lines.length}</b>
      </h3>
      <div className="board-cards">
        {lines.slice(0, count).map((line) => (
          <DangerCard key={line.id} line={line} />
        ))}
        {lines.length === 0 ? <p className="faint">{w.dangers.none}</p> : null}
        {lines.length > count ? (
          <button type="button" className="link" onClick={() => setCount(count + 4 * FIRST)}>
            {w.dangers.more(Math.min(4 * FIRST, lines.length - count))}
          </button>
        ) : null}
      </div>
    </section>
  );
}

const DangerCard = memo(function DangerCard({ line }: { line: DangerLine }) {
  const who = [line.department_name, line.responsible_name].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      className="danger-card"
      data-grade={line.grade ?? 'none'}
      data-overdue={line.overdue || undefined}
      data-danger={line.code}
      onClick={() => openDanger(line.id)}
      data-testid="danger-card"
    >
      <span className="danger-card-head">
        <em>{line.code}</em>
        {line.grade ? <GradeChip grade={line.grade} /> : null}
        {STAGE_SAYS_IT.has(line.state) ? null : <DangerChip state={line.state} />}
      </span>
      <strong>{line.description}</strong>
      <span className="danger-card-place">{line.place || line.point_name}</span>
      {who ? <span className="danger-card-who">{who}</span> : null}
      <Deadline deadline={line.deadline} overdue={line.overdue} left={line.days_left} />
    </button>
  );
});

/** States that the title of their column says already. */
const STAGE_SAYS_IT: ReadonlySet<DangerLine['state']> = new Set<DangerLine['state']>([
  'reported',
  'confirmed',
  'rectifying',
  'awaiting-acceptance',
]);

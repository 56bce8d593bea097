// Hidden dangers as a list; only the lines that are in view are drawn.
// Relies on lines in order. A line opens its case.
import { useRef } from 'react';
import { openDanger } from '../inspect/state';
import type { DangerLine } from '../ipc';
import { useVirtual } from '../list/virtual';
import { useWords } from '../words';
import { DangerChip, Deadline, GradeChip } from './Chips';

const ROW = 40;

export function DangerTable({ lines }: { lines: readonly DangerLine[] }) {
  const w = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { first, last } = useVirtual(box, lines.length, ROW);
  return (
    <div className="danger-table" data-testid="danger-table">
      <div className="danger-row heads">
        <span>{w.dangers.code}</span>
        <span>{w.dangers.state}</span>
        <span>{w.dangers.grade}</span>
        <span>{w.dangers.description}</span>
        <span>{w.dangers.place}</span>
        <span>{w.dangers.department}</span>
        <span>{w.dangers.responsible}</span>
        <span>{w.dangers.deadline}</span>
      </div>
      <div className="danger-rows" ref={box}>
        <div style={{ height: lines.length * ROW, position: 'relative' }}>
          {lines.slice(first, last).map((line, index) => (
            <button
              key={line.id}
              type="button"
              className="danger-row"
              style={{ top: (first + index) * ROW }}
              data-danger={line.code}
              onClick={() => openDanger(line.id)}
              data-testid="danger-row"
            >
              <span>{line.code}</span>
              <span>
                <DangerChip state={line.state} />
              </span>
              <span>{line.grade ? <GradeChip grade={line.grade} /> : null}</span>
              <span title={line.description}>{line.description}</span>
              <span title={line.place}>{line.place || line.point_name}</span>
              <span>{line.department_name}</span>
              <span>{line.responsible_name}</span>
              <Deadline deadline={line.deadline} overdue={line.overdue} left={line.days_left} />
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}

// The open hidden dangers of a point, and the way to report one.
// Relies on `dangers`. A line opens its case.
import { DangerChip } from '../dangers/Chips';
import { isShown, useDangers } from '../dangers/useDangers';
import { openDanger, openReport } from '../inspect/state';
import { Icon } from '../parts/icons';
import { useWords } from '../words';

export function PointDangers({ point }: { point: string }) {
  const w = useWords();
  const open = useDangers().filter((own) => own.point === point && isShown(own));
  return (
    <div className="point-dangers" data-count={open.length} data-testid="point-dangers">
      {open.map((own) => (
        <button
          key={own.id}
          type="button"
          data-major={own.grade === 'major' || undefined}
          onClick={() => openDanger(own.id)}
          data-testid="point-danger"
        >
          <Icon name="alert" size={13} />
          <span>{own.description}</span>
          <DangerChip state={own.state} />
        </button>
      ))}
      <button type="button" className="link" onClick={() => openReport({ point })} data-testid="point-report">
        + {w.inspect.report}
      </button>
    </div>
  );
}

// Changes of levels on the map: each pin shows what it was at the left and what it will be at the right.
// Relies on outlines and positions of the open project. Nothing can be moved here.
import { useMemo, useState } from 'react';
import type { Point, PointView, RiskZone } from '../ipc';
import { boxOf, NO_BOX, union } from '../plan/geometry';
import { useTable } from '../state/rows';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { floorsOf, type LevelChange } from './changes';

interface Props {
  changes: readonly LevelChange[];
  chosen: string | null;
  onChoose: (point: string) => void;
}

export function ChangeMap({ changes, chosen, onChoose }: Props) {
  const w = useWords();
  const points = useProject((state) => state.project?.points);
  const floors = useTable('floor');
  const buildings = useTable('building');
  const zones = useTable('risk_zone');
  const [wished, setWished] = useState<string | null>(null);
  const listed = useMemo(
    () => floorsOf(changes, (id) => points?.get(id)?.floor_id ?? null),
    [changes, points],
  );
  const ownFloor = chosen ? (points?.get(chosen)?.floor_id ?? null) : null;
  const shown = [wished, ownFloor, listed[0]?.floor].find((id) => listed.some((own) => own.floor === id));
  const here = useMemo(() => [...zones.values()].filter((zone) => zone.floor_id === shown), [zones, shown]);
  const name = (id: string) => {
    const floor = floors.get(id);
    const building = floor?.building_id ? buildings.get(floor.building_id) : undefined;
    return [building?.name, floor?.name].filter(Boolean).join(' ');
  };
  if (!shown) return <p className="faint pad">{w.compare.notOnMap}</p>;
  return (
    <div className="change-map" data-testid="change-map">
      <div className="change-floors">
        {listed.map((own) => (
          <button
            key={own.floor}
            type="button"
            aria-pressed={own.floor === shown}
            onClick={() => setWished(own.floor)}
            data-testid="change-floor"
          >
            {name(own.floor)} <b>{own.count}</b>
          </button>
        ))}
      </div>
      <Floor
        zones={here}
        pins={changes.flatMap((change) => {
          const point = points?.get(change.point);
          return point?.floor_id === shown && point.position ? [{ change, point, at: point.position }] : [];
        })}
        chosen={chosen}
        onChoose={onChoose}
        label={name(shown)}
      />
      <p className="change-key">
        <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
          <SplitPin />
        </svg>
        {w.compare.key}
      </p>
    </div>
  );
}

interface Pin {
  change: LevelChange;
  point: PointView;
  at: Point;
}

interface FloorProps {
  zones: readonly RiskZone[];
  pins: readonly Pin[];
  chosen: string | null;
  onChoose: (point: string) => void;
  label: string;
}

const MARGIN = 0.06;

function Floor({ zones, pins, chosen, onChoose, label }: FloorProps) {
  let box = NO_BOX;
  for (const zone of zones) for (const ring of zone.outline ?? []) box = union(box, boxOf(ring));
  box = union(box, boxOf(pins.map((pin) => pin.at)));
  const size = Math.max(box.right - box.left, box.bottom - box.top, 1000);
  const around = size * MARGIN;
  const unit = size / 420;
  const frame = [
    box.left - around,
    box.top - around,
    box.right - box.left + around * 2,
    box.bottom - box.top + around * 2,
  ];
  return (
    <svg className="change-plan" viewBox={frame.join(' ')} aria-label={label}>
      {zones.map((zone) =>
        zone.outline ? (
          <path
            key={zone.id}
            className="change-zone"
            d={zone.outline.map((ring) => `M${ring.map((at) => at.join(' ')).join('L')}Z`).join('')}
          />
        ) : null,
      )}
      {pins.map(({ change, at }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list beside it takes the keys
        <g
          key={change.point}
          className="change-pin"
          transform={`translate(${at[0]} ${at[1]}) scale(${unit})`}
          data-chosen={change.point === chosen || undefined}
          data-change={change.point}
          onClick={() => onChoose(change.point)}
        >
          <title>{`${change.code} ${change.name}`}</title>
          <SplitPin before={change.before} after={change.after} />
        </g>
      ))}
    </svg>
  );
}

/** Left half: before. Right half: after. */
function SplitPin({ before, after }: Partial<Pick<LevelChange, 'before' | 'after'>>) {
  return (
    <>
      <path className="change-half" d="M0 -7.5A7.5 7.5 0 0 0 0 7.5Z" data-level={before ?? 'unassessed'} />
      <path className="change-half" d="M0 -7.5A7.5 7.5 0 0 1 0 7.5Z" data-level={after ?? 'unassessed'} />
      <circle className="change-ring" r="7.5" />
    </>
  );
}

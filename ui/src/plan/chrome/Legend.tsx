// On the plan: the legend with the counts of this floor, the scale bar, north.
// Relies on the standing that Rust rolled up. A level of the legend is also a filter.

import { shortLength } from '../../format';
import { toggleLevel } from '../../list/Filters';
import { Icon } from '../../parts/icons';
import { LevelSwatch, useLevelShort } from '../../parts/Level';
import { useTable } from '../../state/rows';
import { useVocabulary } from '../../state/settings';
import { type LevelOrNone, useProject, useView } from '../../state/store';
import { useWords } from '../../words';
import { barLength, scaleNumber } from '../camera';
import { useEye, zoomBy } from '../eye';
import { fitShown } from '../PlanView';

export function Legend() {
  const w = useWords();
  const { levels } = useVocabulary();
  const short = useLevelShort();
  const floor = useView((view) => view.floor);
  const chosen = useView((view) => view.filters.levels);
  const standing = useProject((state) => (floor ? state.project?.standings.floors[floor] : undefined));
  const all: LevelOrNone[] = [...levels.map((level) => level.value), 'unassessed'];
  return (
    <fieldset className="legend" aria-label={w.plan.legend} data-testid="legend">
      {all.map((level) => {
        const own = level === 'unassessed' ? null : level;
        return (
          <button
            key={level}
            type="button"
            aria-pressed={chosen.includes(level)}
            onClick={() => toggleLevel(level)}
            title={w.plan.legendFilter}
            data-testid={`legend-${level}`}
          >
            <LevelSwatch level={own} wide={18} high={12} />
            {short(own)}
            <b>{standing?.[level] ?? 0}</b>
          </button>
        );
      })}
    </fieldset>
  );
}

export function North() {
  const w = useWords();
  const floor = useView((view) => view.floor);
  const floors = useTable('floor');
  const north = floor ? (floors.get(floor)?.north ?? 0) : 0;
  return (
    <div className="north" title={w.plan.north}>
      <svg width="32" height="32" viewBox="-16 -16 32 32" aria-hidden="true">
        <circle r="15" />
        <path d="M0-10L4.6 4 0 1.4-4.6 4z" transform={`rotate(${north})`} />
      </svg>
    </div>
  );
}

export function ScaleBar() {
  const w = useWords();
  const camera = useEye((eye) => eye.camera);
  const floor = useView((view) => view.floor);
  const floors = useTable('floor');
  const toScale = (floor ? floors.get(floor)?.calibrated : true) ?? true;
  const length = barLength(camera, 130);
  const pixels = length * camera.scale;
  const { size } = useEye.getState();
  const middle: [number, number] = [size.width / 2, size.height / 2];
  return (
    <div className="scale">
      <div className="zoom">
        <button type="button" title={w.plan.nearer} onClick={() => zoomBy(1.4, middle)} data-testid="zoom-in">
          <Icon name="plus" size={14} />
        </button>
        <button
          type="button"
          title={w.plan.farther}
          onClick={() => zoomBy(1 / 1.4, middle)}
          data-testid="zoom-out"
        >
          <Icon name="minus" size={14} />
        </button>
        <button type="button" title={w.tools.fit} onClick={fitShown} data-testid="zoom-fit">
          <Icon name="fit" size={14} />
        </button>
      </div>
      {toScale ? (
        <div className="scale-bar" title={`1 : ${scaleNumber(camera)}`}>
          <span>0</span>
          <i style={{ width: pixels }} />
          <span>{shortLength(length)}</span>
        </div>
      ) : null}
    </div>
  );
}

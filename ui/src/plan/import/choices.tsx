// The page, floor and unit of a drawing, and where it goes.
// Relies on the preview for what there is to choose.
import { Input, Radio, Select, Switch } from 'antd';
import { grouped } from '../../format';
import type { DrawingPreview, Unit } from '../../ipc';
import { useTable } from '../../state/rows';
import { useView } from '../../state/store';
import { useWords } from '../../words';
import type { ImportJob } from './job';

interface Props {
  job: ImportJob;
  found: DrawingPreview;
}

export function PageChoice({ job, found }: Props) {
  const w = useWords();
  const { page, level } = job.choice.options;
  return (
    <>
      {found.pages.length > 1 ? (
        <div className="import-row">
          <span>{w.importing.pages(found.pages.length)}</span>
          <Select
            size="small"
            showSearch
            value={page ?? 1}
            options={found.pages.map((own, index) => ({
              value: index + 1,
              label: `${w.importing.page} ${index + 1}（${Math.round(own.width_mm)} × ${Math.round(own.height_mm)}）`,
            }))}
            onChange={(own: number) => job.choose({ page: own })}
            popupMatchSelectWidth={false}
            data-testid="import-page"
          />
        </div>
      ) : null}
      {found.levels.length > 1 ? (
        <div className="import-row">
          <span>{w.importing.level}</span>
          <Select
            size="small"
            value={level ?? -1}
            options={[
              { value: -1, label: w.importing.allLevels },
              ...found.levels.map((own, index) => ({
                value: index,
                label: [own.building, own.name].filter(Boolean).join(' '),
              })),
            ]}
            onChange={(own: number) => job.choose({ level: own < 0 ? null : own })}
            popupMatchSelectWidth={false}
            data-testid="import-level"
          />
        </div>
      ) : null}
    </>
  );
}

const UNITS: readonly Unit[] = ['millimetre', 'centimetre', 'decimetre', 'metre', 'inch', 'foot'];
/** A floor is seldom smaller or larger than this, in millimetres. */
const USUAL = [3000, 600_000] as const;

export function UnitChoice({ job, found }: Props) {
  const w = useWords();
  if (!found.units || found.units.unit === 'degree') return <Size found={found} />;
  const own = w.importing.units[found.units.unit];
  return (
    <div className="import-row">
      <span>{w.importing.unit}</span>
      <Select
        size="small"
        value={job.choice.options.unit ?? 'auto'}
        options={[
          { value: 'auto', label: w.importing.auto(job.choice.options.unit ? '' : own) },
          ...UNITS.map((unit) => ({ value: unit, label: w.importing.units[unit] })),
        ]}
        onChange={(unit: Unit | 'auto') => job.choose({ unit: unit === 'auto' ? null : unit })}
        popupMatchSelectWidth={false}
        data-testid="import-unit"
      />
      <Size found={found} />
    </div>
  );
}

function Size({ found }: { found: DrawingPreview }) {
  const w = useWords();
  const { bounds_mm: bounds, pixels } = found;
  if (pixels)
    return (
      <p className="faint" data-testid="import-size">
        {w.importing.picture(pixels[0], pixels[1])}
      </p>
    );
  if (!bounds) return null;
  const [wide, high] = [bounds.x1 - bounds.x0, bounds.y1 - bounds.y0];
  const longest = Math.max(wide, high);
  const strange = longest < USUAL[0] || longest > USUAL[1];
  return (
    <span data-testid="import-size">
      {w.importing.size} <b>{w.importing.metres(grouped(wide / 1000, 1), grouped(high / 1000, 1))}</b>
      {strange ? <em className="import-strange">{w.importing.strange}</em> : null}
    </span>
  );
}

export function TargetChoice({ job, found }: Props) {
  const w = useWords();
  const floors = useTable('floor');
  const floor = useView((view) => view.floor);
  const here = floor ? floors.get(floor) : undefined;
  const { toNew, floorName, options } = job.choice;
  const walls = found.layers.some((layer) => layer.role === 'wall' || layer.role === 'room');
  return (
    <section className="import-part">
      <div className="import-row">
        <span>{w.importing.floor}</span>
        <Radio.Group
          size="small"
          value={toNew || !here ? 'new' : 'here'}
          onChange={({ target }) => job.choosePlace({ toNew: target.value === 'new' })}
          options={[
            ...(here ? [{ value: 'here', label: w.importing.thisFloor(here.name) }] : []),
            { value: 'new', label: w.importing.newFloor },
          ]}
          data-testid="import-floor"
        />
        {toNew || !here ? (
          <Input
            size="small"
            value={floorName}
            aria-label={w.importing.floorName}
            placeholder={w.importing.floorName}
            onChange={({ target }) => job.choosePlace({ floorName: target.value })}
            data-testid="import-floor-name"
          />
        ) : null}
      </div>
      {walls ? (
        // biome-ignore lint/a11y/noLabelWithoutControl: the switch stands in it
        <label className="ask-switch">
          <Switch
            size="small"
            checked={options.rooms}
            onChange={(rooms) => job.choose({ rooms })}
            data-testid="import-rooms"
          />
          {w.importing.asZones}
        </label>
      ) : null}
    </section>
  );
}

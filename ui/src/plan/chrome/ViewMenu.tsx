// How the plan is looked at: what colours mean, which parts are seen, what lies beside and below.
// Relies on the view's own settings; nothing here changes the project.
import { Popover, Switch } from 'antd';
import { Icon } from '../../parts/icons';
import { useTable } from '../../state/rows';
import { useProject, useView } from '../../state/store';
import { useWords } from '../../words';
import { type ColourBy, type Switch as Part, toggleLook, useLook } from '../look';
import { departmentTints } from '../tints';
import { Layers, LockedAndHidden } from './Layers';

const BY: readonly ColourBy[] = ['level', 'department', 'tier', 'work', 'inspection'];
const PARTS: readonly Part[] = [
  'zones',
  'pins',
  'dangers',
  'names',
  'drawing',
  'underlays',
  'hatch',
  'grid',
  'rulers',
  'minimap',
  'ghost',
  'sideBySide',
];

export function ViewMenu() {
  const w = useWords();
  const changed = useLook((look) => look.colourBy !== 'level');
  return (
    <Popover content={<ViewPanel />} placement="bottomRight" trigger="click" arrow={false}>
      <button
        type="button"
        className="seg-button"
        title={w.look.title}
        aria-pressed={changed}
        data-testid="view-menu"
      >
        <Icon name="eye" size={14} />
        <span className="label">{w.look.title}</span>
      </button>
    </Popover>
  );
}

function ViewPanel() {
  const w = useWords();
  const look = useLook();
  return (
    <div className="view-panel" data-testid="view-panel">
      <p>{w.look.colourBy}</p>
      <div className="view-by">
        {BY.map((by) => (
          <button
            key={by}
            type="button"
            aria-pressed={look.colourBy === by}
            onClick={() => useLook.setState({ colourBy: by })}
            data-testid={`colour-${by}`}
          >
            {w.look.by[by]}
          </button>
        ))}
      </div>
      <ul>
        {PARTS.map((part) => (
          <li key={part}>
            <span>{w.look.parts[part]}</span>
            <Switch
              size="small"
              checked={look[part]}
              onChange={() => toggleLook(part)}
              aria-label={w.look.parts[part]}
              data-testid={`show-${part}`}
            />
          </li>
        ))}
      </ul>
      <Layers />
      <LockedAndHidden />
    </div>
  );
}

/** What the colours mean when they do not mean levels. */
export function TintLegend() {
  const w = useWords();
  const by = useLook((look) => look.colourBy);
  const project = useProject((state) => state.project);
  const tiers = useTable('control_tier');
  const floor = useView((view) => view.floor);
  const here = new Set(
    [...(project?.tables.risk_zone.values() ?? [])]
      .filter((zone) => zone.floor_id === floor)
      .map((zone) => zone.department_id),
  );
  if (by === 'level' || !project) return null;
  const entries: [string, string][] =
    by === 'department'
      ? [...departmentTints(project)]
          .filter(([id]) => here.has(id))
          .map(([id, tint]) => [tint, project.tables.department.get(id)?.name ?? ''])
      : by === 'tier'
        ? [...tiers.values()]
            .sort((a, b) => a.rank - b.rank)
            .map((tier) => [`tier-${Math.min(4, tier.rank)}`, tier.name])
        : by === 'inspection'
          ? [
              ['open', w.look.notCovered],
              ['partly', w.look.partly],
              ['done', w.look.covered],
            ]
          : [
              ['open', w.look.open],
              ['done', w.look.done],
            ];
  return (
    <div className="tint-legend" data-testid="tint-legend">
      {[...entries, ['none', w.look.none] as [string, string]].slice(0, 12).map(([tint, name]) => (
        <span key={name}>
          <i className="tint-swatch" data-tint={tint} />
          {name}
        </span>
      ))}
    </div>
  );
}

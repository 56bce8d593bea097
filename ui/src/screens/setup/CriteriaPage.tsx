// By which criteria each family is judged, which colours the levels have, what the control tiers are called.
// Relies on the dialogs that show what a change would do before it is done.
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import type { ControlTier, Preset, RiskPointKind } from '../../ipc';
import { setField } from '../../parts/fields';
import { Grid, type GridColumn } from '../../parts/Grid';
import { LevelSwatch } from '../../parts/Level';
import { PresetSwitch } from '../../presets/PresetSwitch';
import { attempt } from '../../state/actions';
import { useDialogs } from '../../state/dialogs';
import { presetOf, useProjectRow, useTable } from '../../state/rows';
import { usePick, useSettings, useVocabulary } from '../../state/settings';
import { useWords } from '../../words';
import { Card } from '../Page';
import { Accidents } from './Accidents';

export function CriteriaPage() {
  const w = useWords();
  return (
    <>
      <Card title={w.criteria.title} text={w.criteria.text}>
        <Families />
      </Card>
      <Card title={w.criteria.tiers} text={w.criteria.tiersText} aside={<TierSets />}>
        <Tiers />
      </Card>
      <Card title={w.criteria.accidents} text={w.criteria.accidentsText}>
        <Accidents />
      </Card>
      <Card title={w.criteria.colours} text={w.criteria.coloursText}>
        <Colours />
      </Card>
    </>
  );
}

/** The usual sets of tiers; taking one over is one step, and tiers of the same rank stay the same rows. */
function TierSets() {
  const w = useWords();
  const pick = usePick();
  const { tier_sets } = useVocabulary();
  const use = (value: string) => {
    const set = tier_sets.find((own) => own.value === value);
    if (set) void attempt({ type: 'use-tiers', tiers: set.tiers });
  };
  return (
    <Select
      className="card-aside"
      value={null}
      placeholder={w.control.tierSets}
      options={tier_sets.map((own) => ({ value: own.value, label: pick(own.name) }))}
      onChange={use}
      popupMatchSelectWidth={false}
      data-testid="tier-sets"
    />
  );
}

function Families() {
  const pick = usePick();
  const { point_kinds } = useVocabulary();
  return (
    <div className="families">
      {point_kinds.map((kind) => (
        <Family key={kind.value} kind={kind.value as RiskPointKind} name={pick(kind.name)} />
      ))}
    </div>
  );
}

function Family({ kind, name }: { kind: RiskPointKind; name: string }) {
  const w = useWords();
  const english = useSettings((state) => state.language === 'en');
  const { presets } = useVocabulary();
  const project = useProjectRow();
  const rows = useTable('criteria_preset');
  const id = project?.[`${kind}_preset_id`];
  const row = id ? rows.get(id) : undefined;
  const current = row ? presetOf(row) : undefined;
  const all = useMemo(() => {
    const own = [...rows.values()]
      .map(presetOf)
      .filter((one) => !presets.some((shipped) => shipped.code === one.code));
    return [...presets, ...own];
  }, [rows, presets]);
  const [wished, setWished] = useState<string | null>(null);
  const nameOf = (own: Preset | undefined) => (english ? own?.english : own?.name) ?? '';
  return (
    <div className="family">
      <h3>{name}</h3>
      <Select
        value={current?.code ?? null}
        options={all.map((own) => ({ value: own.code, label: english ? own.english : own.name }))}
        onChange={(code: string) => setWished(code === current?.code ? null : code)}
        popupMatchSelectWidth={false}
        data-testid={`preset-${kind}`}
      />
      {wished ? (
        <PresetSwitch
          kind={kind}
          code={wished}
          name={nameOf(all.find((own) => own.code === wished))}
          onDone={() => setWished(null)}
        />
      ) : null}
      {current ? (
        <>
          <p className="family-actions">
            <button
              type="button"
              className="link"
              onClick={() => useDialogs.setState({ criteria: { code: current.code, kind } })}
              data-testid={`preset-edit-${kind}`}
            >
              {w.presets.edit}
            </button>
          </p>
          <p className="faint">{current.use}</p>
          <ul className="why-bands">
            {current.bands.map((band) => (
              <li key={`${band.name}${band.at_least ?? band.above ?? ''}`}>
                <LevelSwatch level={band.level} />
                {band.at_least ? `≥ ${band.at_least}` : band.above ? `> ${band.above}` : '…'} {band.name}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function Tiers() {
  const w = useWords();
  const pick = usePick();
  const { levels } = useVocabulary();
  const table = useTable('control_tier');
  const tiers = useMemo(() => [...table.values()].sort((a, b) => a.rank - b.rank), [table]);
  const columns: GridColumn<ControlTier>[] = [
    { column: 'rank', title: w.criteria.rank, width: '70px', kind: 'number', value: (row) => row.rank },
    { column: 'name', title: w.basics.name, width: '1fr', kind: 'text', value: (row) => row.name },
    {
      column: 'levels',
      title: w.criteria.calledBy,
      width: '3fr',
      kind: 'own',
      value: () => '',
      show: (tier) =>
        levels.map((level) => (
          <button
            key={level.value}
            type="button"
            className="level-toggle"
            aria-pressed={tier.levels.includes(level.value)}
            onClick={() => toggle(tier, level.value)}
          >
            <LevelSwatch level={level.value} />
            {pick(level.name)}
          </button>
        )),
    },
  ];
  function toggle(tier: ControlTier, level: ControlTier['levels'][number]) {
    const next = levels
      .map((own) => own.value)
      .filter((own) => (own === level ? !tier.levels.includes(own) : tier.levels.includes(own)));
    void attempt(setField({ table: 'control_tier', id: tier.id }, 'levels', next.join(',')));
  }
  return (
    <Grid
      table="control_tier"
      rows={tiers}
      columns={columns}
      first="name"
      placeholder={w.criteria.newTier}
      fresh={() => ({ rank: Math.min(9, (tiers.at(-1)?.rank ?? 0) + 1), levels: '' })}
      onRemove={(row) => void attempt({ type: 'remove', rows: [{ table: 'control_tier', id: row.id }] })}
      testid="tiers-grid"
    />
  );
}

function Colours() {
  const pick = usePick();
  const { colour_sets, levels } = useVocabulary();
  const project = useProjectRow();
  if (!project) return null;
  const row = { table: 'project' as const, id: project.id };
  return (
    <div className="colour-sets" role="radiogroup">
      {colour_sets.map((set) => (
        <button
          key={set.value}
          type="button"
          role="radio"
          aria-checked={project.colour_set === set.value}
          onClick={() => void attempt(setField(row, 'colour_set', set.value))}
          data-testid={`colours-${set.value}`}
        >
          <span>
            {levels.map((level) => (
              <i
                key={level.value}
                style={{
                  background: `rgb(${level[set.value === 'pure' ? 'pure' : 'print'].fill.rgb.join(' ')})`,
                }}
              />
            ))}
          </span>
          {pick(set.name)}
        </button>
      ))}
    </div>
  );
}

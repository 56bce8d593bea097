// A risk zone: its level and why, its points, its name and who is responsible.
// Relies on the standing that Rust rolled up.
import { useCallback, useMemo } from 'react';
import { metres, squareMetres } from '../format';
import type { RiskZone } from '../ipc';
import { rankOf } from '../list/rows';
import { ChoiceField, TextField } from '../parts/fields';
import { Icon } from '../parts/icons';
import { LevelChip } from '../parts/Level';
import { areaOf, perimeterOf } from '../plan/geometry';
import { hasPoints } from '../plan/scene';
import { hover, select } from '../state/go';
import { usePick, useVocabulary } from '../state/settings';
import { useProject, useSurface, useView } from '../state/store';
import { useWords } from '../words';
import { Band } from './Band';
import { useDepartmentChoices, usePersonChoices } from './BasicsTab';
import { Corners } from './Corners';
import { Counts } from './Counts';
import { Section } from './Section';

export function ZoneInspector({ zone }: { zone: RiskZone }) {
  const w = useWords();
  const pick = usePick();
  const { zone_kinds, levels } = useVocabulary();
  const standing = useProject((state) => state.project?.standings.zones[zone.id]);
  const departments = useDepartmentChoices();
  const people = usePersonChoices();
  const naming = useView((view) => view.naming === zone.id);
  const named = useCallback(() => useView.setState({ naming: null }), []);
  const row = { table: 'risk_zone' as const, id: zone.id };
  const kinds = useMemo(
    () => zone_kinds.map((own) => ({ value: own.value, label: pick(own.name) })),
    [zone_kinds, pick],
  );
  const level = levels.find((own) => own.value === standing?.level);
  const size = zone.outline
    ? `${squareMetres(areaOf(zone.outline))} · ${w.zone.around(metres(perimeterOf(zone.outline)))}`
    : w.zone.notDrawn;
  return (
    <>
      <Band
        level={standing?.level ?? null}
        empty={!hasPoints(standing)}
        left={`${zone.code} · ${w.zone.title}`}
        title={zone.name}
      />
      <div className="inspector-body">
        <div className="zone-facts">
          <span className="faint">{size}</span>
          {level ? (
            <button
              type="button"
              className="link why"
              onClick={() => useSurface.setState({ why: row })}
              data-testid="why"
            >
              {w.why.ask(pick(level.colour))}
            </button>
          ) : null}
          <button
            type="button"
            className="ib tiny"
            title={w.zone.remove}
            onClick={() => useSurface.setState({ confirm: row })}
            data-testid="zone-remove"
          >
            <Icon name="trash" size={14} />
          </button>
        </div>
        <div className="form pad">
          <TextField
            row={row}
            column="name"
            value={zone.name}
            label={w.basics.name}
            wide
            autoFocus={naming}
            onFocused={named}
            testid="zone-name"
          />
          <TextField row={row} column="code" value={zone.code} label={w.basics.code} testid="zone-code" />
          <ChoiceField
            row={row}
            column="kind"
            value={zone.kind}
            label={w.basics.kind}
            choices={kinds}
            testid="zone-kind"
          />
          <ChoiceField
            row={row}
            column="department_id"
            value={zone.department_id}
            label={w.basics.department}
            choices={departments}
            empty={w.common.none}
            testid="zone-department"
          />
          <ChoiceField
            row={row}
            column="person_id"
            value={zone.person_id}
            label={w.basics.person}
            choices={people}
            empty={w.common.none}
            testid="zone-person"
          />
          <TextField
            row={row}
            column="note"
            value={zone.note}
            label={w.basics.note}
            lines={2}
            wide
            testid="zone-note"
          />
        </div>
        <Section title={w.zone.points}>
          <Counts standing={standing} />
          <ZonePoints zone={zone.id} />
        </Section>
        {zone.outline ? <Corners key={zone.id} zone={zone.id} outline={zone.outline} /> : null}
      </div>
    </>
  );
}

function ZonePoints({ zone }: { zone: string }) {
  const w = useWords();
  const { levels } = useVocabulary();
  const points = useProject((state) => state.project?.points);
  const own = useMemo(() => {
    const rank = rankOf(levels.map((level) => level.value));
    return [...(points?.values() ?? [])]
      .filter((point) => point.zone_id === zone)
      .sort((a, b) => rank(a.level) - rank(b.level) || a.code.localeCompare(b.code));
  }, [points, zone, levels]);
  if (own.length === 0) {
    return (
      <p className="faint">
        {w.zone.noPoints}{' '}
        <button type="button" className="link" onClick={() => useView.setState({ tool: 'point' })}>
          {w.zone.placePoint}
        </button>
      </p>
    );
  }
  return (
    <ul className="link-list">
      {own.map((point) => (
        <li key={point.id} onMouseEnter={() => hover(point.id)} onMouseLeave={() => hover(null)}>
          <button type="button" onClick={() => select({ table: 'risk_point', id: point.id })}>
            <LevelChip level={point.level} />
            <span>{point.name}</span>
            <em>{point.code}</em>
          </button>
        </li>
      ))}
    </ul>
  );
}

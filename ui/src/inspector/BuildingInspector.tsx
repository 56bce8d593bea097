// A building: its name and use, its floors, its outline on the general plan.
// Relies on the standing that Rust rolled up.
import type { Building, RowId } from '../ipc';
import { NumberField, setField, TextField } from '../parts/fields';
import { Icon } from '../parts/icons';
import { LevelChip } from '../parts/Level';
import { hasPoints } from '../plan/scene';
import { attempt } from '../state/actions';
import { select } from '../state/go';
import { floorsOf, useTable } from '../state/rows';
import { usePick, useVocabulary } from '../state/settings';
import { useProject, useSurface, useView } from '../state/store';
import { useWords } from '../words';
import { Band } from './Band';
import { Counts } from './Counts';
import { Section } from './Section';

export function BuildingInspector({ building }: { building: Building }) {
  const w = useWords();
  const pick = usePick();
  const { levels } = useVocabulary();
  const standings = useProject((state) => state.project?.standings);
  const floors = useTable('floor');
  const standing = standings?.buildings[building.id];
  const row = { table: 'building' as const, id: building.id };
  const level = levels.find((own) => own.value === standing?.level);
  return (
    <>
      <Band
        level={standing?.level ?? null}
        empty={!hasPoints(standing)}
        left={`${building.code} · ${w.building.title}`}
        title={building.name}
      />
      <div className="inspector-body">
        {level ? (
          <div className="zone-facts">
            <span />
            <button
              type="button"
              className="link why"
              onClick={() => useSurface.setState({ why: row })}
              data-testid="why"
            >
              {w.why.ask(pick(level.colour))}
            </button>
          </div>
        ) : null}
        <div className="form pad">
          <TextField
            row={row}
            column="name"
            value={building.name}
            label={w.basics.name}
            wide
            testid="building-name"
          />
          <TextField
            row={row}
            column="code"
            value={building.code}
            label={w.basics.code}
            testid="building-code"
          />
          <NumberField
            row={row}
            column="storeys"
            value={building.storeys}
            label={w.building.storeys}
            testid="building-storeys"
          />
          <TextField
            row={row}
            column="purpose"
            value={building.purpose}
            label={w.building.purpose}
            wide
            testid="building-purpose"
          />
        </div>
        <Section title={w.building.floors}>
          <ul className="link-list">
            {floorsOf(floors, building.id).map((floor) => (
              <li key={floor.id}>
                <button type="button" onClick={() => select({ table: 'floor', id: floor.id })}>
                  {hasPoints(standings?.floors[floor.id]) ? (
                    <LevelChip level={standings?.floors[floor.id]?.level ?? null} />
                  ) : (
                    <span className="level-none">—</span>
                  )}
                  <span>{floor.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </Section>
        <OutlineSection building={building} row={row} />
        <Section title={w.zone.points}>
          <Counts standing={standing} />
        </Section>
      </div>
    </>
  );
}

/** Drawing the building where it stands, on the general plan of its campus. */
function OutlineSection({ building, row }: { building: Building; row: RowId }) {
  const w = useWords();
  const floors = useTable('floor');
  const plan = [...floors.values()].find(
    (floor) => !floor.building_id && floor.campus_id === building.campus_id,
  );
  if (!plan) return null;
  const draw = () =>
    useView.setState({ step: 'identify', floor: plan.id, tool: 'polygon', outlineOf: building.id });
  return (
    <Section
      title={w.building.outline}
      aside={
        building.outline ? (
          <button
            type="button"
            className="ib tiny"
            title={w.building.removeOutline}
            onClick={() => void attempt(setField(row, 'outline', null))}
          >
            <Icon name="trash" size={14} />
          </button>
        ) : null
      }
    >
      <button type="button" className="link" onClick={draw} data-testid="draw-outline">
        {building.outline ? w.building.drawAgain : w.building.draw}
      </button>
    </Section>
  );
}

// A floor: its name, its storey, where north is, whether lengths are true.
// Relies on the standing that Rust rolled up.
import type { Floor } from '../ipc';
import { NumberField, TextField } from '../parts/fields';
import { Icon } from '../parts/icons';
import { hasPoints } from '../plan/scene';
import { usePick, useVocabulary } from '../state/settings';
import { useProject, useSurface } from '../state/store';
import { useWords } from '../words';
import { Band } from './Band';
import { Counts } from './Counts';
import { Section } from './Section';

export function FloorInspector({ floor }: { floor: Floor }) {
  const w = useWords();
  const pick = usePick();
  const { levels } = useVocabulary();
  const standing = useProject((state) => state.project?.standings.floors[floor.id]);
  const building = useProject((state) =>
    floor.building_id ? state.project?.tables.building.get(floor.building_id) : undefined,
  );
  const row = { table: 'floor' as const, id: floor.id };
  const level = levels.find((own) => own.value === standing?.level);
  return (
    <>
      <Band
        level={standing?.level ?? null}
        empty={!hasPoints(standing)}
        left={building?.name ?? w.floor.generalPlan}
        title={floor.name}
      />
      <div className="inspector-body">
        <div className="zone-facts">
          <span className="faint">{floor.calibrated ? w.floor.toScale : w.floor.notToScale}</span>
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
          {floor.building_id ? (
            <button
              type="button"
              className="ib tiny"
              title={w.floor.remove}
              onClick={() => useSurface.setState({ confirm: row })}
              data-testid="floor-remove"
            >
              <Icon name="trash" size={14} />
            </button>
          ) : null}
        </div>
        <div className="form pad">
          <TextField
            row={row}
            column="name"
            value={floor.name}
            label={w.basics.name}
            wide
            testid="floor-name"
          />
          <NumberField
            row={row}
            column="storey"
            value={floor.storey}
            label={w.floor.storey}
            testid="floor-storey"
          />
          <NumberField
            row={row}
            column="north"
            value={floor.north}
            label={w.floor.north}
            testid="floor-north"
          />
        </div>
        <Section title={w.zone.points}>
          <Counts standing={standing} />
        </Section>
      </div>
    </>
  );
}

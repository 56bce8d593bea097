// Several shapes: how many of what, their area together, and fields that are set for all at once.
// Relies on `set-fields`; every rule is that of the single field.
import { Select } from 'antd';
import { squareMetres } from '../format';
import type { RowId } from '../ipc';
import { choiceRow, Labelled } from '../parts/fields';
import { areaOf } from '../plan/geometry';
import { attempt } from '../state/actions';
import { useTable } from '../state/rows';
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { Band } from './Band';
import { useDepartmentChoices, usePersonChoices } from './BasicsTab';

export function SeveralInspector({ rows }: { rows: readonly RowId[] }) {
  const w = useWords();
  const pick = usePick();
  const { zone_kinds } = useVocabulary();
  const table = useTable('risk_zone');
  const departments = useDepartmentChoices();
  const people = usePersonChoices();
  const zones = rows.filter((row) => row.table === 'risk_zone');
  const pins = rows.filter((row) => row.table === 'risk_point');
  const elements = rows.filter((row) => row.table === 'plan_element');
  const area = zones.reduce((sum, row) => sum + areaOf(table.get(row.id)?.outline ?? []), 0);
  const owned = [...zones, ...pins];
  const counts = [
    zones.length > 0 ? w.element.zones(zones.length) : '',
    pins.length > 0 ? w.element.pins(pins.length) : '',
    elements.length > 0 ? w.element.elements(elements.length) : '',
  ].filter(Boolean);
  return (
    <>
      <Band level={null} plain left={counts.join(' · ')} title={w.element.several(rows.length)} />
      <div className="inspector-body" data-testid="several-inspector">
        <p className="faint pad">
          {w.element.severalText}
          {area > 0 ? (
            <>
              <br />
              {w.element.together} {squareMetres(area)}
            </>
          ) : null}
        </p>
        <div className="form pad">
          {zones.length > 0 && zones.length === rows.length ? (
            <AllField
              rows={zones}
              column="kind"
              label={w.basics.kind}
              choices={zone_kinds.map((own) => ({ value: own.value, label: pick(own.name) }))}
            />
          ) : null}
          {owned.length > 0 && elements.length === 0 ? (
            <>
              <AllFields
                rows={zones}
                more={pins}
                column="department_id"
                label={w.basics.department}
                choices={departments}
              />
              <AllFields
                rows={zones}
                more={pins}
                column="person_id"
                label={w.basics.person}
                choices={people}
              />
            </>
          ) : null}
        </div>
      </div>
    </>
  );
}

interface AllProps {
  rows: readonly RowId[];
  column: string;
  label: string;
  choices: readonly { value: string; label: string; depth?: number }[];
}

/** The same column of zones and of points. */
function AllFields({ rows, more, ...rest }: AllProps & { more: readonly RowId[] }) {
  return <AllField rows={[...rows, ...more]} {...rest} />;
}

function AllField({ rows, column, label, choices }: AllProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <Select
          id={id}
          value={null}
          options={[...choices]}
          optionRender={choiceRow}
          onChange={(value: string | null) =>
            void attempt({ type: 'set-fields', rows: [...rows], field: column, value })
          }
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          data-testid={`all-${column}`}
        />
      )}
    </Labelled>
  );
}

// The organisation, and what is printed on every paper.
// Relies on the one row of each.

import { usePersonChoices } from '../../inspector/BasicsTab';
import { ChoiceField, NumberField, TextField } from '../../parts/fields';
import { useOrganisation, useProjectRow } from '../../state/rows';
import { usePick, useVocabulary } from '../../state/settings';
import { useWords } from '../../words';
import { Card } from '../Page';

export function OrganisationPage() {
  const w = useWords();
  const pick = usePick();
  const { organisation_kinds } = useVocabulary();
  const own = useOrganisation();
  const project = useProjectRow();
  const people = usePersonChoices();
  if (!own || !project) return null;
  const row = { table: 'organisation' as const, id: own.id };
  const print = { table: 'project' as const, id: project.id };
  const kinds = organisation_kinds.map((kind) => ({ value: kind.value, label: pick(kind.name) }));
  const school = own.kind === 'school';
  return (
    <>
      <Card title={w.setup.organisation}>
        <div className="form three">
          <TextField
            row={row}
            column="name"
            value={own.name}
            label={w.organisation.name}
            wide
            testid="organisation-name"
          />
          <TextField
            row={row}
            column="short_name"
            value={own.short_name}
            label={w.organisation.short}
            testid="organisation-short"
          />
          <ChoiceField
            row={row}
            column="kind"
            value={own.kind}
            label={w.organisation.kind}
            choices={kinds}
            testid="organisation-kind"
          />
          <TextField
            row={row}
            column="credit_code"
            value={own.credit_code}
            label={w.organisation.credit}
            testid="organisation-credit"
          />
          {school ? (
            <TextField
              row={row}
              column="school_code"
              value={own.school_code}
              label={w.organisation.school}
              testid="organisation-school"
            />
          ) : null}
          <TextField
            row={row}
            column="region_code"
            value={own.region_code}
            label={w.organisation.region}
            testid="organisation-region"
          />
          <NumberField
            row={row}
            column="staff_count"
            value={own.staff_count}
            label={w.organisation.staff}
            testid="organisation-staff"
          />
          {school ? (
            <NumberField
              row={row}
              column="student_count"
              value={own.student_count}
              label={w.organisation.students}
              testid="organisation-students"
            />
          ) : null}
          <ChoiceField
            row={row}
            column="principal_id"
            value={own.principal_id}
            label={w.organisation.principal}
            choices={people}
            empty={w.common.none}
            testid="organisation-principal"
          />
          <ChoiceField
            row={row}
            column="safety_lead_id"
            value={own.safety_lead_id}
            label={w.organisation.safety}
            choices={people}
            empty={w.common.none}
            testid="organisation-safety"
          />
          <TextField
            row={row}
            column="address"
            value={own.address}
            label={w.organisation.address}
            wide
            testid="organisation-address"
          />
        </div>
      </Card>
      <Card title={w.organisation.printed} text={w.organisation.printedText}>
        <div className="form three">
          <TextField
            row={print}
            column="prepared_by"
            value={project.prepared_by}
            label={w.organisation.prepared}
            testid="project-prepared"
          />
          <TextField
            row={print}
            column="reviewed_by"
            value={project.reviewed_by}
            label={w.organisation.reviewed}
            testid="project-reviewed"
          />
          <TextField
            row={print}
            column="duty_phone"
            value={project.duty_phone}
            label={w.organisation.duty}
            testid="project-duty"
          />
          <TextField
            row={print}
            column="report_phone"
            value={project.report_phone}
            label={w.organisation.report}
            testid="project-report"
          />
          <TextField
            row={print}
            column="assembly_point"
            value={project.assembly_point}
            label={w.organisation.assembly}
            testid="project-assembly"
          />
        </div>
      </Card>
    </>
  );
}

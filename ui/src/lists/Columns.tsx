// The sheet as it looks, with what each column holds above it; a click on a row's number makes it the header.
// Relies on the proposal for what was found, on the mapping for what was chosen by hand.
import { Input, Select } from 'antd';
import { useMemo } from 'react';
import type { ListColumn, ListField, ListSheet, ListSubject } from '../ipc';
import { errorText } from '../parts/fields';
import { Icon } from '../parts/icons';
import { usePick, useSettings, useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { change, changeColumn, changeHeader, changeSheet, changeSubject, useJob } from './job';

/** Fields in the order in which lists have them; those that say nothing stand last. */
const FIELDS: Record<ListSubject, readonly ListField[]> = {
  risk: [
    'code',
    'kind',
    'name',
    'activity',
    'facility',
    'workplace',
    'zone',
    'location',
    'step',
    'standard',
    'hazard',
    'factor',
    'accident',
    'consequence',
    'L',
    'E',
    'C',
    'S',
    'M',
    'score',
    'band',
    'level',
    'point-level',
    'engineering',
    'administrative',
    'training',
    'protection',
    'emergency',
    'measures',
    'proposed',
    'tier',
    'tier-reason',
    'department',
    'person',
    'direct',
    'preset',
    'assessors',
    'assessed-on',
    'focus',
    'note',
    'number',
    'ignored',
  ],
  staff: [
    'person-name',
    'person-title',
    'department',
    'post',
    'phone',
    'parent-department',
    'department-code',
    'department-head',
    'headcount',
    'special-operation',
    'note',
    'number',
    'ignored',
  ],
};

const SUBJECTS: readonly ListSubject[] = ['risk', 'staff'];

export function Columns() {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const { sheets, proposal, mapping, error } = useJob();
  const shown = shownSheet(sheets, proposal?.sheet ?? null, mapping.sheet);
  return (
    <>
      <Reading />
      {error ? (
        <p className="list-import-wrong" role="alert" data-testid="list-error">
          <Icon name="alert" size={14} />
          {errorText(error, language)} {error.code === 'no-header' ? w.lists.noHeader : ''}
        </p>
      ) : null}
      {shown ? <SheetLook sheet={shown} /> : null}
    </>
  );
}

function shownSheet(
  sheets: readonly ListSheet[],
  found: string | null,
  chosen: string | null,
): ListSheet | undefined {
  const named = (name: string | null) => (name ? sheets.find((own) => own.name === name) : undefined);
  return named(found) ?? named(chosen) ?? sheets.find((own) => !own.hidden) ?? sheets[0];
}

/** Sheet, header, and what counts where no column says it. */
function Reading() {
  const w = useWords();
  const pick = usePick();
  const { point_kinds, presets } = useVocabulary();
  const { sheets, proposal, mapping } = useJob();
  const shown = shownSheet(sheets, proposal?.sheet ?? null, mapping.sheet);
  const staff = (mapping.subject ?? proposal?.subject) === 'staff';
  const known = proposal?.columns.filter((own) => own.field && own.field !== 'ignored').length ?? 0;
  return (
    <div className="list-reading">
      <Field label={w.lists.sheet}>
        <Select
          value={shown?.name ?? null}
          options={sheets.map((own) => ({
            value: own.name,
            label: own.hidden
              ? w.lists.hiddenSheet(own.name, own.rows)
              : w.lists.sheetRows(own.name, own.rows),
          }))}
          onChange={changeSheet}
          popupMatchSelectWidth={false}
          data-testid="list-sheet"
        />
      </Field>
      <Field label={w.lists.header} hint={w.lists.headerHint}>
        <output data-testid="list-header">
          {proposal ? w.lists.headerAt(proposal.header[0], proposal.header[1]) : '—'}
        </output>
        <Select
          value={mapping.header_rows}
          placeholder={w.lists.auto}
          allowClear
          aria-label={w.lists.headerRows}
          options={[1, 2, 3].map((count) => ({ value: count, label: w.lists.rowsOf(count) }))}
          onChange={(count: number | undefined) => change({ header_rows: count ?? null })}
          data-testid="list-header-rows"
        />
      </Field>
      <Field label={w.lists.subject}>
        <Select
          value={mapping.subject ?? proposal?.subject ?? null}
          options={SUBJECTS.map((own) => ({ value: own, label: w.lists.subjects[own] }))}
          onChange={(own: ListSubject) => changeSubject(own)}
          popupMatchSelectWidth={false}
          data-testid="list-subject"
        />
      </Field>
      {staff ? null : (
        <>
          <Field label={w.lists.kind} hint={w.lists.kindHint}>
            <Select
              value={mapping.kind ?? proposal?.kind ?? null}
              options={point_kinds.map((own) => ({ value: own.value, label: pick(own.name) }))}
              onChange={(kind: string) => change({ kind: kind as NonNullable<typeof mapping.kind> })}
              data-testid="list-kind"
            />
          </Field>
          <Field label={w.lists.preset} hint={w.lists.presetHint}>
            <Select
              value={mapping.preset}
              placeholder={w.lists.auto}
              allowClear
              options={presets.map((own) => ({ value: own.code, label: own.name }))}
              onChange={(code: string | undefined) => change({ preset: code ?? null })}
              popupMatchSelectWidth={false}
              data-testid="list-preset"
            />
          </Field>
          <Field label={w.lists.assessor} hint={w.lists.assessorHint}>
            <Input
              key={mapping.assessor ?? ''}
              defaultValue={mapping.assessor ?? ''}
              placeholder={w.common.optional}
              onBlur={(event) => {
                const name = event.target.value.trim() || null;
                if (name !== mapping.assessor) change({ assessor: name });
              }}
              onPressEnter={(event) => event.currentTarget.blur()}
              data-testid="list-assessor"
            />
          </Field>
        </>
      )}
      <span className="list-known" data-testid="list-known">
        {proposal?.remembered ? <em>{w.lists.remembered}</em> : null}
        {proposal ? w.lists.columnsFound(known, proposal.columns.length) : ''}
      </span>
    </div>
  );
}

function Field({ label, hint, children }: { label: string; hint?: string; children: React.ReactNode }) {
  return (
    <div className="list-field" title={hint}>
      <span>{label}</span>
      <div>{children}</div>
    </div>
  );
}

function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function SheetLook({ sheet }: { sheet: ListSheet }) {
  const w = useWords();
  const { proposal, mapping, byHand } = useJob();
  const subject = mapping.subject ?? proposal?.subject ?? 'risk';
  const found = useMemo(() => new Map((proposal?.columns ?? []).map((own) => [own.column, own])), [proposal]);
  const wide = Math.max(0, ...sheet.top.map((row) => row.cells.length));
  const columns = Array.from({ length: wide }, (_, index) => letters(index));
  const [first, last] = proposal?.header ?? [0, 0];
  return (
    <div className="sheet-look" data-testid="sheet-look">
      <table>
        <thead>
          <tr>
            <th className="corner" />
            {columns.map((column) => (
              <th key={column}>
                <ColumnField
                  column={column}
                  found={found.get(column)}
                  byHand={byHand.has(column)}
                  subject={subject}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.top.map((row) => (
            <tr key={row.number} data-header={(row.number >= first && row.number <= last) || undefined}>
              <th>
                <button
                  type="button"
                  title={w.lists.headerHint}
                  onClick={() => changeHeader(row.number)}
                  data-testid="sheet-row"
                >
                  {row.number}
                </button>
              </th>
              {columns.map((column, index) => {
                const field = found.get(column)?.field;
                const taken = field && field !== 'ignored' && field !== 'number';
                return (
                  <td key={column} data-taken={taken || undefined} title={row.cells[index]}>
                    {row.cells[index] ?? ''}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ColumnProps {
  column: string;
  found: ListColumn | undefined;
  byHand: boolean;
  subject: ListSubject;
}

function ColumnField({ column, found, byHand, subject }: ColumnProps) {
  const w = useWords();
  const field = found?.field ?? null;
  const taken = field !== null && field !== 'ignored' && field !== 'number';
  return (
    <div className="column-field" data-taken={taken || undefined} data-hand={byHand || undefined}>
      <small>
        {column}
        {found?.hidden ? ` · ${w.lists.hiddenColumn}` : ''}
        {byHand ? ` · ${w.lists.byHand}` : ''}
      </small>
      <Select
        size="small"
        value={field}
        placeholder={w.lists.columnEmpty}
        options={FIELDS[subject].map((own) => ({ value: own, label: w.lists.fields[own] }))}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(own: ListField) => changeColumn(column, own)}
        aria-label={found?.title || column}
        data-testid={`list-column-${column}`}
      />
    </div>
  );
}

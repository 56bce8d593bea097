// Above the record: who, when, which operation, which things.
// Relies on the words of the field for tables and on the record for who is named in it.
import { Input, Select } from 'antd';
import { Icon } from '../parts/icons';
import { usePick, useVocabulary } from '../state/settings';
import { useProject, useSelection } from '../state/store';
import { useFileWords } from '../words/file';
import { dayOf, isFiltering, NO_FILTER, type RecordFilter, type Span } from './query';

interface Props {
  filter: RecordFilter;
  actors: readonly string[];
  onFilter: (filter: RecordFilter) => void;
}

const KINDS = ['create', 'edit', 'undo', 'redo'] as const;

export function RecordFilters({ filter, actors, onFilter }: Props) {
  const w = useFileWords();
  const pick = usePick();
  const { tables } = useVocabulary();
  const change = (part: Partial<RecordFilter>) => onFilter({ ...filter, ...part });
  const spans: [Span, string][] = [
    ['any', w.history.anyTime],
    ['today', w.history.today],
    ['week', w.history.week],
    ['month', w.history.month],
    ['days', w.history.days],
  ];
  return (
    <div className="record-filters">
      <Select
        value={filter.actor ?? ''}
        options={[
          { value: '', label: w.history.anyone },
          ...actors.map((own) => ({ value: own, label: own })),
        ]}
        onChange={(actor) => change({ actor: actor || null })}
        popupMatchSelectWidth={false}
        aria-label={w.history.actor}
        data-testid="history-actor"
      />
      <Select
        value={filter.span}
        options={spans.map(([value, label]) => ({ value, label }))}
        onChange={(span: Span) => change({ span })}
        popupMatchSelectWidth={false}
        aria-label={w.history.time}
        data-testid="history-span"
      />
      {filter.span === 'days' ? (
        <>
          <Day
            label={w.history.from}
            text={filter.from}
            testid="history-from"
            onText={(from) => change({ from })}
          />
          <Day label={w.history.to} text={filter.to} testid="history-to" onText={(to) => change({ to })} />
        </>
      ) : null}
      <Select
        value={filter.kind ?? ''}
        options={[
          { value: '', label: w.history.anyKind },
          ...KINDS.map((kind) => ({ value: kind as string, label: w.history.kinds[kind] })),
        ]}
        onChange={(kind) => change({ kind: kind || null })}
        popupMatchSelectWidth={false}
        aria-label={w.history.kind}
        data-testid="history-kind"
      />
      <Select
        value={filter.table ?? ''}
        options={[
          { value: '', label: w.history.anyObject },
          ...tables.map((table) => ({ value: table.value as string, label: pick(table.name) })),
        ]}
        onChange={(table) =>
          change({ table: tables.find((own) => own.value === table)?.value ?? null, row: null })
        }
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        aria-label={w.history.object}
        data-testid="history-table"
      />
      <Input
        value={filter.text}
        placeholder={w.history.search}
        allowClear
        onChange={(event) => change({ text: event.target.value })}
        data-testid="history-text"
      />
      {filter.row ? (
        <span className="chip" data-testid="history-row">
          {w.history.onlyRow(filter.row.name)}
        </span>
      ) : (
        <Selected onRow={(row) => change({ row, table: null })} />
      )}
      {isFiltering(filter) ? (
        <button
          type="button"
          className="link"
          onClick={() => onFilter(NO_FILTER)}
          data-testid="history-clear"
        >
          <Icon name="close" size={11} /> {w.history.clear}
        </button>
      ) : null}
    </div>
  );
}

interface DayProps {
  label: string;
  text: string;
  testid: string;
  onText: (text: string) => void;
}

/** A day as people type it; what is no day yet is marked. */
function Day({ label, text, testid, onText }: DayProps) {
  const wrong = text.trim() !== '' && dayOf(text) === null;
  return (
    <Input
      className="record-day"
      value={text}
      placeholder={`${label} 2026-11-01`}
      aria-label={label}
      status={wrong ? 'error' : ''}
      onChange={(event) => onText(event.target.value)}
      data-testid={testid}
    />
  );
}

/** The record of what is selected in the window. */
function Selected({ onRow }: { onRow: (row: NonNullable<RecordFilter['row']>) => void }) {
  const w = useFileWords();
  const row = useSelection((selection) => selection.row);
  const project = useProject((state) => state.project);
  if (!row || !project) return null;
  const point = row.table === 'risk_point' ? project.points.get(row.id) : null;
  const other: unknown = project.tables[row.table].get(row.id);
  const named = typeof other === 'object' && other !== null && 'name' in other ? String(other.name) : null;
  const name = point ? `${point.code} ${point.name}` : named;
  if (!name) return null;
  return (
    <button
      type="button"
      className="link"
      title={name}
      onClick={() => onRow({ id: row, name })}
      data-testid="history-selected"
    >
      {w.history.onlySelected}
    </button>
  );
}

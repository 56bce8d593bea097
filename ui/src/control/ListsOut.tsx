// Every list of the project as it will leave: which list, what it is narrowed to, its columns; as xlsx or PDF.
// Relies on `list` for the rows that are shown and on `export-list` for the files; both take the same choice.
import { Button, Select } from 'antd';
import { useState } from 'react';
import { backend, toCallError } from '../backend';
import { useCalled } from '../filing/useCalled';
import type { ListKind, ListOutArgs, ListTable } from '../ipc';
import { Icon } from '../parts/icons';
import { written } from '../state/actions';
import { notifyError } from '../state/notices';
import { useTable } from '../state/rows';
import { useProject } from '../state/store';
import { bothWords, useWords } from '../words';

/** Lists that a tier narrows. */
const WITH_TIER: ReadonlySet<ListKind> = new Set<ListKind>(['control', 'responsibility', 'points']);
/** Rows that are shown; the file has all of them. */
const SHOWN = 200;

const KINDS: readonly ListKind[] = [
  'control',
  'points',
  'responsibility',
  'activities',
  'facilities',
  'workplaces',
];

export function ListsOut() {
  const w = useWords();
  const tiers = useTable('control_tier');
  const path = useProject((state) => state.project?.file.path);
  const step = useProject((state) => state.project?.step);
  const basis = useProject((state) => state.project?.basis);
  const [kind, setKind] = useState<ListKind>('control');
  const [tier, setTier] = useState<string | null>(null);
  const list: ListOutArgs = { kind, tier: WITH_TIER.has(kind) ? tier : null };
  const { answer, waiting } = useCalled('list', list, `${path}/${step}/${basis}/${JSON.stringify(list)}`);
  const [busy, setBusy] = useState(false);
  const save = async (ending: 'xlsx') => {
    try {
      const name = [w.lists.kinds[kind], list.tier].filter(Boolean).join('-');
      const to = await backend().pick({
        title: w.control[ending],
        what: 'save',
        filter: ending.toUpperCase(),
        endings: [ending],
        suggested: `${name}.${ending}`,
      });
      if (!to) return;
      setBusy(true);
      const done = await backend().call('export-list', { path: to, list });
      written(
        done.path,
        bothWords((words) => words.control.exported),
      );
    } catch (thrown) {
      notifyError(toCallError(thrown).api);
    } finally {
      setBusy(false);
    }
  };
  const inOrder = [...tiers.values()].sort((a, b) => a.rank - b.rank);
  return (
    <div className="lists-out" data-testid="lists-out">
      <div className="lists-bar">
        <Select
          value={kind}
          options={KINDS.map((own) => ({ value: own, label: w.lists.kinds[own] }))}
          onChange={(own: ListKind) => setKind(own)}
          aria-label={w.control.list}
          popupMatchSelectWidth={false}
          data-testid="list-out-kind"
        />
        {WITH_TIER.has(kind) ? (
          <Select
            value={tier}
            allowClear
            placeholder={w.control.allTiers}
            options={inOrder.map((own) => ({ value: own.name, label: own.name }))}
            onChange={(own: string | undefined) => setTier(own ?? null)}
            aria-label={w.control.tier}
            data-testid="list-out-tier"
          />
        ) : null}
        <span className="grow faint">{answer ? w.control.rows(answer.rows.length) : ''}</span>
        <Button
          type="primary"
          loading={busy}
          disabled={!answer || waiting}
          onClick={() => void save('xlsx')}
          data-testid="list-out-xlsx"
        >
          <Icon name="table" size={14} /> {w.control.xlsx}
        </Button>
      </div>
      {answer ? <Preview table={answer} /> : <div className="list-table" />}
    </div>
  );
}

function Preview({ table }: { table: ListTable }) {
  const w = useWords();
  if (table.rows.length === 0) return <p className="faint">{w.control.emptyList}</p>;
  return (
    <div className="list-table" data-testid="list-out-table" data-rows={table.rows.length}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, SHOWN).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a list out have no other identity
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={table.columns[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

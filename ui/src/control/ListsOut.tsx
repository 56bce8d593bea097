// Every list of the project as it will leave: which list, what it is narrowed to, its columns; as xlsx or PDF.
// Relies on `list` for the rows that are shown and on `export-list` for the files; both take the same choice.
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { backend, toCallError } from '../backend';
import { useCalled } from '../filing/useCalled';
import type { ListOutArgs, ListTable, ListTemplate } from '../ipc';
import { Icon } from '../parts/icons';
import { written } from '../state/actions';
import { notifyError } from '../state/notices';
import { useProject } from '../state/store';
import { bothWords, useWords } from '../words';
import { ListChoice, NO_LIST_FILTER } from './ListChoice';
import { TemplateDialog } from './TemplateDialog';

/** Rows that are shown; the file has all of them. */
const SHOWN = 200;

const FIRST: ListOutArgs = { kind: 'control', tier: null, filter: NO_LIST_FILTER, template: null };

/** The user's own columns for lists out. */
function useTemplates(): [readonly ListTemplate[], (all: readonly ListTemplate[]) => void] {
  const [templates, setTemplates] = useState<readonly ListTemplate[]>([]);
  useEffect(() => {
    backend()
      .call('list-templates', {})
      .then(setTemplates, (thrown) => notifyError(toCallError(thrown).api));
  }, []);
  return [templates, setTemplates];
}

export function ListsOut() {
  const w = useWords();
  const path = useProject((state) => state.project?.file.path);
  const step = useProject((state) => state.project?.step);
  const basis = useProject((state) => state.project?.basis);
  const [list, setList] = useState(FIRST);
  const [templates, setTemplates] = useTemplates();
  const [editing, setEditing] = useState<readonly string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const key = `${path}/${step}/${basis}/${JSON.stringify(list)}`;
  const { answer, waiting } = useCalled('list', list, key);
  const edit = async () => {
    try {
      // A template is made of the list's own columns, whatever is chosen now.
      const own = await backend().call('list', { ...list, template: null });
      setEditing(own.columns);
    } catch (thrown) {
      notifyError(toCallError(thrown).api);
    }
  };
  const save = async (ending: 'xlsx' | 'pdf') => {
    try {
      const name = [w.lists.kinds[list.kind], list.tier, list.template].filter(Boolean).join('-');
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
  return (
    <div className="lists-out" data-testid="lists-out">
      <ListChoice list={list} templates={templates} onChange={setList} onEdit={() => void edit()} />
      <div className="lists-bar">
        <span className="grow faint" data-testid="list-out-rows">
          {answer ? w.control.rows(answer.rows.length) : ''}
        </span>
        <Button
          loading={busy}
          disabled={!answer || waiting}
          onClick={() => void save('pdf')}
          data-testid="list-out-pdf"
        >
          <Icon name="print" size={14} /> {w.control.pdf}
        </Button>
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
      {editing ? (
        <TemplateDialog
          kind={list.kind}
          sources={editing}
          template={templates.find((own) => own.kind === list.kind && own.name === list.template) ?? null}
          onDone={(all, chosen) => {
            setEditing(null);
            if (!all) return;
            setTemplates(all);
            setList({ ...list, template: chosen });
          }}
        />
      ) : null}
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
            {table.columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a region may want two columns of one title
              <th key={at}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, SHOWN).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a list out have no other identity
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand by their columns
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// Assessors' sheets: one file for each person goes out; filled-in ones come back after a report.
// Relies on Rust for files and rows. Nothing is written before the report is accepted.
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { backend, toCallError } from '../backend';
import { fileName } from '../format';
import type { RiskBasis, SheetsReport, WrittenSheet } from '../ipc';
import { Icon } from '../parts/icons';
import { applySheets } from '../state/actions';
import { useDialogs } from '../state/dialogs';
import { notify, notifyError } from '../state/notices';
import { usePeople } from '../state/rows';
import { usePick, useVocabulary } from '../state/settings';
import { useProject } from '../state/store';
import { bothWords, useWords } from '../words';
import { Report } from './Report';

type Tab = 'out' | 'in';

export function SheetsDialog() {
  const w = useWords();
  const [tab, setTab] = useState<Tab>('out');
  const close = () => useDialogs.setState({ assessorSheets: false });
  return (
    <Modal open width={680} title={w.sheets.title} onCancel={close} footer={null}>
      <div data-testid="sheets">
        <div className="preset-tabs" role="tablist">
          {(['out', 'in'] as const).map((own) => (
            <button
              key={own}
              type="button"
              role="tab"
              aria-selected={tab === own}
              onClick={() => setTab(own)}
              data-testid={`sheets-${own}`}
            >
              {w.sheets[own]}
            </button>
          ))}
        </div>
        {tab === 'out' ? <Out /> : <In onDone={close} />}
      </div>
    </Modal>
  );
}

function Out() {
  const w = useWords();
  const pick = usePick();
  const people = usePeople();
  const { bases } = useVocabulary();
  const looked = useProject((state) => state.project?.basis ?? 'existing');
  const [basis, setBasis] = useState<RiskBasis>(looked);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [files, setFiles] = useState<readonly WrittenSheet[] | null>(null);
  const [busy, setBusy] = useState(false);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const write = async () => {
    try {
      const folder = await backend().pick({
        title: w.sheets.folder,
        what: 'folder',
        filter: '',
        endings: [],
        suggested: '',
      });
      if (!folder) return;
      setBusy(true);
      setFiles(await backend().call('write-sheets', { folder, people: [...chosen], basis }));
    } catch (thrown) {
      notifyError(toCallError(thrown).api);
    } finally {
      setBusy(false);
    }
  };
  if (people.length === 0) return <p className="pad">{w.sheets.noPeople}</p>;
  return (
    <div className="export">
      <p className="faint">{w.sheets.outText}</p>
      <div className="export-line">
        <span>{w.sheets.people}</span>
        <div className="sheets-people" data-testid="sheets-people">
          {people.length > 3 ? (
            <button
              type="button"
              className="link"
              onClick={() =>
                setChosen(new Set(chosen.size === people.length ? [] : people.map((person) => person.id)))
              }
              data-testid="sheets-all"
            >
              {w.sheets.all}
            </button>
          ) : null}
          {people.map((person) => (
            <label key={person.id}>
              <input type="checkbox" checked={chosen.has(person.id)} onChange={() => toggle(person.id)} />
              {person.name}
            </label>
          ))}
        </div>
      </div>
      <div className="export-line">
        <span>{w.sheets.bases}</span>
        <Select
          value={basis}
          options={bases.map((own) => ({ value: own.value, label: pick(own.name) }))}
          onChange={(own: string) => setBasis(own as RiskBasis)}
          data-testid="sheets-basis"
        />
      </div>
      <div className="inline-actions">
        <Button
          type="primary"
          loading={busy}
          disabled={chosen.size === 0}
          onClick={() => void write()}
          data-testid="sheets-write"
        >
          {w.sheets.go(chosen.size)}
        </Button>
      </div>
      {files ? <Written files={files} /> : null}
    </div>
  );
}

function Written({ files }: { files: readonly WrittenSheet[] }) {
  const w = useWords();
  const first = files[0];
  return (
    <div data-testid="sheets-written">
      <p className="export-headline">
        <Icon name="check" /> {w.sheets.written(files.length)}
        {first ? (
          <button
            type="button"
            className="link"
            onClick={() =>
              void backend()
                .reveal(first.path)
                .catch(() => undefined)
            }
          >
            {w.common.reveal}
          </button>
        ) : null}
      </p>
      <ul className="sheets-files">
        {files.map((file) => (
          <li key={file.path} data-path={file.path}>
            <b>{file.person}</b>
            <span>{fileName(file.path)}</span>
            <em className="faint">{w.sheets.rows(file.rows)}</em>
          </li>
        ))}
      </ul>
    </div>
  );
}

function In({ onDone }: { onDone: () => void }) {
  const w = useWords();
  const [paths, setPaths] = useState<readonly string[]>([]);
  const [report, setReport] = useState<SheetsReport | null>(null);
  const [busy, setBusy] = useState(false);
  const look = async (next: readonly string[]) => {
    setBusy(true);
    try {
      setReport(await backend().call('preview-sheets', { paths: [...next] }));
      setPaths(next);
    } catch (thrown) {
      notifyError(toCallError(thrown).api);
    } finally {
      setBusy(false);
    }
  };
  const choose = async (what: 'open' | 'folder') => {
    try {
      const path = await backend().pick({
        title: what === 'open' ? w.sheets.pickTitle : w.sheets.pickFolderTitle,
        what,
        filter: what === 'open' ? w.sheets.excel : '',
        endings: what === 'open' ? ['xlsx'] : [],
        suggested: '',
      });
      if (path) await look(paths.includes(path) ? paths : [...paths, path]);
    } catch (thrown) {
      notifyError(toCallError(thrown).api);
    }
  };
  const apply = async () => {
    setBusy(true);
    const done = await applySheets([...paths]);
    setBusy(false);
    if (!done) return;
    const count = done.taken - done.unchanged;
    notify({ kind: 'done', text: bothWords((words) => words.sheets.applied(count)) });
    onDone();
  };
  const news = report ? report.taken - report.unchanged : 0;
  return (
    <div className="export">
      <p className="faint">{w.sheets.inText}</p>
      <div className="empty-actions sheets-pick">
        <Button onClick={() => void choose('folder')} loading={busy} data-testid="sheets-pick-folder">
          {w.sheets.pickFolder}
        </Button>
        <Button onClick={() => void choose('open')} disabled={busy} data-testid="sheets-pick-file">
          {paths.length > 0 ? w.sheets.pickMore : w.sheets.pickFile}
        </Button>
        {paths.length > 0 ? (
          <button
            type="button"
            className="link"
            onClick={() => {
              setPaths([]);
              setReport(null);
            }}
          >
            {w.sheets.again}
          </button>
        ) : null}
      </div>
      {report ? <Report report={report} /> : null}
      {report ? (
        <div className="inline-actions">
          <Button onClick={onDone}>{w.common.cancel}</Button>
          <Button
            type="primary"
            disabled={news === 0}
            loading={busy}
            onClick={() => void apply()}
            data-testid="sheets-apply"
          >
            {news > 0 ? w.sheets.apply(news) : w.sheets.nothing}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

// Library files: a part of the project goes out, a file of somebody else comes in after a look at it.
// Relies on Rust for reading and judging files. Nothing of a file is taken before the user agrees.
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { backend, toCallError } from '../backend';
import type { LibraryFilePreview, PartArgs, Table } from '../ipc';
import { written } from '../state/actions';
import { notify, notifyError } from '../state/notices';
import { useBuildings, useDepartments, useOrganisation } from '../state/rows';
import { useProject, useSelection } from '../state/store';
import { bothWords, useWords } from '../words';
import { libraryChanged } from './state';

const ENDING = 'json';

export function LibraryFiles() {
  const w = useWords();
  const [preview, setPreview] = useState<{ path: string; file: LibraryFilePreview } | null>(null);
  const [exporting, setExporting] = useState(false);
  const choose = async () => {
    try {
      const path = await backend().pick({
        title: w.library.importTitle,
        what: 'open',
        filter: w.library.file,
        endings: [ENDING],
        suggested: '',
      });
      if (path) setPreview({ path, file: await backend().call('preview-library-file', { path }) });
    } catch (thrown) {
      notifyError(toCallError(thrown).api);
    }
  };
  return (
    <footer className="library-files">
      <button type="button" className="link" onClick={() => void choose()} data-testid="library-import">
        {w.library.importFile}
      </button>
      <button type="button" className="link" onClick={() => setExporting(true)} data-testid="library-export">
        {w.library.exportFile}
      </button>
      {preview ? <ImportDialog {...preview} onDone={() => setPreview(null)} /> : null}
      {exporting ? <ExportDialog onDone={() => setExporting(false)} /> : null}
    </footer>
  );
}

interface ImportProps {
  path: string;
  file: LibraryFilePreview;
  onDone: () => void;
}

function ImportDialog({ path, file, onDone }: ImportProps) {
  const w = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(file.entries.filter((own) => own.change === 'added').map((own) => own.id)),
  );
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const take = async () => {
    try {
      await backend().call('take-library-file', { path, ids: [...chosen] });
      libraryChanged();
      notify({ kind: 'done', text: bothWords((words) => words.library.importDone(chosen.size)) });
      onDone();
    } catch (thrown) {
      notifyError(toCallError(thrown).api);
    }
  };
  return (
    <Modal
      open
      width={520}
      title={w.library.importHead(file.name)}
      onCancel={onDone}
      onOk={() => void take()}
      okText={w.library.importGo(chosen.size)}
      cancelText={w.common.cancel}
      okButtonProps={{ disabled: chosen.size === 0, 'data-testid': 'library-import-go' }}
    >
      <div className="library-import" data-testid="library-import-list">
        {file.entries.map((own) => (
          <label key={own.id} data-kind={own.change}>
            <input
              type="checkbox"
              checked={chosen.has(own.id)}
              disabled={own.change === 'same'}
              onChange={() => toggle(own.id)}
            />
            <span>{own.name}</span>
            <em>{w.library.importKinds[own.change]}</em>
          </label>
        ))}
      </div>
    </Modal>
  );
}

const NO_PART: PartArgs = { buildings: [], departments: [], zones: [], points: [] };

/** Parts of the project that can go out: all, a building, a department, what is selected. */
function useParts(): { value: string; label: string; part: PartArgs }[] {
  const w = useWords();
  const buildings = useBuildings();
  const departments = useDepartments();
  const points = useProject((state) => state.project?.points);
  const row = useSelection((state) => state.row);
  const more = useSelection((state) => state.more);
  const parts = [
    { value: 'all', label: w.library.exportAll, part: { ...NO_PART, points: [...(points?.keys() ?? [])] } },
  ];
  const several = row && more.length > 0 ? [row, ...more] : [];
  const own = (table: Table) => several.filter((one) => one.table === table).map((one) => one.id);
  const [ownPoints, ownZones] = [own('risk_point'), own('risk_zone')];
  if (ownPoints.length + ownZones.length > 0)
    parts.push({
      value: 'several',
      label: w.library.exportSeveral(ownZones.length, ownPoints.length),
      part: { ...NO_PART, points: ownPoints, zones: ownZones },
    });
  else if (row?.table === 'risk_point')
    parts.push({
      value: 'point',
      label: `${w.library.exportSelection} ${points?.get(row.id)?.name ?? ''}`,
      part: { ...NO_PART, points: [row.id] },
    });
  else if (row?.table === 'risk_zone')
    parts.push({ value: 'zone', label: w.library.exportZone, part: { ...NO_PART, zones: [row.id] } });
  for (const own of buildings)
    parts.push({
      value: own.id,
      label: w.library.exportOf(own.name),
      part: { ...NO_PART, buildings: [own.id] },
    });
  for (const { row: own } of departments)
    parts.push({
      value: own.id,
      label: w.library.exportOf(own.name),
      part: { ...NO_PART, departments: [own.id] },
    });
  return parts;
}

function ExportDialog({ onDone }: { onDone: () => void }) {
  const w = useWords();
  const parts = useParts();
  const organisation = useOrganisation();
  // What is selected is what is most likely meant; it stands right after the whole.
  const selected = parts.find((own) => ['several', 'point', 'zone'].includes(own.value));
  const [value, setValue] = useState(selected?.value ?? 'all');
  const chosen = parts.find((own) => own.value === value) ?? parts[0];
  const go = async () => {
    if (!chosen) return;
    const name = `${organisation?.short_name || organisation?.name || ''} ${w.library.fileName}`.trim();
    try {
      const path = await backend().pick({
        title: w.library.exportTitle,
        what: 'save',
        filter: w.library.file,
        endings: [ENDING],
        suggested: `${name}.${ENDING}`,
      });
      if (!path) return;
      const done = await backend().call('export-library', {
        path,
        name,
        part: chosen.part,
        applies_to: organisation?.kind === 'school' ? 'school' : 'company',
      });
      written(
        done.path,
        bothWords((words) => words.library.exported(done.entries)),
      );
      onDone();
    } catch (thrown) {
      notifyError(toCallError(thrown).api);
    }
  };
  return (
    <Modal
      open
      width={460}
      title={w.library.exportTitle}
      onCancel={onDone}
      onOk={() => void go()}
      okText={w.library.exportGo}
      cancelText={w.common.cancel}
      okButtonProps={{ 'data-testid': 'library-export-go' }}
    >
      <div className="form">
        <div className="field wide">
          <label htmlFor="library-part">{w.library.exportWhat}</label>
          <Select
            id="library-part"
            value={value}
            options={parts.map((own) => ({ value: own.value, label: own.label }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(own: string) => setValue(own)}
            data-testid="library-export-part"
          />
        </div>
      </div>
    </Modal>
  );
}

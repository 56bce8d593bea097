// The export dialog: what and how, then how far it is, then what was written.
// Relies on one job at a time. Closing it while it runs cancels the job.
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { backend } from '../backend';
import type { PieceId, PrintKind, PrintKindView } from '../ipc';
import { usePick, useSettings } from '../state/settings';
import { useWords } from '../words';
import { ExportOptions, firstOptions } from './ExportOptions';
import { ExportProgress } from './ExportProgress';
import { ExportSummary } from './ExportSummary';
import { chooseFolder, type Options, useExport } from './job';

interface Props {
  kinds: PrintKindView[];
  chosen: PrintKind[];
  /** These pieces only. */
  pieces?: PieceId[] | null;
  /** Only pieces that are out of date. */
  stale?: boolean;
  /** The month of papers that have one, at first. */
  month?: string;
  /** Papers of these hidden dangers only, by their codes. */
  dangers?: string[];
  onClose: () => void;
}

let lastFolder = '';

export function ExportDialog(props: Props) {
  const { kinds, chosen, pieces = null, stale = false, month, dangers, onClose } = props;
  const w = useWords();
  const pick = usePick();
  const language = useSettings((state) => state.language);
  const [options, setOptions] = useState<Options>(() => ({
    ...firstOptions(kinds, chosen),
    ...(pieces ? { pieces } : {}),
    ...(stale ? { stale } : {}),
    ...(month ? { month } : {}),
    ...(dangers ? { dangers } : {}),
    folder: lastFolder,
  }));
  const { state, start, cancel } = useExport();
  const ready = options.folder !== '' && options.kinds.length > 0 && options.formats.length > 0;
  const close = () => {
    if (state.name === 'running') void cancel();
    else onClose();
  };
  const begin = async () => {
    const folder = options.folder || (await chooseFolder(w.exports.folderTitle));
    if (!folder) return;
    lastFolder = folder;
    setOptions((old) => ({ ...old, folder }));
    await start({ ...options, folder });
  };
  const footer =
    state.name === 'running'
      ? [
          <Button
            key="cancel"
            disabled={state.stopping}
            onClick={() => void cancel()}
            data-testid="export-cancel"
          >
            {state.stopping ? w.exports.stopping : w.common.cancel}
          </Button>,
        ]
      : state.name === 'done'
        ? [
            <Button
              key="reveal"
              disabled={state.report.files.length === 0}
              onClick={() =>
                void backend()
                  .reveal(state.report.files[0]?.path ?? '')
                  .catch(() => undefined)
              }
              data-testid="export-reveal"
            >
              {w.common.reveal}
            </Button>,
            <Button key="done" type="primary" onClick={onClose} data-testid="export-done">
              {w.exports.done}
            </Button>,
          ]
        : [
            <Button key="cancel" onClick={onClose} data-testid="export-close">
              {w.common.cancel}
            </Button>,
            <Button
              key="start"
              type="primary"
              disabled={!ready && options.folder !== ''}
              onClick={() => void begin()}
              data-testid="export-start"
            >
              {options.folder ? w.exports.start : w.exports.chooseAndStart}
            </Button>,
          ];
  const title = options.kinds
    .map((kind) => kinds.find((own) => own.kind === kind))
    .flatMap((own) => (own ? [pick(own.title)] : []));
  return (
    <Modal
      open
      width={620}
      title={`${w.exports.title} · ${title.join(language === 'en' ? ', ' : '、')}`}
      footer={footer}
      onCancel={close}
      mask={{ closable: false }}
      style={{ top: 56 }}
    >
      <div className="export" data-testid="export-dialog" data-state={state.name}>
        {state.name === 'choosing' && (pieces || stale) ? (
          <p className="export-scope" data-testid="export-scope">
            {pieces ? w.prints.onlyThese(pieces.length) : w.prints.onlyStale}
          </p>
        ) : null}
        {state.name === 'choosing' && dangers ? (
          <p className="export-scope" data-testid="export-scope">
            {w.exports.onlyDangers(dangers)}
          </p>
        ) : null}
        {state.name === 'choosing' ? (
          <ExportOptions kinds={kinds} options={options} onChange={setOptions} error={state.error} />
        ) : null}
        {state.name === 'running' ? <ExportProgress progress={state.progress} /> : null}
        {state.name === 'done' ? <ExportSummary report={state.report} kinds={kinds} /> : null}
      </div>
    </Modal>
  );
}

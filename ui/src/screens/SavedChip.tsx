// Whether the project has reached its file: by itself, a moment after the last step.
// Relies on `saved` and `save-failed`. A failure says what to do; the edits are safe either way.
import { Popover } from 'antd';
import { create } from 'zustand';
import { clock, fileName, folderOf } from '../format';
import type { ApiError } from '../ipc';
import { errorText } from '../parts/fields';
import { Icon } from '../parts/icons';
import { saveNow } from '../state/actions';
import { chooseAndSaveAs } from '../state/files';
import { useSettings } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';

export const useSaved = create<{ at: Date | null; failed: ApiError | null }>(() => ({
  at: null,
  failed: null,
}));

export function SavedChip() {
  const w = useWords();
  const file = useProject((state) => state.project?.file);
  const { at, failed } = useSaved();
  if (!file) return null;
  if (file.demonstration) return <Demonstration />;
  if (failed) return <Failed error={failed} />;
  const text = file.unpublished ? w.saved.soon : at ? w.saved.at(clock(at)) : w.saved.all;
  return (
    <button
      type="button"
      className="chip"
      data-state={file.unpublished ? 'soon' : 'saved'}
      title={`${fileName(file.path)}\n${folderOf(file.path)}`}
      onClick={() => void saveNow()}
      data-testid="saved-chip"
    >
      <i className="dot" />
      {text}
    </button>
  );
}

function Demonstration() {
  const w = useWords();
  return (
    <Popover
      trigger="click"
      content={
        <div className="chip-card">
          <p>{w.saved.demonstrationText}</p>
          <button
            type="button"
            className="secondary"
            onClick={() => void chooseAndSaveAs()}
            data-testid="keep-demonstration"
          >
            {w.menu.saveAs}
          </button>
        </div>
      }
    >
      <button type="button" className="chip" data-state="demonstration" data-testid="saved-chip">
        <Icon name="play" size={11} />
        {w.saved.demonstration}
      </button>
    </Popover>
  );
}

function Failed({ error }: { error: ApiError }) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  return (
    <Popover
      trigger="click"
      content={
        <div className="chip-card">
          <p>{errorText(error, language)}</p>
          <p className="faint">{w.saved.safe}</p>
          <button
            type="button"
            className="primary"
            onClick={() => void chooseAndSaveAs()}
            data-testid="save-elsewhere"
          >
            {w.menu.saveAs}
          </button>
          <button type="button" className="secondary" onClick={() => void saveNow()} data-testid="save-again">
            {w.saved.again}
          </button>
        </div>
      }
    >
      <button type="button" className="chip" data-state="failed" data-testid="saved-chip">
        <Icon name="alert" size={13} />
        {w.saved.failed}
      </button>
    </Popover>
  );
}

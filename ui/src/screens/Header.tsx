// Above: the organisation, whether everything is saved, undo and redo by name, the way to everything else.
// Relies on the file's own labels. Saving happens by itself.
import { Dropdown } from 'antd';
import { pickProject } from '../filing/pick';
import { useFiling } from '../filing/store';
import { Icon } from '../parts/icons';
import { Mark } from '../parts/Mark';
import { demonstrate, endDemonstration, redo, undo } from '../state/actions';
import { chooseAndOpen, chooseAndSaveAs, leave } from '../state/files';
import { useOrganisation } from '../state/rows';
import { keepSettings, usePick, useSettings } from '../state/settings';
import { useProject, useSurface } from '../state/store';
import { useWords } from '../words';
import { useFileWords } from '../words/file';
import { SavedChip } from './SavedChip';

export function Header() {
  const w = useWords();
  const organisation = useOrganisation();
  return (
    <header className="header">
      <Mark size={20} />
      <b className="organisation" data-testid="organisation">
        {organisation?.name}
      </b>
      <SavedChip />
      <UndoButtons />
      <span className="grow" />
      <button
        type="button"
        className="search"
        onClick={() => useSurface.setState({ palette: true })}
        data-testid="open-palette"
      >
        <Icon name="search" size={14} />
        <span>{w.header.search}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <DemonstrationButton />
      <LanguageSwitch />
      <MoreMenu />
    </header>
  );
}

function UndoButtons() {
  const w = useWords();
  const pick = usePick();
  const undoLabel = useProject((state) => state.project?.file.undo ?? null);
  const redoLabel = useProject((state) => state.project?.file.redo ?? null);
  return (
    <span className="undo">
      <button
        type="button"
        className="ib"
        disabled={!undoLabel}
        onClick={() => void undo()}
        title={`${w.header.undo} ${undoLabel ? pick(undoLabel) : ''}  Ctrl+Z`}
        data-testid="undo"
      >
        <Icon name="undo" size={15} />
        {undoLabel ? (
          <span>
            {w.header.undo} {pick(undoLabel)}
          </span>
        ) : null}
      </button>
      <button
        type="button"
        className="ib"
        disabled={!redoLabel}
        onClick={() => void redo()}
        title={`${w.header.redo} ${redoLabel ? pick(redoLabel) : ''}  Ctrl+Y`}
        data-testid="redo"
      >
        <Icon name="redo" size={15} />
        {redoLabel ? (
          <span>
            {w.header.redo} {pick(redoLabel)}
          </span>
        ) : null}
      </button>
    </span>
  );
}

function DemonstrationButton() {
  const w = useWords();
  const demonstration = useProject((state) => state.project?.file.demonstration ?? false);
  const projector = useSettings((state) => state.projector);
  if (!demonstration) {
    return (
      <button
        type="button"
        className="ib"
        onClick={() => void demonstrate()}
        title={w.header.demonstrateHint}
        data-testid="demonstrate"
      >
        <Icon name="play" size={14} />
        {w.header.demonstrate}
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        className="ib"
        aria-pressed={projector}
        title={w.header.projectorHint}
        onClick={() => useSettings.setState({ projector: !projector })}
        data-testid="projector"
      >
        <Icon name="large" size={15} />
        {w.header.projector}
      </button>
      <button
        type="button"
        className="ib"
        onClick={() => void endDemonstration()}
        title={w.header.endHint}
        data-testid="end-demonstration"
      >
        <Icon name="stop" size={14} />
        {w.header.end}
      </button>
    </>
  );
}

export function LanguageSwitch() {
  const w = useWords();
  const language = useSettings((state) => state.language);
  return (
    <button
      type="button"
      className="ib"
      title={w.header.language}
      onClick={() => void keepSettings({ language: language === 'en' ? 'zh-CN' : 'en' })}
      data-testid="language"
    >
      {language === 'en' ? '中文' : 'English'}
    </button>
  );
}

/** Chooses a copy and shows what merging it would do. */
export async function chooseAndMerge(title: string): Promise<void> {
  const path = await pickProject(title);
  if (path) useFiling.setState({ merge: [path] });
}

function MoreMenu() {
  const w = useWords();
  const f = useFileWords();
  const item = (key: string, label: string, extra = '') => ({
    key,
    label,
    extra,
    'data-testid': `menu-${key}`,
  });
  const items = [
    item('open', w.menu.open, 'Ctrl+O'),
    item('new', w.menu.create),
    item('save-as', w.menu.saveAs, 'Ctrl+Shift+S'),
    { type: 'divider' as const },
    item('merge', f.merge.menu),
    item('versions', f.versions.menu),
    item('backup', f.backup.menu),
    { type: 'divider' as const },
    item('settings', w.menu.settings),
    item('sheet', w.menu.sheet, '?'),
    { type: 'divider' as const },
    item('close', w.menu.close),
  ];
  const act = (key: string) => {
    if (key === 'open') void chooseAndOpen();
    if (key === 'new') useSurface.setState({ create: true });
    if (key === 'save-as') void chooseAndSaveAs();
    if (key === 'merge') void chooseAndMerge(f.merge.pickTitle);
    if (key === 'versions') useFiling.setState({ versions: true });
    if (key === 'backup') useFiling.setState({ backup: 'make' });
    if (key === 'settings') useSurface.setState({ settings: true });
    if (key === 'sheet') useSurface.setState({ sheet: true });
    if (key === 'close') void leave();
  };
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, onClick: ({ key }) => act(key) }}>
      <button type="button" className="ib" aria-label={w.menu.title} data-testid="more">
        <Icon name="more" />
      </button>
    </Dropdown>
  );
}

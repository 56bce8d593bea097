// Asking for the files that merging, handing over, backing up and recovery need.
// Relies on the shell's dialogs. Knows nothing of what is in a file.
import { backend } from '../backend';
import { fileName, folderOf } from '../format';
import { useSettings } from '../state/settings';
import { useProject } from '../state/store';
import { wordsOf } from '../words';

const PROJECT = 'sise';
const BACKUP = 'sise-backup';

function kindOfFile(): string {
  return wordsOf(useSettings.getState().language).files.project;
}

/** The open project's file name without its ending. */
export function stem(path: string): string {
  return fileName(path).replace(/\.(sise-backup|sise)$/i, '');
}

function ownStem(): string {
  const { project } = useProject.getState();
  return project ? stem(project.file.path) : '';
}

export function pickProject(title: string): Promise<string | null> {
  return backend().pick({ title, what: 'open', filter: kindOfFile(), endings: [PROJECT], suggested: '' });
}

/** Any file: a damaged project may have lost its ending too. */
export function pickAny(title: string): Promise<string | null> {
  return backend().pick({ title, what: 'open', filter: '', endings: [], suggested: '' });
}

export function pickNewProject(title: string, suffix: string, of = ownStem()): Promise<string | null> {
  return backend().pick({
    title,
    what: 'save',
    filter: kindOfFile(),
    endings: [PROJECT],
    suggested: `${of}${suffix}.${PROJECT}`,
  });
}

export function pickNewBackup(title: string, filter: string): Promise<string | null> {
  return backend().pick({
    title,
    what: 'save',
    filter,
    endings: [BACKUP],
    suggested: `${ownStem()}.${BACKUP}`,
  });
}

/** Where the record goes: a page to print, or a table to go on with. */
export function pickRecord(title: string, name: string): Promise<string | null> {
  return backend().pick({
    title,
    what: 'save',
    filter: 'PDF / Excel',
    endings: ['pdf', 'xlsx'],
    suggested: `${ownStem()} ${name}.pdf`,
  });
}

export function pickBackup(title: string, filter: string): Promise<string | null> {
  return backend().pick({ title, what: 'open', filter, endings: [BACKUP], suggested: '' });
}

/** File name and folder on two lines, for tooltips. */
export function twoLines(path: string): string {
  return `${fileName(path)}\n${folderOf(path)}`;
}

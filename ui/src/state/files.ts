// Asking the user for files and doing with them what was asked for.
// Relies on the shell's dialogs. Knows nothing of what is in a file.
import { backend } from '../backend';
import { fileName } from '../format';
import type { OrganisationKind } from '../ipc';
import { wordsOf } from '../words';
import { closeProject, newProject, openPath, saveAs } from './actions';
import { useSettings } from './settings';
import { useProject } from './store';

const ENDING = 'sise';

function words() {
  return wordsOf(useSettings.getState().language);
}

export async function chooseAndOpen(): Promise<boolean> {
  const w = words();
  const path = await backend().pick({
    title: w.files.openTitle,
    what: 'open',
    filter: w.files.project,
    endings: [ENDING],
    suggested: '',
  });
  return path ? openPath(path) : false;
}

export async function chooseAndSaveAs(): Promise<boolean> {
  const w = words();
  const { project } = useProject.getState();
  if (!project) return false;
  const own = [...project.tables.organisation.values()][0]?.name ?? w.files.untitled;
  const suggested = project.file.demonstration ? `${own}.${ENDING}` : fileName(project.file.path);
  const path = await backend().pick({
    title: w.files.saveTitle,
    what: 'save',
    filter: w.files.project,
    endings: [ENDING],
    suggested,
  });
  return path ? saveAs(path) : false;
}

export async function chooseAndCreate(name: string, kind: OrganisationKind): Promise<boolean> {
  const w = words();
  const path = await backend().pick({
    title: w.files.newTitle,
    what: 'save',
    filter: w.files.project,
    endings: [ENDING],
    suggested: `${name}.${ENDING}`,
  });
  return path ? newProject(path, { name, kind }) : false;
}

/** Back to the first screen; the project is written first. */
export async function leave(): Promise<void> {
  await closeProject();
}

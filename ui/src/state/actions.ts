// What the window does with the program: open, edit, undo, save, and what follows on the screen.
// Relies on one queue, so that steps are applied in order. Knows no rule of the field.
import { type Args, backend, type CallName, toCallError } from '../backend';
import type {
  ApiError,
  Calls,
  Changed,
  Command,
  NewProject,
  ProjectView,
  RiskBasis,
  RowId,
  SheetsReport,
} from '../ipc';
import { detailStale, detailTouched, useDetail } from './detail';
import { sendTexts } from './fields';
import { notify, notifyError } from './notices';
import { applyChanged, type Project, projectAgain, projectOf } from './project';
import { inTurn } from './queue';
import { readRecent, rememberFile, showColours, useSettings } from './settings';
import { FIRST_VIEW, useProject, useSelection, useSurface, useView } from './store';

/** Where the user goes back to when the demonstration is over. */
let original: string | null = null;

export function hasOriginal(): boolean {
  return original !== null;
}

function show(project: Project): void {
  useProject.setState({ project });
  const { vocabulary } = useSettings.getState();
  const set = [...project.tables.project.values()][0]?.colour_set ?? 'print';
  if (vocabulary) showColours(vocabulary, set);
}

function firstFloor(project: Project): string | null {
  const floors = [...project.tables.floor.values()];
  const filled = (id: string) => (project.standings.floors[id] ? 1 : 0);
  const best = floors.sort(
    (a, b) => filled(b.id) - filled(a.id) || inBuilding(b) - inBuilding(a) || a.storey - b.storey,
  );
  return best[0]?.id ?? null;
}

function inBuilding(floor: { building_id: string | null }): number {
  return floor.building_id ? 1 : 0;
}

function opened(view: ProjectView): void {
  const project = projectOf(view);
  useSelection.setState({ row: null, corner: null, hovered: null });
  useDetail.setState({ detail: null, error: null });
  const empty = project.points.size === 0;
  useView.setState({ ...FIRST_VIEW, step: empty ? 'setup' : 'identify', floor: firstFloor(project) });
  show(project);
  void readRecent();
}

/** Does `work` in turn; tells the user when it is refused. */
async function told<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await inTurn(work);
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
    return null;
  }
}

type UnreadableHeard = (path: string, error: ApiError) => boolean;
let unreadableHeard: UnreadableHeard = () => false;

/** Hears of files that cannot be opened; what it does not take is told like any other refusal. */
export function onUnreadable(heard: UnreadableHeard): void {
  unreadableHeard = heard;
}

export async function openPath(path: string): Promise<boolean> {
  await sendTexts();
  try {
    const view = await inTurn(() => backend().call('open-project', { path }));
    original = null;
    opened(view);
    return true;
  } catch (thrown) {
    const error = toCallError(thrown).api;
    if (!unreadableHeard(path, error)) notifyError(error);
    return false;
  }
}

/** Opens the same project again, the user staying where they are: a session signs with the name it was opened under. */
export async function reopen(): Promise<boolean> {
  const file = useProject.getState().project?.file;
  if (!file || file.demonstration) return false;
  const view = useView.getState();
  const done = await openPath(file.path);
  if (done) useView.setState(view);
  return done;
}

/** Opens what a call about the file gives; `false` when it was refused. */
export async function openBy(work: () => Promise<ProjectView>): Promise<boolean> {
  await sendTexts();
  const view = await told(work);
  if (view) {
    original = null;
    opened(view);
  }
  return view !== null;
}

/** Takes over a step that is no command: a merge, something brought back. `null` when it was refused. */
export async function stepBy(work: () => Promise<Changed>): Promise<Changed | null> {
  await sendTexts();
  const changed = await told(work);
  if (!changed) return null;
  take(changed);
  detailStale();
  return changed;
}

export async function openSample(): Promise<boolean> {
  const view = await told(() => backend().call('open-sample', {}));
  if (view) {
    original = null;
    opened(view);
  }
  return view !== null;
}

export async function newProject(path: string, project: NewProject): Promise<boolean> {
  await sendTexts();
  const view = await told(() => backend().call('new-project', { path, project }));
  if (view) {
    original = null;
    opened(view);
  }
  return view !== null;
}

export async function demonstrate(): Promise<void> {
  await sendTexts();
  const before = useProject.getState().project?.file;
  const view = await told(() => backend().call('demonstrate', {}));
  if (!view) return;
  if (before && !before.demonstration) original = before.path;
  const project = useProject.getState().project;
  show(project ? { ...projectAgain(project, view), file: view.file } : projectOf(view));
}

/** Throws the demonstration copy away and goes back to the user's own file, or to the first screen. */
export async function endDemonstration(): Promise<void> {
  if (original === null) {
    await closeProject();
    return;
  }
  await openPath(original);
}

export async function closeProject(): Promise<void> {
  await sendTexts();
  const done = await told(() => backend().call('close-project', {}));
  if (!done) return;
  original = null;
  useProject.setState({ project: null });
  useSelection.setState({ row: null, corner: null, hovered: null });
  useSurface.setState({ why: null, confirm: null });
  useSettings.setState({ projector: false });
  await readRecent();
}

export async function saveNow(): Promise<void> {
  await sendTexts();
  const file = await told(() => backend().call('save', {}));
  if (file) fileChanged(file);
}

/** Writes the project elsewhere and goes on there; `false` when it was given up or refused. */
export async function saveAs(path: string): Promise<boolean> {
  await sendTexts();
  const view = await told(() => backend().call('save-as', { path }));
  const before = useProject.getState().project;
  if (!view || !before) return false;
  original = null;
  const project = { ...projectAgain(before, view), file: view.file };
  useProject.setState({ project });
  const name = [...project.tables.organisation.values()][0]?.name ?? '';
  void rememberFile({ path: view.file.path, name, at: new Date().toISOString() });
  return true;
}

export function fileChanged(file: Project['file']): void {
  const { project } = useProject.getState();
  // Old news of another file, or of a step before the last one, is dropped.
  if (project && project.file.path === file.path && project.file.revision <= file.revision) {
    useProject.setState({ project: { ...project, file } });
  }
}

export async function setBasis(basis: RiskBasis): Promise<void> {
  await sendTexts();
  const view = await told(() => backend().call('set-basis', { basis }));
  const before = useProject.getState().project;
  if (view && before) useProject.setState({ project: projectAgain(before, view) });
}

export async function loadFloor(floor: string): Promise<void> {
  const content = await told(() => backend().call('floor', { floor }));
  const { project } = useProject.getState();
  if (!content || !project) return;
  useProject.setState({ project: { ...project, plans: new Map(project.plans).set(floor, content) } });
}

function take(changed: Changed): void {
  const { project } = useProject.getState();
  if (!project) return;
  const next = applyChanged(project, changed);
  show(next);
  detailTouched(changed);
  afterRemovals(next, changed.removals);
  for (const hear of changeHeard) hear(changed);
}

const changeHeard = new Set<(changed: Changed) => void>();

/** Hears every step, undo and redo among them, until the returned function is called. */
export function onChanged(hear: (changed: Changed) => void): () => void {
  changeHeard.add(hear);
  return () => changeHeard.delete(hear);
}

function afterRemovals(project: Project, removals: RowId[]): void {
  if (removals.length === 0) return;
  const { row } = useSelection.getState();
  if (row && removals.some((gone) => gone.id === row.id)) useSelection.setState({ row: null, corner: null });
  const { floor } = useView.getState();
  if (floor && !project.tables.floor.has(floor)) useView.setState({ floor: firstFloor(project) });
}

/** Carries a command out; fails with words when it is refused. `kept` is called before anybody hears of the step. */
export async function execute(command: Command, kept?: () => void): Promise<Changed> {
  return inTurn(async () => {
    const changed = await backend().call('execute', command);
    kept?.();
    take(changed);
    return changed;
  });
}

/** Carries a command out and tells the user when it is refused. */
export async function attempt(command: Command): Promise<Changed | null> {
  try {
    return await execute(command);
  } catch (thrown) {
    refused(toCallError(thrown).api, command);
    return null;
  }
}

type ChangingCall = {
  [K in CallName]: Calls[K]['result'] extends Changed ? K : never;
}[CallName];

/** Makes a call that is a step of its own, such as pasting; tells the user when it is refused. */
export async function changing<K extends ChangingCall>(name: K, args: Args<K>): Promise<Changed | null> {
  try {
    return await inTurn(async () => {
      const changed: Changed = await backend().call(name, args);
      take(changed);
      return changed;
    });
  } catch (thrown) {
    refused(toCallError(thrown).api);
    return null;
  }
}

/** What a call that gives more than its step changed. */
export function taken(changed: Changed): void {
  take(changed);
}

type PlaceHeard = (error: ApiError, command: Command | null) => void;
let placeHeard: PlaceHeard = () => {};

/** Hears refusals that name a place on the floor. */
export function onRefusedPlace(heard: PlaceHeard): void {
  placeHeard = heard;
}

function refused(error: ApiError, command: Command | null = null): void {
  notifyError(error);
  if (error.place) placeHeard(error, command);
}

/** Takes the good rows of assessors' sheets as one step; `null` when it was refused. */
export async function applySheets(paths: string[]): Promise<SheetsReport | null> {
  const outcome = await told(() => backend().call('apply-sheets', { paths }));
  if (outcome?.changed) take(outcome.changed);
  return outcome?.report ?? null;
}

async function stepBack(name: 'undo' | 'redo'): Promise<void> {
  await sendTexts();
  const file = useProject.getState().project?.file;
  const label = name === 'undo' ? file?.undo : file?.redo;
  if (!label) return;
  const changed = await told(() => backend().call(name, {}));
  if (!changed) return;
  take(changed);
  detailStale();
}

export const undo = (): Promise<void> => stepBack('undo');
export const redo = (): Promise<void> => stepBack('redo');

/** Tells that a file was written, with a way to its folder. */
export function written(path: string, text: { chinese: string; english: string }): void {
  notify({ kind: 'done', text, path });
}

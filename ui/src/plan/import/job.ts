// One import: the file, what it holds, what is chosen of it, how far it is.
// Relies on `inspect-drawing` for what a file holds and `import-drawing` for the one step; on `cancel-job`.
import { useCallback, useEffect, useRef, useState } from 'react';
import { backend, toCallError } from '../../backend';
import type { ApiError, DrawingOptions, DrawingPreview, FloorTarget, Progress } from '../../ipc';
import { taken } from '../../state/actions';
import { notify } from '../../state/notices';
import { inTurn } from '../../state/queue';
import { useSettings } from '../../state/settings';
import { openProject, useView } from '../../state/store';
import { bothWords, wordsOf } from '../../words';
import { takeTool } from '../chrome/toolList';
import { fitShown } from '../PlanView';

export type ImportState =
  | { name: 'empty'; error: ApiError | null }
  | { name: 'reading'; path: string; found: DrawingPreview | null }
  | { name: 'chosen'; path: string; found: DrawingPreview; error: ApiError | null }
  | { name: 'importing'; path: string; found: DrawingPreview; progress: Progress | null }
  | { name: 'done' };

/** What the user chose beside the file. */
export interface Choice {
  options: DrawingOptions;
  toNew: boolean;
  floorName: string;
}

export const FIRST_OPTIONS: DrawingOptions = {
  unit: null,
  millimetres_per_unit: null,
  layers: null,
  hidden: false,
  no_texts: false,
  tolerance: null,
  page: null,
  dpi: null,
  scale: null,
  level: null,
  rooms: false,
  gap: null,
};

const ENDINGS = [
  'png',
  'jpg',
  'jpeg',
  'webp',
  'tif',
  'tiff',
  'pdf',
  'svg',
  'dxf',
  'geojson',
  'json',
  'zip',
  'dwg',
];

export function choosePlan(): Promise<string | null> {
  const w = wordsOf(useSettings.getState().language);
  return backend().pick({
    title: w.importing.pickTitle,
    what: 'open',
    filter: w.importing.filter,
    endings: ENDINGS,
    suggested: '',
  });
}

export function chooseFolderOfMap(): Promise<string | null> {
  const w = wordsOf(useSettings.getState().language);
  return backend().pick({
    title: w.importing.pickTitle,
    what: 'folder',
    filter: '',
    endings: [],
    suggested: '',
  });
}

/** Layers that are taken at first: those that the file shows, without those that only explain the drawing. */
export function firstLayers({ layers }: DrawingPreview): string[] {
  const aside = new Set(['axis', 'dimension', 'hatch']);
  return layers.filter((layer) => layer.visible && !aside.has(layer.role)).map((layer) => layer.name);
}

let count = 0;

function newJob(): string {
  count += 1;
  return `drawing-${count}`;
}

export type ImportJob = ReturnType<typeof useImportJob>;

export function useImportJob() {
  const [state, setState] = useState<ImportState>({ name: 'empty', error: null });
  const [choice, setChoice] = useState<Choice>({ options: FIRST_OPTIONS, toNew: false, floorName: '' });
  const job = useRef<string | null>(null);

  useEffect(
    () =>
      backend().on('progress', (progress) => {
        if (progress.job !== job.current) return;
        setState((old) => (old.name === 'importing' ? { ...old, progress } : old));
      }),
    [],
  );

  /** Looks at the file; `fresh` begins with other choices, else only what the options say is read anew. */
  const read = useCallback(async (path: string, options: DrawingOptions, fresh: boolean) => {
    const own = newJob();
    job.current = own;
    setState((old) => ({ name: 'reading', path, found: !fresh && 'found' in old ? old.found : null }));
    try {
      const found = await backend().call('inspect-drawing', {
        job: own,
        path,
        options: { ...options, layers: null },
      });
      if (job.current !== own) return;
      if (fresh) {
        setChoice((old) => ({
          ...old,
          options: { ...FIRST_OPTIONS, layers: found.layers.length > 0 ? firstLayers(found) : null },
          floorName: found.name,
        }));
      }
      setState({ name: 'chosen', path, found, error: null });
    } catch (thrown) {
      if (job.current !== own) return;
      setState({ name: 'empty', error: toCallError(thrown).api });
    }
  }, []);

  const open = useCallback((path: string) => read(path, FIRST_OPTIONS, true), [read]);

  const choose = (part: Partial<DrawingOptions>) => {
    const options = { ...choice.options, ...part };
    setChoice((old) => ({ ...old, options }));
    // Unit, page and floor change what is seen; layers do not.
    const again = 'unit' in part || 'page' in part || 'level' in part;
    if (again && state.name === 'chosen') void read(state.path, options, false);
  };

  const start = async () => {
    if (state.name !== 'chosen') return;
    const { path, found } = state;
    const own = newJob();
    job.current = own;
    setState({ name: 'importing', path, found, progress: null });
    try {
      const floor = target(choice);
      const result = await inTurn(() =>
        backend().call('import-drawing', { job: own, path, options: choice.options, floor }),
      );
      taken(result.changed);
      const made = result.changed.created.find((row) => row.table === 'floor')?.id;
      const shown = floor.type === 'existing' ? floor.floor : made;
      if (shown) useView.setState({ step: 'identify', floor: shown });
      // What came in is shown whole, wherever the view was.
      requestAnimationFrame(fitShown);
      finished(
        found,
        Object.values(result.report.elements).reduce((sum, one) => sum + one, 0),
      );
      setState({ name: 'done' });
    } catch (thrown) {
      setState({ name: 'chosen', path, found, error: toCallError(thrown).api });
    }
    job.current = null;
  };

  const cancel = async () => {
    if (job.current) {
      await backend()
        .call('cancel-job', { job: job.current })
        .catch(() => undefined);
    }
  };

  const choosePlace = (part: Partial<Pick<Choice, 'toNew' | 'floorName'>>) =>
    setChoice((old) => ({ ...old, ...part }));

  return { state, choice, open, choose, choosePlace, start, cancel };
}

function isPicture(found: DrawingPreview): boolean {
  return found.pixels !== null || found.pages.length > 0;
}

/** A picture is brought to scale next; everything else is only told. */
function finished(found: DrawingPreview, elements: number): void {
  if (isPicture(found)) {
    takeTool('calibrate');
    notify({ kind: 'hint', text: bothWords((w) => w.importing.pictureDone) });
  } else notify({ kind: 'done', text: bothWords((w) => w.importing.done(elements)) });
}

function target({ toNew, floorName }: Choice): FloorTarget {
  const floor = useView.getState().floor;
  const own = floor ? openProject().tables.floor.get(floor) : undefined;
  if (own && !toNew) return { type: 'existing', floor: own.id };
  const building = own?.building_id ?? null;
  const storeys = [...openProject().tables.floor.values()]
    .filter((row) => row.building_id === building)
    .map((row) => row.storey);
  const storey = Math.max(0, ...storeys) + 1;
  return { type: 'new', name: floorName || `${storey}F`, building, campus: null, storey };
}

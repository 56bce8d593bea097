// All entries of the palette for the open project.
// Relies on the same deeds as buttons and keys.
import { useMemo } from 'react';
import { openLibrary } from '../library/state';
import { useNames } from '../list/filter';
import { openListImport } from '../lists/job';
import { useLevelName } from '../parts/Level';
import { allOf } from '../plan/chosen';
import { paste } from '../plan/chrome/clipboard';
import { ALL_TOOLS, FROM_MENUS } from '../plan/chrome/toolList';
import { openCopyFloor } from '../plan/floor/CopyFloor';
import { exportFloor, printView } from '../plan/floor/leaving';
import { useImport } from '../plan/import/importing';
import { toggleLook, useLook } from '../plan/look';
import { fitShown } from '../plan/PlanView';
import { shownScene } from '../plan/shown';
import { demonstrate, redo, saveNow, setBasis, undo } from '../state/actions';
import { useDialogs } from '../state/dialogs';
import { chooseAndOpen, chooseAndSaveAs, leave } from '../state/files';
import { goTo } from '../state/go';
import { goStep } from '../state/next';
import { keepSettings, useSettings } from '../state/settings';
import { type Step, selectRows, type ToolId, useProject, useSurface, useView } from '../state/store';
import { type Dictionary, useWords } from '../words';
import type { PaletteEntry } from './entries';

const STEPS: readonly Step[] = [
  'setup',
  'identify',
  'assess',
  'tiers',
  'prints',
  'inspect',
  'ledgers',
  'deliver',
  'overview',
  'check',
  'reviews',
  'changes',
  'rounds',
  'history',
];

export function usePaletteEntries(): PaletteEntry[] {
  const commands = useCommands();
  const rows = useRows();
  return useMemo(() => [...commands, ...rows], [commands, rows]);
}

function useCommands(): PaletteEntry[] {
  const w = useWords();
  const language = useSettings((state) => state.language);
  return useMemo(() => {
    const command = (key: string, title: string, note: string, go: () => void): PaletteEntry => ({
      key,
      group: 'command',
      title,
      note,
      go,
    });
    const take = (tool: ToolId) => () => {
      const { step } = useView.getState();
      useView.setState({ step: step === 'assess' ? step : 'identify', tool, outlineOf: null });
    };
    return [
      ...STEPS.map((step) => command(`step-${step}`, w.steps[step], w.palette.page, () => goStep(step))),
      ...ALL_TOOLS.map(({ id, key }) => command(`tool-${id}`, w.tools[id], key, take(id))),
      ...FROM_MENUS.map((id) => command(`tool-${id}`, w.tools[id], '', take(id))),
      ...ofFloor(w, command),
      command('import', w.importing.title, '', () => useImport.setState({ open: true })),
      command('import-list', w.lists.title, '', () => openListImport()),
      command('select-all', w.edit.all, 'Ctrl+A', () => {
        const scene = shownScene();
        if (scene) selectRows(allOf(scene));
      }),
      command('paste', w.edit.paste, 'Ctrl+V', () => void paste()),
      ...(['level', 'department', 'tier', 'work', 'inspection'] as const).map((by) =>
        command(`colour-${by}`, `${w.look.colourBy} · ${w.look.by[by]}`, '', () =>
          useLook.setState({ colourBy: by }),
        ),
      ),
      ...(['ghost', 'minimap', 'rulers', 'grid', 'hatch', 'sideBySide'] as const).map((part) =>
        command(`show-${part}`, `${w.look.title} · ${w.look.parts[part]}`, '', () => toggleLook(part)),
      ),
      command('duty-room', w.overview.duty, '', () => useDialogs.setState({ dutyRoom: true })),
      command('library', w.library.title, w.palette.page, () => {
        const { step } = useView.getState();
        useView.setState({ step: step === 'assess' ? step : 'identify' });
        openLibrary(true);
      }),
      command('assessor-sheets', w.sheets.title, '', () => useDialogs.setState({ assessorSheets: true })),
      command('fit', w.tools.fit, 'F', fitShown),
      command('undo', w.header.undo, 'Ctrl+Z', () => void undo()),
      command('redo', w.header.redo, 'Ctrl+Y', () => void redo()),
      command('existing', w.palette.existing, '', () => void setBasis('existing')),
      command('inherent', w.palette.inherent, '', () => void setBasis('inherent')),
      command('save', w.palette.save, 'Ctrl+S', () => void saveNow()),
      command('save-as', w.menu.saveAs, 'Ctrl+Shift+S', () => void chooseAndSaveAs()),
      command('open', w.menu.open, 'Ctrl+O', () => void chooseAndOpen()),
      command('new', w.menu.create, '', () => useSurface.setState({ create: true })),
      command('demonstrate', w.header.demonstrate, '', () => void demonstrate()),
      command(
        'language',
        language === 'en' ? '切换到中文' : 'Switch to English',
        '',
        () => void keepSettings({ language: language === 'en' ? 'zh-CN' : 'en' }),
      ),
      command('settings', w.menu.settings, '', () => useSurface.setState({ settings: true })),
      command('sheet', w.menu.sheet, '?', () => useSurface.setState({ sheet: true })),
      command('close', w.menu.close, '', () => void leave()),
    ];
  }, [w, language]);
}

type Make = (key: string, title: string, note: string, go: () => void) => PaletteEntry;

/** What can be done with the floor that is shown. */
function ofFloor(w: Dictionary, command: Make): PaletteEntry[] {
  const shown = (go: (floor: string) => void) => () => {
    const { floor } = useView.getState();
    if (floor) go(floor);
  };
  return [
    command('copy-floor', w.floors.copy, '', shown(openCopyFloor)),
    command(
      'export-plan',
      w.floors.exporting,
      '',
      shown((floor) => void exportFloor(floor)),
    ),
    command(
      'print-view',
      w.floors.print,
      '',
      shown((floor) => void printView(floor)),
    ),
  ];
}

function useRows(): PaletteEntry[] {
  const w = useWords();
  const names = useNames();
  const level = useLevelName();
  const project = useProject((state) => state.project);
  return useMemo(() => {
    if (!project) return [];
    const { points, tables, standings } = project;
    const entries: PaletteEntry[] = [];
    for (const point of points.values()) {
      const place = [names.floor(point), names.zone(point.zone_id)].filter(Boolean).join(' · ');
      entries.push({
        key: point.id,
        group: 'point',
        title: `${point.code} ${point.name}`,
        note: place || level(point.level),
        level: point.level,
        go: () => goTo({ table: 'risk_point', id: point.id }),
      });
    }
    for (const zone of tables.risk_zone.values()) {
      entries.push({
        key: zone.id,
        group: 'zone',
        title: zone.name,
        note: `${w.zone.title} ${zone.code}`,
        level: standings.zones[zone.id]?.level ?? null,
        go: () => goTo({ table: 'risk_zone', id: zone.id }),
      });
    }
    for (const floor of tables.floor.values()) {
      const building = floor.building_id ? tables.building.get(floor.building_id) : undefined;
      entries.push({
        key: floor.id,
        group: 'place',
        title: [building?.name, floor.name].filter(Boolean).join(' '),
        note: w.palette.floor,
        level: standings.floors[floor.id]?.level ?? null,
        go: () => goTo({ table: 'floor', id: floor.id }),
      });
    }
    return entries;
  }, [project, names, level, w]);
}

// The floor for other programs, and on paper as it is shown.
// Relies on Rust to write the files; on the drawing that is on the screen.
import { backend, toCallError } from '../../backend';
import { sendTexts } from '../../state/fields';
import { notify, notifyError } from '../../state/notices';
import { useSettings } from '../../state/settings';
import { openProject } from '../../state/store';
import { wordsOf } from '../../words';
import { drawingOf } from './drawing';

function words() {
  return wordsOf(useSettings.getState().language);
}

/** Building and name of a floor, as a title and as the name of a file. */
function titleOf(floor: string): string {
  const { tables } = openProject();
  const own = tables.floor.get(floor);
  const building = own?.building_id ? tables.building.get(own.building_id)?.name : undefined;
  return [building, own?.name].filter(Boolean).join(' ');
}

export async function exportFloor(floor: string): Promise<void> {
  const w = words();
  try {
    const folder = await backend().pick({
      title: w.floors.exportTo,
      what: 'folder',
      filter: '',
      endings: [],
      suggested: '',
    });
    if (!folder) return;
    await sendTexts();
    const { files } = await backend().call('export-plan', {
      folder,
      floors: [floor],
      formats: ['dxf', 'geojson', 'svg'],
    });
    const count = files.length;
    notify({
      kind: 'done',
      text: { chinese: `已导出 ${count} 个文件`, english: `${count} files written` },
      ...(files[0] ? { path: files[0] } : {}),
    });
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

export async function printView(floor: string): Promise<void> {
  const w = words();
  const title = titleOf(floor);
  try {
    // What is on the screen now, whatever happens while the user chooses a file.
    const svg = drawingOf(title);
    if (!svg) return;
    const path = await backend().pick({
      title: w.floors.printTo,
      what: 'save',
      filter: 'PDF',
      endings: ['pdf', 'png'],
      suggested: `${title}.pdf`,
    });
    if (!path) return;
    notify({ kind: 'hint', text: { chinese: '正在生成打印文件…', english: 'Making the print…' } });
    const report = await backend().call('print-view', { path, svg, title, large: true });
    notify({
      kind: 'done',
      text: { chinese: '已按当前画面打印到文件', english: 'Written as it is shown' },
      path: report.path,
    });
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

// Template areas: a zone with its typical risk points, laid down in one gesture as one step.
// Relies on Rust for what a template brings; the list is asked for once.
import { create } from 'zustand';
import { backend, toCallError } from '../../backend';
import type { AreaView, Outline } from '../../ipc';
import { changing } from '../../state/actions';
import { notifyError } from '../../state/notices';
import { selectRows, useView } from '../../state/store';
import { forgetRefusal } from '../RefusedPlace';

export const useTemplates = create<{ areas: readonly AreaView[] }>(() => ({ areas: [] }));

let asking = false;

export async function askForTemplates(): Promise<void> {
  if (asking || useTemplates.getState().areas.length > 0) return;
  asking = true;
  try {
    useTemplates.setState({ areas: await backend().call('areas', {}) });
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
  asking = false;
}

/** The template in hand. */
export function templateOf(areas: readonly AreaView[], id: string): AreaView | undefined {
  return areas.find((own) => own.id === id) ?? areas[0];
}

export async function layTemplate(outline: Outline, floor: string): Promise<void> {
  await askForTemplates();
  const { template, overlap } = useView.getState();
  const area = templateOf(useTemplates.getState().areas, template);
  if (!area) return;
  const changed = await changing('place-area', {
    area: area.id,
    floor,
    outline,
    name: '',
    department: null,
    entries: null,
    assessor: null,
    overlap,
  });
  if (!changed) return;
  forgetRefusal();
  const zone = changed.created.find((row) => row.table === 'risk_zone');
  if (zone) selectRows([zone]);
}

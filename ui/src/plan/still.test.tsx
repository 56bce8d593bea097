// What a moving pointer and a selection leave alone: the shapes of the plan, its tools, the fields beside it.
// Relies on counting what is gone through, not on time.
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type ComponentType, Profiler } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { replaceBackend } from '../backend';
import { MemoryBackend } from '../backend/memory';
import { Inspector } from '../inspector/Inspector';
import type { Outline, Point } from '../ipc';
import { Footer } from '../screens/Footer';
import { projectOf } from '../state/project';
import { useSettings } from '../state/settings';
import { FIRST_VIEW, useProject, useSelection, useView } from '../state/store';
import { pointView, projectView, standing, VOCABULARY, zone } from '../testing';
import { toScreen } from './camera';
import { EditBar } from './chrome/EditBar';
import { ToolBar } from './chrome/ToolBar';
import { useEye } from './eye';
import { PlanView } from './PlanView';

const gone = vi.hoisted(() => ({ through: 0 }));

/** A shape that does not remember what it looked like: whoever goes through the shapes is counted for each of them. */
function counted<P extends object>(Shape: ComponentType<P>): ComponentType<P> {
  return function Counted(props: P) {
    gone.through += 1;
    return <Shape {...props} />;
  };
}

vi.mock('./svg/ZoneShape', async (original) => {
  const own = await original<typeof import('./svg/ZoneShape')>();
  return { ...own, ZoneArea: counted(own.ZoneArea) };
});
vi.mock('./svg/PinShape', async (original) => {
  const own = await original<typeof import('./svg/PinShape')>();
  return { ...own, PinShape: counted(own.PinShape) };
});
vi.mock('./svg/AreaName', async (original) => {
  const own = await original<typeof import('./svg/AreaName')>();
  return { ...own, AreaName: counted(own.AreaName) };
});

const nothing = () => {};
vi.stubGlobal('matchMedia', () => ({
  matches: false,
  addListener: nothing,
  removeListener: nothing,
  addEventListener: nothing,
  removeEventListener: nothing,
}));
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe = nothing;
    unobserve = nothing;
    disconnect = nothing;
  },
);
Element.prototype.setPointerCapture = nothing;

const COLUMNS = 6;

/** A room of eight by eight metres in a row of six. */
function room(index: number): Outline {
  const [x, y] = [(index % COLUMNS) * 9000, Math.floor(index / COLUMNS) * 9000];
  return [
    [
      [x, y],
      [x + 8000, y],
      [x + 8000, y + 8000],
      [x, y + 8000],
    ],
  ];
}

function inside(index: number): Point {
  const [x, y] = room(index)[0]?.[0] ?? [0, 0];
  return [x + 3000, y + 4000];
}

beforeEach(() => {
  replaceBackend(new MemoryBackend({ dangers: () => ({ dangers: [], today: '2026-11-22' }) as never }));
  const ids = Array.from({ length: 30 }, (_, index) => `z${index}`);
  const project = projectOf(
    projectView({
      rows: ids.map((id, index) => ({ table: 'risk_zone', row: zone(id, { outline: room(index) }) })),
      points: ids.map((id, index) => {
        const [x, y] = inside(index);
        return pointView(`p${index}`, { zone_id: id, position: [x + 2000, y + 2000] });
      }),
      standings: { zones: Object.fromEntries(ids.map((id) => [id, standing('low')])) },
    }),
  );
  const plans = new Map([['f', { floor: 'f', elements: [], underlays: [] }]]);
  useSettings.setState({ vocabulary: VOCABULARY });
  useView.setState({ ...FIRST_VIEW, floor: 'f' });
  useSelection.setState({ row: null, more: [], corner: null, hovered: null });
  useProject.setState({ project: { ...project, plans } as never });
});

afterEach(cleanup);

function at(place: Point): { clientX: number; clientY: number } {
  const [clientX, clientY] = toScreen(useEye.getState().camera, place);
  return { clientX, clientY };
}

function press(plan: Element, place: Point): void {
  fireEvent.pointerMove(plan, { pointerId: 1, ...at(place) });
  fireEvent.pointerDown(plan, { pointerId: 1, button: 0, ...at(place) });
  fireEvent.pointerUp(plan, { pointerId: 1, button: 0, ...at(place) });
}

/** What changed on the layer of shapes meanwhile, but for shapes that fade while their draft moves. */
function changes(plan: Element): () => MutationRecord[] {
  const layer = plan.querySelector('.plan-layer');
  if (!layer) throw new Error('no layer');
  const watch = new MutationObserver(nothing);
  watch.observe(layer, { attributes: true, childList: true, characterData: true, subtree: true });
  return () => watch.takeRecords().filter((own) => own.attributeName !== 'class');
}

test('a corner that is dragged goes through no shape', () => {
  render(<PlanView floor="f" />);
  const plan = screen.getByTestId('plan');
  expect(gone.through).toBeGreaterThanOrEqual(60);
  press(plan, inside(7));
  expect(useSelection.getState().row).toEqual({ table: 'risk_zone', id: 'z7' });

  gone.through = 0;
  const changed = changes(plan);
  const corner = room(7)[0]?.[2] ?? [0, 0];
  fireEvent.pointerMove(plan, { pointerId: 1, ...at(corner) });
  fireEvent.pointerDown(plan, { pointerId: 1, button: 0, ...at(corner) });
  const drafts = new Set<string>();
  for (let step = 1; step <= 8; step += 1) {
    fireEvent.pointerMove(plan, { pointerId: 1, ...at([corner[0] + step * 300, corner[1] + step * 200]) });
    drafts.add(plan.querySelector('.plan-overlay .draft-area')?.getAttribute('d') ?? '');
  }
  expect(drafts.size).toBeGreaterThan(4);
  expect(plan.querySelectorAll('.plan-layer .lifted')).toHaveLength(1);
  expect((plan as HTMLElement).style.cursor).toBe('move');
  expect(gone.through).toBe(0);
  expect(changed()).toEqual([]);

  act(() => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  expect(plan.querySelector('.draft-area')).toBeNull();
  expect(plan.querySelector('.lifted')).toBeNull();
  expect(gone.through).toBe(0);
});

test('a selection and a pointer on its way go through no shape', () => {
  render(<PlanView floor="f" />);
  const plan = screen.getByTestId('plan');
  press(plan, inside(0));
  gone.through = 0;
  const changed = changes(plan);
  const frames = new Set<string>();
  for (const index of [1, 8, 20, 29]) {
    press(plan, inside(index));
    frames.add(plan.querySelector('.plan-overlay .frame')?.getAttribute('d') ?? '');
  }
  expect(frames.size).toBe(4);
  fireEvent.pointerMove(plan, { pointerId: 1, ...at(inside(3)) });
  expect(plan.querySelector('.under-pointer')).not.toBeNull();
  expect(gone.through).toBe(0);
  expect(changed()).toEqual([]);
});

test('from zone to zone the tools stay as they are, and the fields beside the plan are the same ones', async () => {
  const redrawn = vi.fn();
  render(
    <>
      <Profiler id="tools" onRender={redrawn}>
        <ToolBar />
        <EditBar />
      </Profiler>
      <Inspector />
    </>,
  );
  act(() => useSelection.setState({ row: { table: 'risk_zone', id: 'z1' }, corner: null }));
  const choice = await screen.findByTestId('zone-department');
  expect(screen.getByTestId('edit-split')).not.toBeNull();
  redrawn.mockClear();
  act(() => useSelection.setState({ row: { table: 'risk_zone', id: 'z2' }, corner: null }));
  await waitFor(() => expect(screen.getByTestId('inspector-title').textContent).toBe('z2'));
  expect(screen.getByTestId<HTMLInputElement>('zone-name').value).toBe('z2');
  expect(screen.getByTestId('zone-department')).toBe(choice);
  expect(redrawn).not.toHaveBeenCalled();
});

test('a pointer on its way leaves the line below alone, which tells the place when it is read', async () => {
  const redrawn = vi.fn();
  render(
    <>
      <PlanView floor="f" />
      <Profiler id="footer" onRender={redrawn}>
        <Footer />
      </Profiler>
    </>,
  );
  const plan = screen.getByTestId('plan');
  redrawn.mockClear();
  for (let step = 0; step < 20; step += 1)
    fireEvent.pointerMove(plan, { pointerId: 1, ...at([step * 500, 4000]) });
  expect(redrawn).not.toHaveBeenCalled();
  await waitFor(() => expect(screen.getByTestId('footer-pointer').textContent).toContain('X 9.5'));
  expect(redrawn.mock.calls.length).toBeLessThan(4);
});

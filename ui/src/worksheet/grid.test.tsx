// What a grid of thousands of rows draws and asks for: cells in sight, each once, first rows before the others.
// Relies on counting cells, rows and calls, not on time.
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { replaceBackend } from '../backend';
import type { Args } from '../backend/backend';
import { MemoryBackend } from '../backend/memory';
import type { WorksheetRow } from '../ipc';
import { projectOf } from '../state/project';
import { useSettings } from '../state/settings';
import { FIRST_VIEW, useProject, useSelection, useView } from '../state/store';
import { changedOf, pointView, projectView, VOCABULARY } from '../testing';
import { orderOf, ranksFor } from './order';
import { PanelTabs } from './PanelTabs';
import { columnsInView } from './sight';
import { Worksheet } from './Worksheet';

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
);

const COUNT = 1000;

function hazardRow(index: number): WorksheetRow {
  const number = String(index + 1).padStart(4, '0');
  return {
    hazard: {
      id: `h${index}`,
      point_id: `p${index}`,
      step: '开机检查',
      standard: '',
      description: `危险源 ${index}`,
      factor: '',
      consequence: '',
      ordinal: 1,
      number: 1,
      note: '',
    },
    code: `JD-S-${number}-01`,
    point_code: `JD-S-${number}`,
    point_name: `设备 ${index}`,
    accidents: '火灾',
    existing: ['', '', '', '', ''],
    proposed: ['', '', '', '', ''],
    level: null,
    scores: [],
  };
}

let rows: WorksheetRow[] = [];
let backend: MemoryBackend;

function worksheet({ points, skip, limit }: Args<'worksheet'>) {
  const own = points ? rows.filter((row) => points.includes(row.hazard.point_id)) : rows;
  return { total: own.length, rows: own.slice(skip, limit === null ? undefined : skip + limit) };
}

/** What was asked of a worksheet, in order. */
function asked(): unknown[] {
  return backend.asked.filter((call) => call.name === 'worksheet').map((call) => call.args);
}

const MEASURES = ['engineering', 'administrative', 'training', 'personal-protection', 'emergency'] as const;

beforeEach(() => {
  rows = Array.from({ length: COUNT }, (_, index) => hazardRow(index));
  backend = new MemoryBackend({
    worksheet,
    execute: (command) => {
      if (command.type !== 'paste-block') throw new Error(command.type);
      const id = command.rows[0]?.id;
      rows = rows.map((row) =>
        row.hazard.id === id ? { ...row, hazard: { ...row.hazard, description: command.text } } : row,
      );
      const touched = rows.find((row) => row.hazard.id === id)?.hazard.point_id ?? '';
      return changedOf({ details: [touched] });
    },
  });
  replaceBackend(backend);
  const name = (text: string) => ({ chinese: text, english: text });
  const measure_categories = MEASURES.map((value) => ({ value, name: name(value) }));
  useSettings.setState({ vocabulary: { ...VOCABULARY, measure_categories } as never });
  const points = rows.map((row) => pointView(row.hazard.point_id, { code: row.point_code }));
  useProject.setState({ project: projectOf(projectView({ points })) });
  useSelection.setState({ row: null, more: [], corner: null, hovered: null });
  useView.setState({ ...FIRST_VIEW });
});

afterEach(cleanup);

async function grid(): Promise<HTMLElement> {
  render(<Worksheet kind="facility" view="sheet" />);
  await waitFor(() => expect(screen.getByTestId('worksheet-count').textContent).toBe(`${COUNT} 行`));
  return screen.getByTestId('worksheet');
}

function cell(of: HTMLElement, row: number, column: string): HTMLElement {
  const found = of.querySelector<HTMLElement>(`[aria-rowindex="${row + 2}"] [data-column="${column}"]`);
  if (!found) throw new Error(`no ${column} in row ${row}`);
  return found;
}

test('rows and columns out of sight have no cells, and all their heads', async () => {
  const sheet = await grid();
  const drawn = sheet.querySelectorAll('.sheet-row');
  expect(drawn.length).toBeLessThan(20);
  const heads = sheet.querySelectorAll('[role="columnheader"]');
  expect(heads).toHaveLength(23);
  expect(sheet.querySelectorAll('.sheet-cell').length / drawn.length).toBeLessThan(heads.length / 2);
  expect(cell(sheet, 0, 'name').textContent).toBe('设备 0');

  // Scrolled to the right the frozen columns are there still, and those beside them.
  sheet.scrollLeft = 1900;
  sheet.scrollTop = 3000;
  fireEvent.scroll(sheet);
  expect(sheet.querySelector('[data-column="step"]')).toBeNull();
  expect(cell(sheet, 100, 'code').textContent).toBe('JD-S-0101-01');
  expect(cell(sheet, 100, 'score').getAttribute('aria-colindex')).toBe('15');
});

test('the first rows are asked for before the others, once, and the grid is drawn with them', async () => {
  render(<PanelTabs listed="" open onToggle={() => undefined} />);
  fireEvent.click(screen.getByTestId('panel-facility'));
  expect(asked()).toEqual([{ kind: 'facility', points: null, skip: 0, limit: 120 }]);
  expect(useView.getState().panel.tab).toBe('list');
  await waitFor(() => expect(useView.getState().panel.tab).toBe('facility'));
  render(<Worksheet kind="facility" view="sheet" />);
  expect(document.querySelectorAll('.sheet-row').length).toBeGreaterThan(5);
  await waitFor(() => expect(screen.getByTestId('worksheet-count').textContent).toBe(`${COUNT} 行`));
  expect(asked().slice(1)).toEqual([{ kind: 'facility', points: null, skip: 120, limit: null }]);
});

test('whoever clicks on while rows are read gets what was clicked last', async () => {
  render(<PanelTabs listed="" open onToggle={() => undefined} />);
  fireEvent.click(screen.getByTestId('panel-facility'));
  fireEvent.click(screen.getByTestId('panel-list'));
  await act(async () => new Promise((resolve) => setTimeout(resolve, 100)));
  expect(useView.getState().panel.tab).toBe('list');
});

test('a typed cell is shown with the step that keeps it and draws its own row', async () => {
  const sheet = await grid();
  fireEvent.pointerDown(cell(sheet, 1, 'description'), { button: 0 });
  fireEvent.pointerUp(document);
  const field = screen.getByTestId('sheet-editor');
  fireEvent.change(field, { target: { value: '皮带外露' } });
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const answers = backend as unknown as { answers: { worksheet: unknown } };
  answers.answers.worksheet = async (args: Args<'worksheet'>) => {
    await held;
    return worksheet(args);
  };
  const touched = new Set<Element | null>();
  const watch = new MutationObserver((seen) => {
    for (const own of seen) {
      const at = own.target instanceof Element ? own.target : own.target.parentElement;
      if (!at?.closest('.sheet-editor')) touched.add(at?.closest('.sheet-row') ?? null);
    }
  });
  watch.observe(sheet.querySelector('.sheet-body') as Element, {
    characterData: true,
    childList: true,
    subtree: true,
  });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(cell(sheet, 1, 'description').textContent).toBe('皮带外露'));
  expect(asked().at(-1)).toEqual({ kind: 'facility', points: ['p1'], skip: 0, limit: null });
  await act(async () => {
    answer();
    await held;
  });
  expect(cell(sheet, 1, 'description').textContent).toBe('皮带外露');
  expect([...touched].map((row) => row?.getAttribute('data-row') ?? null)).toEqual(['h1']);
});

test('columns in view lie between the frozen ones and the edge', () => {
  const edges = [0, 100, 200, 300, 400, 500, 600];
  expect(columnsInView(0, 350, edges, 2)).toEqual({ left: 2, right: 5 });
  expect(columnsInView(150, 350, edges, 2)).toEqual({ left: 2, right: 6 });
  expect(columnsInView(250, 350, edges, 2)).toEqual({ left: 3, right: 6 });
  expect(columnsInView(0, 50, edges, 2)).toEqual({ left: 2, right: 3 });
  expect(columnsInView(0, 350, [0], 2)).toEqual({ left: 0, right: 0 });
});

test('a new text takes its place among those that are known', () => {
  const known = ranksFor({ sorted: [], places: new Map() }, ['A-2', 'A-10', 'A-1'], 'code');
  expect(known.sorted).toEqual(['A-1', 'A-2', 'A-10']);
  expect(ranksFor(known, ['A-2'], 'code')).toBe(known);
  const padded = ranksFor({ sorted: [], places: new Map() }, ['B-02', 'A-10', 'A-09'], 'code');
  expect(padded.sorted).toEqual(['A-09', 'A-10', 'B-02']);
  expect(ranksFor(known, ['A-2', 'A-9'], 'code').sorted).toEqual(['A-1', 'A-2', 'A-9', 'A-10']);
  expect(orderOf(['b', '', 'a', 'b'], 'text', false, 'some')).toEqual([2, 0, 3, 1]);
  expect(orderOf(['b', '', 'a', 'B2', 'b'], 'text', true, 'some')).toEqual([3, 0, 4, 2, 1]);
  expect(orderOf(['2.5', '10', 'x', '2.50'], 'number', true)).toEqual([1, 0, 3, 2]);
});

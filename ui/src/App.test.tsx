import { render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { App } from './App';
import { replaceBackend } from './backend';
import { MemoryBackend } from './backend/memory';
import type { Vocabulary } from './ipc';

// The rest of the page is read ahead; this test is over before it is there.
vi.mock('./screens/Workbench', () => ({ default: () => null }));

const nothing = () => {};
// jsdom has no media queries, which antd asks for.
vi.stubGlobal('matchMedia', () => ({
  matches: false,
  addListener: nothing,
  removeListener: nothing,
  addEventListener: nothing,
  removeEventListener: nothing,
}));

const VOCABULARY: Vocabulary = {
  levels: [],
  point_kinds: [],
  zone_kinds: [],
  organisation_kinds: [],
  bases: [],
  measure_categories: [],
  six_classes: [],
  chemical_codes: [],
  measure_mapping: [],
  tier_sets: [],
  review_subjects: [],
  review_acts: [],
  change_kinds: [],
  emergency_plan_kinds: [],
  measure_states: [],
  element_kinds: [],
  symbols: [],
  signs: [],
  accident_forms: [],
  colour_sets: [],
  accident_types: [],
  hazard_factors: [],
  direct_conditions: [],
  round_kinds: [],
  accident_catalogues: [],
  presets: [],
  inspections: {
    kinds: [],
    topics: [],
    special_days: [],
    rest_days: [],
    on_rest: [],
    executors: [],
    results: [],
    channels: [],
    task_states: [],
    plan_states: [],
  },
  dangers: {
    states: [],
    acts: [],
    grades: [],
    forms: [],
    causes: [],
    topics: [],
    sources: [],
    moments: [],
    recipients: [],
    safety_roles: [],
  },
  tables: [],
};

test('the first screen names the program, and lists what was open lately', async () => {
  const recent = [
    { path: '/projects/school.sise', name: '中州机电职业技术学院', at: '2026-11-20T01:05:00Z' },
  ];
  const settings = { actor: '', language: 'zh-CN' as const, recent };
  replaceBackend(
    new MemoryBackend({
      start: () => ({ settings, version: '0.1.0', actor: 'liu' }),
      vocabulary: () => VOCABULARY,
    }),
  );
  render(<App />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('四色 Sise');
  await waitFor(() => expect(screen.getByTestId('welcome').getAttribute('data-ready')).toBe('true'));
  expect(screen.getByTestId('recent-file').textContent).toContain('中州机电职业技术学院');
});

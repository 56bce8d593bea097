import { render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { App } from './App';
import { replaceBackend } from './backend';
import { MemoryBackend } from './backend/memory';
import { VOCABULARY } from './testing';

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

import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { App } from './App';

test('the first screen says which program this is', () => {
  render(<App />);
  expect(screen.getByRole('heading').textContent).toBe('四色 Sise');
});

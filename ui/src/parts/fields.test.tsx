// A field stays while what it is a text of changes under it: what was typed goes where it was typed, and nowhere else.
// Relies on nothing but the field.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { BareTextField } from './fields';

afterEach(cleanup);

function field(of: string, value: string, keep: (text: string) => Promise<unknown>, lines = 1) {
  return <BareTextField of={of} value={value} keep={keep} label="名称" lines={lines} testid="name" />;
}

test.each([1, 2])(
  'what was typed before something else was shown is kept where it was typed (%i lines)',
  async (lines) => {
    const [first, second] = [vi.fn(async () => {}), vi.fn(async () => {})];
    const { rerender } = render(field('a', '甲', first, lines));
    const input = screen.getByTestId<HTMLInputElement>('name');
    fireEvent.change(input, { target: { value: '甲楼' } });
    expect(input.value).toBe('甲楼');

    rerender(field('b', '乙', second, lines));
    expect(screen.getByTestId('name')).toBe(input);
    expect(input.value).toBe('乙');
    await waitFor(() => expect(first).toHaveBeenCalledExactlyOnceWith('甲楼'));
    fireEvent.blur(input);
    expect(second).not.toHaveBeenCalled();

    // And back: what was kept meanwhile is shown, no draft of before.
    rerender(field('a', '甲楼', first, lines));
    expect(input.value).toBe('甲楼');
  },
);

test('a refusal is said where it belongs', async () => {
  const refused = vi.fn(async () => {
    throw { code: 'taken', chinese: '编号已有。', english: 'Taken.', place: null, repair: null };
  });
  const { rerender } = render(field('a', '甲', refused));
  const input = screen.getByTestId('name');
  fireEvent.change(input, { target: { value: '丙' } });
  fireEvent.blur(input);
  await screen.findByRole('alert');
  rerender(field('b', '乙', refused));
  expect(screen.queryByRole('alert')).toBeNull();
});

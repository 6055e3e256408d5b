// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Toasts, useToast } from '../../../src/client/ui/Toasts.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';

const undo = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  undo.mockReset();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Names() {
  const showToast = useToast();
  return ['Amina', 'Bernadus'].map(name => (
    <button
      key={name}
      onClick={() =>
        showToast({ text: `${name}: Hadir`, action: { label: 'Urungkan', onPress: undo } })
      }
    >
      {name}
    </button>
  ));
}

function mark(name: string) {
  fireEvent.click(screen.getByRole('button', { name }));
}

function wait(milliseconds: number) {
  return act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
}

function renderNames() {
  render(
    <Toasts dismissLabel="Tutup">
      <Names />
    </Toasts>,
  );
}

test('a toast is announced politely and stays for eight seconds', async () => {
  renderNames();
  mark('Amina');
  expect(screen.getByText('Amina: Hadir').closest('[aria-live]')?.getAttribute('aria-live')).toBe(
    'polite',
  );

  await wait(7_900);
  expect(screen.queryByText('Amina: Hadir')).not.toBeNull();

  await wait(200);
  expect(screen.queryByText('Amina: Hadir')).toBeNull();
});

test('its action is done once and ends it', async () => {
  renderNames();
  mark('Amina');

  fireEvent.click(screen.getByRole('button', { name: 'Urungkan' }));

  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByText('Amina: Hadir')).toBeNull();
});

test('it waits while it holds the focus', async () => {
  renderNames();
  mark('Amina');

  await act(() => screen.getByRole('button', { name: 'Urungkan' }).focus());
  await wait(60_000);
  expect(screen.queryByText('Amina: Hadir')).not.toBeNull();

  await act(() => screen.getByRole('button', { name: 'Amina' }).focus());
  await wait(8_100);
  expect(screen.queryByText('Amina: Hadir')).toBeNull();
});

test('it waits while the pointer rests on it', async () => {
  renderNames();
  mark('Amina');
  const toast = screen.getByText('Amina: Hadir').parentElement!;

  fireEvent.pointerEnter(toast);
  await wait(60_000);
  expect(screen.queryByText('Amina: Hadir')).not.toBeNull();

  fireEvent.pointerLeave(toast);
  await wait(8_100);
  expect(screen.queryByText('Amina: Hadir')).toBeNull();
});

test('whoever came to it by keyboard goes on where they were', async () => {
  renderNames();
  const row = screen.getByRole('button', { name: 'Amina' });
  row.focus();
  mark('Amina');

  await act(() => screen.getByRole('button', { name: 'Urungkan' }).focus());
  fireEvent.click(screen.getByRole('button', { name: 'Urungkan' }));

  expect(document.activeElement).toBe(row);
});

test('a new toast takes the place of the last and has its own eight seconds', async () => {
  renderNames();
  mark('Amina');
  await wait(5_000);
  mark('Bernadus');
  expect(screen.queryByText('Amina: Hadir')).toBeNull();

  await wait(5_000);
  expect(screen.queryByText('Bernadus: Hadir')).not.toBeNull();
});

test('it can be closed, and axe finds nothing wrong with it', async () => {
  renderNames();
  mark('Amina');
  vi.useRealTimers();
  expect(await accessibilityViolations()).toEqual([]);

  fireEvent.click(screen.getByRole('button', { name: 'Tutup' }));

  expect(screen.queryByText('Amina: Hadir')).toBeNull();
});

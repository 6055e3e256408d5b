// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { NumberStepper } from '../../../src/client/ui/NumberStepper.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';

afterEach(cleanup);

let said: (number | null)[] = [];

function MinutesLate({ start }: { start: number | null }) {
  const [minutes, setMinutes] = useState(start);
  return (
    <NumberStepper
      label="Terlambat berapa lama?"
      value={minutes}
      onChange={value => {
        said.push(value);
        setMinutes(value);
      }}
      min={1}
      max={60}
      step={5}
      unit="menit"
      decreaseLabel="Kurangi"
      increaseLabel="Tambah"
    />
  );
}

function renderAt(start: number | null) {
  said = [];
  render(<MinutesLate start={start} />);
  return screen.getByRole<HTMLInputElement>('spinbutton');
}

test('the buttons add and take a step and stop at the bounds', async () => {
  const field = renderAt(54);

  await userEvent.click(screen.getByRole('button', { name: 'Tambah' }));
  await userEvent.click(screen.getByRole('button', { name: 'Tambah' }));
  expect(field.value).toBe('60');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Tambah' }).disabled).toBe(true);

  await userEvent.click(screen.getByRole('button', { name: 'Kurangi' }));
  expect(said).toEqual([59, 60, 55]);
});

test('nothing is said until something is pressed or typed', async () => {
  const field = renderAt(null);
  expect(field.value).toBe('');

  await userEvent.click(screen.getByRole('button', { name: 'Tambah' }));

  expect(said).toEqual([5]);
});

test('every whole number can be typed, and emptying the field takes it back', async () => {
  const field = renderAt(15);

  await userEvent.clear(field);
  await userEvent.type(field, '37');
  await userEvent.tab();
  expect(field.value).toBe('37');

  await userEvent.clear(field);
  expect(said).toEqual([null, 3, 37, null]);
});

test('a number beyond the bounds is brought back, and letters are left out', async () => {
  const field = renderAt(null);

  await userEvent.type(field, '9x99');
  await userEvent.tab();

  expect(field.value).toBe('60');
  expect(said.at(-1)).toBe(60);
});

test('the arrow keys step', async () => {
  const field = renderAt(10);
  await userEvent.click(field);

  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}');

  expect(said).toEqual([15, 20, 15]);
});

test('a screen reader hears the number with its unit and bounds', async () => {
  const field = renderAt(15);

  expect(field.getAttribute('aria-valuetext')).toBe('15 menit');
  expect(field.getAttribute('aria-valuemax')).toBe('60');
  expect(screen.getByRole('spinbutton', { name: 'Terlambat berapa lama?' })).toBe(field);
  expect(await accessibilityViolations()).toEqual([]);
});

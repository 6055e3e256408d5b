// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { SegmentedChoice } from '../../../src/client/ui/SegmentedChoice.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';

afterEach(cleanup);

type Colour = 'light' | 'dark' | 'sun';

function ThemeChoice() {
  const [colour, setColour] = useState<Colour | null>(null);
  return (
    <SegmentedChoice<Colour>
      label="Tampilan"
      value={colour}
      onChoose={setColour}
      choices={[
        { value: 'light', label: 'Terang' },
        { value: 'dark', label: 'Gelap', mark: { sign: 'G', tone: 'notice' } },
        { value: 'sun', label: 'Di bawah matahari' },
      ]}
    />
  );
}

function chosen() {
  return screen
    .getAllByRole<HTMLInputElement>('radio')
    .filter(radio => radio.checked)
    .map(radio => radio.value);
}

test('nothing is chosen until somebody chooses, and a tap on the words chooses', async () => {
  render(<ThemeChoice />);
  expect(chosen()).toEqual([]);

  await userEvent.click(screen.getByText('Gelap'));

  expect(chosen()).toEqual(['dark']);
});

test('the arrow keys go from one choice to the next and around', async () => {
  render(<ThemeChoice />);
  await userEvent.click(screen.getByRole('radio', { name: 'Terang' }));

  await userEvent.keyboard('{ArrowRight}');
  expect(chosen()).toEqual(['dark']);

  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(chosen()).toEqual(['light']);

  await userEvent.keyboard('{ArrowLeft}');
  expect(chosen()).toEqual(['sun']);
});

test('two choices on one page do not disturb each other', async () => {
  render(
    <>
      <ThemeChoice />
      <ThemeChoice />
    </>,
  );

  await userEvent.click(screen.getAllByText('Terang')[0]!);
  await userEvent.click(screen.getAllByText('Gelap')[1]!);

  expect(chosen()).toEqual(['light', 'dark']);
});

test('a screen reader hears the question and the answers', async () => {
  render(<ThemeChoice />);

  expect(screen.getByRole('group', { name: 'Tampilan' })).toBeTruthy();
  expect(screen.getByRole('radio', { name: 'Gelap' })).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
});

// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { Sheet } from '../../../src/client/ui/Sheet.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';

afterEach(cleanup);

function Roster({ closes = true }: { closes?: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <main>
      <button onClick={() => setIsOpen(true)}>Amina</button>
      {isOpen && (
        <Sheet
          title="Amina Salsabila"
          detail="Desa Tumbang Jutuh"
          closeLabel="Tutup"
          onClose={() => setIsOpen(!closes)}
          actions={<button>Simpan</button>}
        >
          <p>Kehadiran</p>
        </Sheet>
      )}
    </main>
  );
}

async function openSheet() {
  await userEvent.click(screen.getByRole('button', { name: 'Amina' }));
  return screen.getByRole<HTMLDialogElement>('dialog', { name: 'Amina Salsabila' });
}

test('it opens as a modal dialog that holds the page behind still', async () => {
  render(<Roster />);

  const sheet = await openSheet();

  expect(sheet.open).toBe(true);
  expect(document.documentElement.style.overflow).toBe('hidden');
  expect(await accessibilityViolations()).toEqual([]);
});

test('closing gives the focus back to where it was and lets the page scroll', async () => {
  render(<Roster />);
  await openSheet();

  await userEvent.click(screen.getByRole('button', { name: 'Tutup' }));

  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Amina' }));
  expect(document.documentElement.style.overflow).toBe('');
});

test('Escape and the back gesture, which browsers send as cancel, ask to close', async () => {
  render(<Roster />);
  const sheet = await openSheet();

  fireEvent(sheet, new Event('cancel', { cancelable: true }));

  expect(screen.queryByRole('dialog')).toBeNull();
});

test('its owner may keep it open', async () => {
  render(<Roster closes={false} />);
  const sheet = await openSheet();

  fireEvent(sheet, new Event('cancel', { cancelable: true }));

  expect(sheet.open).toBe(true);
});

test('a tap beside it closes it, a tap inside does not', async () => {
  render(<Roster />);
  const sheet = await openSheet();

  await userEvent.click(screen.getByText('Kehadiran'));
  expect(sheet.open).toBe(true);

  await userEvent.click(sheet);
  expect(screen.queryByRole('dialog')).toBeNull();
});

// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Delivery } from '../../../src/client/data/record-view.ts';
import { AttendanceScreen } from '../../../src/client/features/attendance/AttendanceScreen.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  openScreenWorld,
  renderScreen,
  rina,
  training,
} from '../../support/screen-world.tsx';

beforeEach(() => history.replaceState(null, '', '/'));
afterEach(cleanup);

/** Opens the sheet on which Amina is present, at an address; her line may have come any far. */
async function openSheet(address = '/', delivery?: Delivery) {
  history.replaceState(null, '', address);
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Amina', 'Bernadus']);
  await world.hold('attendance', { 's2:p001': { mark: { status: 'hadir' } } });
  if (delivery) {
    const { records } = world.services;
    world.services.records = {
      ...records,
      readShelf: async (stream, kind, parent) => {
        const views = await records.readShelf(stream, kind, parent);
        return kind === 'attendance' ? views.map(view => ({ ...view, delivery })) : views;
      },
    };
  }
  renderScreen(world, <AttendanceScreen training={training} session="s2" />);
  await screen.findByRole('region', { name: 'Daftar Hadir' });
  return world;
}

const correction = '/trainings/spp-tik/sessions/s2?participant=p001';

test('whoever comes to put one mark right finds it open, once', async () => {
  await openSheet(correction);

  const states = within(await screen.findByRole('dialog', { name: 'Amina' }));
  await userEvent.click(states.getByRole('button', { name: /Izin/ }));

  await screen.findByText(/Amina: Izin\. Tersimpan/);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a line of which something was written leads to its history, another does not', async () => {
  await openSheet();
  const open = (name: string) =>
    userEvent.click(screen.getByRole('button', { name: `Keadaan lain: ${name}` }));

  await open('Amina');
  const states = within(screen.getByRole('dialog', { name: 'Amina' }));
  expect(states.getByRole('link', { name: 'Riwayat' }).getAttribute('href')).toBe(
    '/history/training%3Aspp-tik/attendance/s2%3Ap001',
  );
  await userEvent.click(states.getByRole('button', { name: 'Selesai' }));

  await open('Bernadus');
  expect(within(screen.getByRole('dialog')).queryByRole('link', { name: 'Riwayat' })).toBeNull();
});

test('a line that home keeps apart says so where it is put right', async () => {
  await openSheet(correction, 'attention');

  const states = within(await screen.findByRole('dialog', { name: 'Amina' }));
  expect(states.getByText(/disimpan terpisah oleh server; isinya aman/)).toBeTruthy();
  expect(states.getByRole('link', { name: /perlu perhatian/ }).getAttribute('href')).toBe(
    '/attention',
  );
  expect(await accessibilityViolations(screen.getByRole('dialog'))).toEqual([]);
});

test('a page that is left while a note still rests asks to stay, and saves it', async () => {
  const world = await openSheet(correction);
  const leave = () => {
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented ? 'asked' : 'left';
  };
  const note = await screen.findByRole('textbox', { name: 'Catatan' });
  expect(leave()).toBe('left');

  await userEvent.type(note, 'Ban bocor');
  expect(leave()).toBe('asked');
  await screen.findByText(/Amina: Catatan diubah/);
  expect((await world.readWritten()).map(({ f }) => f)).toEqual([{ note: 'Ban bocor' }]);
  expect(leave()).toBe('left');
});

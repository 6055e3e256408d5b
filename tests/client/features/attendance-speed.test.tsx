// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { AttendanceScreen } from '../../../src/client/features/attendance/AttendanceScreen.tsx';
import {
  holdTraining,
  openScreenWorld,
  renderScreen,
  rina,
  training,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

const names = ['Amina Salsabila', 'Bernadus Ngabe', 'Citra Lestari', 'Désiré Tundan'];

async function openSheet() {
  const world = openScreenWorld(rina);
  await holdTraining(world, names);
  renderScreen(world, <AttendanceScreen training={training} session="s2" />);
  await screen.findByRole('region', { name: 'Daftar Hadir' });
  return world;
}

const rowOf = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) });

/** What the outbox says, shortly: who, and what. */
async function written(world: ScreenWorld) {
  return (await world.readWritten()).map(({ r, f }) => [r, f]);
}

test('on a laptop, letters mark the row in focus and go on to the next', async () => {
  const world = await openSheet();
  const user = userEvent.setup();
  rowOf('Amina Salsabila').focus();
  await user.keyboard('h');
  await waitFor(() => expect(document.activeElement).toBe(rowOf('Bernadus Ngabe')));
  await user.keyboard('i');
  await user.keyboard('{ArrowDown}s{ArrowUp}{Delete}');
  await waitFor(async () =>
    expect(await written(world)).toEqual([
      ['s2:p001', { mark: { status: 'hadir' } }],
      ['s2:p002', { mark: { status: 'izin' } }],
      ['s2:p004', { mark: { status: 'sakit' } }],
      ['s2:p003', { mark: null }],
    ]),
  );
});

test('whoever is late by the keyboard is asked how late, and typing a name marks nobody', async () => {
  const world = await openSheet();
  const user = userEvent.setup();
  rowOf('Citra Lestari').focus();
  await user.keyboard('t');
  expect(await screen.findByRole('dialog', { name: 'Citra Lestari' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Selesai' }));
  await user.type(screen.getByLabelText('Cari nama atau asal'), 'asih');
  expect(await written(world)).toEqual([['s2:p003', { mark: { status: 'terlambat' } }]]);
});

test('with nothing in focus, as after marking all, an arrow leads into the list', async () => {
  const world = await openSheet();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Semua hadir' }));
  await screen.findByText(/4 orang ditandai Hadir/);
  (document.activeElement as HTMLElement).blur();
  await user.keyboard('{ArrowDown}i');
  await waitFor(async () =>
    expect((await written(world)).at(-1)).toEqual(['s2:p001', { mark: { status: 'izin' } }]),
  );
});

test('a swipe to the right marks somebody present, to the left asks for the state', async () => {
  const world = await openSheet();
  const swipe = (name: string, by: [x: number, y: number]) => {
    const row = rowOf(name);
    const at = (x: number, y: number) => ({
      bubbles: true,
      pointerId: 1,
      pointerType: 'touch',
      isPrimary: true,
      clientX: 150 + x,
      clientY: 20 + y,
    });
    fireEvent(row, new PointerEvent('pointerdown', at(0, 0)));
    fireEvent(row, new PointerEvent('pointermove', at(by[0] / 2, by[1] / 2)));
    fireEvent(row, new PointerEvent('pointermove', at(by[0], by[1])));
    fireEvent(row, new PointerEvent('pointerup', at(by[0], by[1])));
  };

  swipe('Amina Salsabila', [100, 4]);
  await waitFor(async () =>
    expect(await written(world)).toEqual([['s2:p001', { mark: { status: 'hadir' } }]]),
  );
  // Scrolling, and a finger that only wavered, do nothing.
  swipe('Bernadus Ngabe', [90, 120]);
  swipe('Bernadus Ngabe', [40, 0]);
  swipe('Bernadus Ngabe', [-100, 0]);
  expect(await screen.findByRole('dialog', { name: 'Bernadus Ngabe' })).toBeTruthy();
  expect(await written(world)).toHaveLength(1);
});

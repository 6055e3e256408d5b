// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { valuesOf, isDeletedView } from '../../../src/client/data/record-view.ts';
import { ChangesScreen } from '../../../src/client/features/changes/ChangesScreen.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  openScreenWorld,
  renderScreen,
  rina,
  stream,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

const read = (world: ScreenWorld, kind: string, id: string) =>
  world.services.records.readRecord(stream, kind, id);

/** Writes with what is on the screen, as every screen does. */
async function write(
  world: ScreenWorld,
  kind: string,
  fields: Record<string, Record<string, unknown>>,
) {
  const changes = [];
  for (const [r, values] of Object.entries(fields))
    changes.push({ stream, t: kind, r, fields: values as never, seen: await read(world, kind, r) });
  await world.services.records.write(changes);
}

async function open() {
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Amina', 'Bernadus', 'Citra']);
  return world;
}

const shown = (world: ScreenWorld) => renderScreen(world, <ChangesScreen />);

const itemOf = async (title: string) => {
  const heading = await screen.findByRole('heading', { name: title, level: 3 });
  return within(heading.closest('li') as HTMLElement);
};

test('a tick that replaced another is brought back to what it was, without a network', async () => {
  const world = await open();
  world.status.value = { ...world.status.value, isOnline: false };
  await world.hold('attendance', { 's1:p001': { mark: { status: 'izin' } } });
  await write(world, 'attendance', { 's1:p001': { mark: { status: 'terlambat', minutes: 15 } } });
  shown(world);

  const item = await itemOf('Amina');
  expect(item.getByText(/Pembukaan · Terlambat 15 menit/)).toBeTruthy();
  expect(item.getByText('Sebelumnya: Izin')).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
  await userEvent.click(item.getByRole('button', { name: 'Kembalikan' }));
  await waitFor(async () =>
    expect(valuesOf(await read(world, 'attendance', 's1:p001'))).toEqual({
      mark: { status: 'izin' },
    }),
  );
  expect(await screen.findByText('Amina: dikembalikan seperti sebelumnya.')).toBeTruthy();
});

test('a whole sheet marked at once is one line, and goes back at once', async () => {
  const world = await open();
  const present = { mark: { status: 'hadir' } };
  await write(world, 'attendance', { 's1:p001': present, 's1:p002': present, 's1:p003': present });
  shown(world);

  const item = await itemOf('3 catatan: Kehadiran');
  await userEvent.click(item.getByRole('button', { name: 'Kembalikan' }));
  await waitFor(async () => {
    const marks = await world.services.records.readShelf(stream, 'attendance', 's1');
    expect(marks.map(view => valuesOf(view))).toEqual([{}, {}, {}]);
  });
});

test('what was deleted comes back with everything it had', async () => {
  const world = await open();
  await write(world, 'participant', { p002: { deleted: true } });
  shown(world);

  const item = await itemOf('Bernadus');
  await userEvent.click(item.getByRole('button', { name: 'Kembalikan' }));
  await waitFor(async () => {
    const view = await read(world, 'participant', 'p002');
    expect(view && isDeletedView(view)).toBe(false);
    expect(valuesOf(view)).toMatchObject({ name: 'Bernadus' });
  });
});

test('a signature goes by its person and day, a session without a title by no number', async () => {
  const world = await open();
  await write(world, 'signature', { '2026-11-25:p001': { unable: 'Tangan digips' } });
  await write(world, 'session', { s1: { title: null } });
  await write(world, 'session', { s1: { deleted: true } });
  shown(world);

  const item = await itemOf('Amina');
  expect(
    item.getByText(
      'Tanda tangan · Rabu, 25 November 2026 · Alasan tidak tanda tangan: Tangan digips',
    ),
  ).toBeTruthy();
  const session = await itemOf('Sesi tanpa judul');
  expect(session.getByText('Sesi · Dihapus: Ya')).toBeTruthy();
});

test('what was written over since stands as it is', async () => {
  const world = await open();
  await write(world, 'attendance', { 's1:p001': { mark: { status: 'sakit' } } });
  await write(world, 'attendance', { 's1:p001': { mark: { status: 'hadir' } } });
  shown(world);

  expect(await screen.findAllByRole('heading', { name: 'Amina', level: 3 })).toHaveLength(2);
  expect(screen.getAllByRole('button', { name: 'Kembalikan' })).toHaveLength(1);
  expect(screen.getByText(/sudah diubah lagi/)).toBeTruthy();
});

test('a full device changes nothing and says so', async () => {
  const world = await open();
  await write(world, 'attendance', { 's1:p001': { mark: { status: 'sakit' } } });
  shown(world);
  const item = await itemOf('Amina');
  world.setFull(true);
  await userEvent.click(item.getByRole('button', { name: 'Kembalikan' }));
  expect(await screen.findByText(/penuh/)).toBeTruthy();
  expect(valuesOf(await read(world, 'attendance', 's1:p001'))).toEqual({
    mark: { status: 'sakit' },
  });
});

test('with nothing done here yet, it says what will stand here', async () => {
  shown(await open());
  expect(await screen.findByText('Belum ada perubahan')).toBeTruthy();
});

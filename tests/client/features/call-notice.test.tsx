// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { CallNotice } from '../../../src/client/parts/CallNotice.tsx';
import {
  morning,
  openScreenWorld,
  renderScreen,
  rina,
  stream,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

const call = { id: 'call-1', stream, at: morning - 60_000, pictures: 'now' } as const;

async function open(waiting: { ops: number; pictures: number }): Promise<ScreenWorld> {
  const world = openScreenWorld(rina);
  world.status.value = {
    ...world.status.value,
    waiting: waiting.ops,
    pictures: { waiting: waiting.pictures, bytes: waiting.pictures * 250_000 },
  };
  renderScreen(world, <CallNotice />);
  // Its part of the app is there.
  await act(() => Promise.resolve());
  expect(screen.queryByRole('status')).toBeNull();
  return world;
}

test('13.4 a device says that it was called, and when all of it is sent', async () => {
  const world = await open({ ops: 3, pictures: 0 });
  await act(() => {
    world.heard.value = call;
  });
  expect(screen.getByText('Koordinator memanggil pukul 08.29')).toBeTruthy();
  expect(screen.getByText(/Biarkan Jukung terbuka/)).toBeTruthy();
  await act(() => {
    world.status.value = { ...world.status.value, waiting: 0 };
  });
  expect(screen.getByText('Semua dari perangkat ini sudah terkirim.')).toBeTruthy();
});

test('13.4 a device says that its pictures are held back, and not lost', async () => {
  const world = await open({ ops: 0, pictures: 2 });
  await act(() => {
    world.heard.value = { ...call, pictures: 'later' };
  });
  expect(screen.getByText(/foto ditahan dulu.*tidak ada yang hilang/)).toBeTruthy();
});

test('a call of an hour ago is no news', async () => {
  const world = await open({ ops: 3, pictures: 0 });
  await act(() => {
    world.heard.value = { ...call, at: morning - 3_600_000 };
  });
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
});

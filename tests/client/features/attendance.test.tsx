// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { AttendanceScreen } from '../../../src/client/features/attendance/AttendanceScreen.tsx';
import type { Person } from '../../../src/client/app-services.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  koordinator,
  morning,
  openScreenWorld,
  participantId,
  renderScreen,
  rina,
  training,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

const names = ['Amina Salsabila', 'Bernadus Ngabe', 'Citra Lestari', 'Désiré Tundan'];

async function openSheet(
  person: Person = rina,
  prepare: (world: ScreenWorld) => Promise<void> = () => Promise.resolve(),
) {
  const world = openScreenWorld(person);
  await holdTraining(world, names);
  await prepare(world);
  renderScreen(world, <AttendanceScreen training={training} session="s2" />);
  await screen.findByRole('region', { name: 'Daftar Hadir' });
  return world;
}

const rowOf = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) });
const otherStatesOf = (name: string) =>
  screen.getByRole('button', { name: `Keadaan lain: ${name}` });
const toast = (text: string | RegExp) => screen.findByText(text);
const listed = () =>
  within(screen.getByRole('region', { name: 'Daftar Hadir' }))
    .getAllByRole('listitem')
    .map(row => names.find(name => row.textContent.includes(name)));

/** What the outbox says, shortly: who, and what. */
async function written(world: ScreenWorld) {
  return (await world.readWritten()).map(({ r, f }) => [r, f]);
}

async function choose(name: string, state: string) {
  await userEvent.click(otherStatesOf(name));
  const states = within(screen.getByRole('dialog')).getByRole('list', { name: 'Kehadiran' });
  await userEvent.click(within(states).getByRole('button', { name: new RegExp(state) }));
}

test('a sheet lists everybody with where they come from, and nobody is recorded', async () => {
  await openSheet();

  expect(listed()).toEqual(names);
  expect(rowOf('Amina Salsabila').textContent).toContain('Kec. Murung, Kab. Murung Raya');
  expect(rowOf('Amina Salsabila').textContent).toContain('Belum dicatat');
  expect(screen.getByText('0 dari 4')).toBeTruthy();
  expect(screen.getByText('4 belum dicatat')).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
});

test('one tap marks somebody present, and it is said to be saved once it is', async () => {
  const world = await openSheet();

  await userEvent.click(rowOf('Amina Salsabila'));

  await toast(/Amina Salsabila: Hadir\. Tersimpan/);
  expect(await written(world)).toEqual([['s2:p001', { mark: { status: 'hadir' } }]]);
  expect(screen.getByText('1 dari 4')).toBeTruthy();
  await waitFor(() => within(rowOf('Amina Salsabila')).getByText('Tersimpan di perangkat ini'));
  expect(world.counts.askedToKeep).toBe(1);
});

test('a tap on somebody recorded opens the states instead of changing anything', async () => {
  const world = await openSheet();
  await userEvent.click(rowOf('Amina Salsabila'));

  await userEvent.click(rowOf('Amina Salsabila'));

  const sheet = screen.getByRole('dialog', { name: 'Amina Salsabila' });
  expect(await accessibilityViolations(sheet)).toEqual([]);
  expect(await written(world)).toHaveLength(1);
});

test('an exception is two taps away, and undo goes back to what was before', async () => {
  const world = await openSheet();
  await userEvent.click(rowOf('Bernadus Ngabe'));
  await toast(/Bernadus Ngabe: Hadir/);

  await choose('Bernadus Ngabe', 'Sakit');

  expect(screen.queryByRole('dialog')).toBeNull();
  await toast(/Bernadus Ngabe: Sakit/);
  await userEvent.click(screen.getByRole('button', { name: 'Urungkan' }));
  await toast('Dikembalikan seperti semula');
  expect((await written(world)).map(([, fields]) => fields)).toEqual([
    { mark: { status: 'hadir' } },
    { mark: { status: 'sakit' } },
    { mark: { status: 'hadir' } },
  ]);
});

test('whoever is late keeps the sheet open for the minutes, saved when it closes', async () => {
  const world = await openSheet();

  await choose('Citra Lestari', 'Terlambat');
  const sheet = screen.getByRole('dialog');
  await userEvent.type(within(sheet).getByRole('spinbutton'), '15');
  await userEvent.click(within(sheet).getByRole('button', { name: 'Selesai' }));

  await toast(/Citra Lestari: Terlambat 15 menit/);
  expect((await written(world)).at(-1)).toEqual([
    's2:p003',
    { mark: { status: 'terlambat', minutes: 15 } },
  ]);
});

test('minutes that were still being typed do not bring back a state that was left', async () => {
  const world = await openSheet();
  await choose('Citra Lestari', 'Terlambat');
  const sheet = screen.getByRole('dialog');
  await userEvent.type(within(sheet).getByRole('spinbutton'), '1');

  await userEvent.click(within(sheet).getByRole('button', { name: /Izin/ }));

  await toast(/Citra Lestari: Izin/);
  expect((await written(world)).at(-1)).toEqual(['s2:p003', { mark: { status: 'izin' } }]);
});

test('a note is saved when its place closes, and stands in the row', async () => {
  const world = await openSheet();

  await userEvent.click(otherStatesOf('Amina Salsabila'));
  await userEvent.type(screen.getByRole('textbox', { name: 'Catatan' }), 'Kabar lewat Bu Siti');
  await userEvent.click(screen.getByRole('button', { name: 'Selesai' }));

  await toast(/Amina Salsabila: Catatan diubah/);
  expect(await written(world)).toEqual([['s2:p001', { note: 'Kabar lewat Bu Siti' }]]);
  expect(rowOf('Amina Salsabila').textContent).toContain('Kabar lewat Bu Siti');
});

test('a mark can be taken back: the person is not recorded, which is not absent', async () => {
  const world = await openSheet();
  await userEvent.click(rowOf('Amina Salsabila'));

  await userEvent.click(otherStatesOf('Amina Salsabila'));
  await userEvent.click(screen.getByRole('button', { name: 'Jadikan “Belum dicatat”' }));

  await toast(/Amina Salsabila: Belum dicatat/);
  expect((await written(world)).at(-1)).toEqual(['s2:p001', { mark: null }]);
  expect(screen.getByText('4 belum dicatat')).toBeTruthy();
});

test('all present marks only those not recorded, in one moment, and undo spares later changes', async () => {
  const world = await openSheet();
  await choose('Bernadus Ngabe', 'Izin');
  await toast(/Bernadus Ngabe: Izin/);

  await userEvent.click(screen.getByRole('button', { name: 'Semua hadir' }));
  await toast(/3 orang ditandai Hadir/);
  expect(screen.getByText('Semua tercatat')).toBeTruthy();
  expect((await written(world)).map(([id]) => id)).toEqual([
    's2:p002',
    's2:p001',
    's2:p003',
    's2:p004',
  ]);

  const undo = screen.getByRole('button', { name: 'Urungkan' });
  await world.services.records.write([
    {
      stream: 'training:spp-tik',
      t: 'attendance',
      r: 's2:p003',
      fields: { mark: { status: 'alpa' } },
      seen: undefined,
    },
  ]);
  await waitFor(() => expect(rowOf('Citra Lestari').textContent).toContain('Tanpa keterangan'), {
    timeout: 3_000,
  });
  await userEvent.click(undo);

  await toast('Dikembalikan seperti semula');
  expect(rowOf('Citra Lestari').textContent).toContain('Tanpa keterangan');
  expect(rowOf('Bernadus Ngabe').textContent).toContain('Izin');
  expect(rowOf('Amina Salsabila').textContent).toContain('Belum dicatat');
});

test('searching takes names and places, whatever the accents and the case', async () => {
  await openSheet();
  const search = screen.getByRole('textbox', { name: 'Cari nama atau asal' });

  await userEvent.type(search, 'DESIRE');
  await waitFor(() => expect(listed()).toEqual(['Désiré Tundan']));

  await userEvent.clear(search);
  await userEvent.type(search, 'murung');
  await waitFor(() => expect(listed()).toHaveLength(4));

  await userEvent.type(search, 'xyz');
  expect(await screen.findByText('Tidak ada nama yang cocok.')).toBeTruthy();
});

test('somebody marked under a filter stays in place, so the next tap meets who it meant', async () => {
  await openSheet();
  await choose('Bernadus Ngabe', 'Izin');

  await userEvent.click(screen.getByRole('radio', { name: /^Belum/ }));
  expect(listed()).toEqual(['Amina Salsabila', 'Citra Lestari', 'Désiré Tundan']);
  await userEvent.click(rowOf('Amina Salsabila'));
  expect(listed()).toEqual(['Amina Salsabila', 'Citra Lestari', 'Désiré Tundan']);

  await userEvent.click(screen.getByRole('radio', { name: /^Selain hadir/ }));
  expect(listed()).toEqual(['Bernadus Ngabe']);
});

test('a full device puts the row back and says what to do; the next try goes through', async () => {
  const world = await openSheet();
  world.setFull(true);

  await userEvent.click(rowOf('Amina Salsabila'));

  await toast(/Ruang simpan perangkat penuh, perubahan terakhir belum tersimpan/);
  expect(rowOf('Amina Salsabila').textContent).toContain('Belum dicatat');
  expect(await written(world)).toEqual([]);

  world.setFull(false);
  await userEvent.click(rowOf('Amina Salsabila'));
  await toast(/Amina Salsabila: Hadir/);
});

test('a real disagreement names both sides, and a tap on one settles it', async () => {
  const world = await openSheet(rina, async home => {
    await home.hold('attendance', {
      [`s2:${participantId(0)}`]: {
        mark: [
          { by: 'rina', v: { status: 'hadir' } },
          { by: 'budi', v: { status: 'izin' } },
        ],
      },
    });
  });
  const line = screen.getByRole('group', { name: 'Perbedaan data: Amina Salsabila' });
  expect(await accessibilityViolations()).toEqual([]);

  expect(within(line).getByText(/^Rina Fasilitator: Hadir \d\d\.\d\d$/)).toBeTruthy();
  await userEvent.click(within(line).getByRole('button', { name: /Budi Fasilitator: Izin/ }));

  await toast(/Amina Salsabila: Izin/);
  await waitFor(() => expect(screen.queryByRole('group', { name: /Perbedaan data/ })).toBeNull());
  const [settled] = await world.readWritten();
  expect(settled?.p['mark']).toHaveLength(2);
});

test('what somebody else wrote later is seen, though one marked oneself a moment ago', async () => {
  const world = await openSheet();
  await userEvent.click(rowOf('Amina Salsabila'));
  await waitFor(() => within(rowOf('Amina Salsabila')).getByText('Tersimpan di perangkat ini'));

  await world.hold('attendance', {
    's2:p001': { mark: [{ by: 'budi', v: { status: 'izin' }, s: morning + 1 }] },
  });

  const line = await screen.findByRole('group', { name: 'Perbedaan data: Amina Salsabila' });
  expect(within(line).getByText(/^Budi Fasilitator: Izin \d\d\.\d\d$/)).toBeTruthy();
  expect(within(line).getByText(/^Rina Fasilitator: Hadir \d\d\.\d\d$/)).toBeTruthy();
});

test('two people who recorded the same do not disagree', async () => {
  await openSheet(rina, home =>
    home.hold('attendance', {
      's2:p001': {
        mark: [
          { by: 'rina', v: { status: 'hadir' } },
          { by: 'budi', v: { status: 'hadir' } },
        ],
      },
    }),
  );

  expect(screen.queryByRole('group', { name: /Perbedaan data/ })).toBeNull();
  expect(within(rowOf('Amina Salsabila')).getByText('Terkirim')).toBeTruthy();
});

test('somebody entered twice is one line, with the mark of either', async () => {
  await openSheet(rina, async home => {
    await home.hold('participant', {
      p900: { name: 'Amina S.', sameAs: 'p001' },
      p901: { name: 'Yang dihapus', deleted: true },
    });
    await home.hold('attendance', { 's2:p900': { mark: { status: 'sakit' } } });
  });

  expect(listed()).toHaveLength(5);
  expect(rowOf('Amina Salsabila').textContent).toContain('Sakit');
  expect(screen.queryByText('Amina S.')).toBeNull();
});

test('a coordinator only reads, sees the sheet fill up, and asks home while it is open', async () => {
  const world = await openSheet(koordinator);
  expect(world.counts.watching).toBe(1);
  expect(screen.queryByRole('button', { name: /Amina Salsabila/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Semua hadir' })).toBeNull();
  expect(screen.getByText('Diperbarui pukul 08.30')).toBeTruthy();

  await world.hold('attendance', { 's2:p001': { mark: { status: 'hadir' } } });

  await screen.findByText('1 dari 4');
  cleanup();
  await waitFor(() => expect(world.counts.watching).toBe(0));
});

test('while the sheet is open no update interrupts', async () => {
  const world = await openSheet();
  expect(world.counts.heldBack).toBe(1);
  cleanup();
  await waitFor(() => expect(world.counts.heldBack).toBe(0));
});

test('a session that did not take place says why, and is not marked', async () => {
  await openSheet(rina, home =>
    home.hold('session', { s2: { title: 'Literasi digital', notHeld: 'Listrik padam' } }),
  );

  expect(screen.getByText('Listrik padam')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Semua hadir' })).toBeNull();
});

test('a session that is not here says so instead of showing an empty sheet', async () => {
  const world = openScreenWorld(rina);
  await holdTraining(world, names);
  renderScreen(world, <AttendanceScreen training={training} session="s99" />);

  expect(await screen.findByText('Sesi ini belum ada di perangkat')).toBeTruthy();
});

test('a long sheet is drawn in steps and is all there, also after all are marked at once', async () => {
  const world = openScreenWorld(rina);
  await holdTraining(
    world,
    Array.from({ length: 60 }, (_, at) => `Peserta ${String(at).padStart(3, '0')}`),
  );
  renderScreen(world, <AttendanceScreen training={training} session="s2" />);
  await screen.findByRole('button', { name: /^Peserta 059/ }, { timeout: 3_000 });

  await userEvent.click(screen.getByRole('button', { name: 'Semua hadir' }));

  await screen.findByText(/60 orang ditandai Hadir/, {}, { timeout: 10_000 });
  await waitFor(
    () =>
      expect(screen.getByRole('button', { name: /^Peserta 059/ }).textContent).toContain('Hadir'),
    { timeout: 3_000 },
  );
  expect(await world.readWritten()).toHaveLength(60);
});

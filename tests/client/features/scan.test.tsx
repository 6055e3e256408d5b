// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { AppServices, Person } from '../../../src/client/app-services.ts';
import { ScanScreen } from '../../../src/client/features/attendance/ScanScreen.tsx';
import { badgeText } from '../../../src/domain/badge.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  koordinator,
  openScreenWorld,
  renderScreen,
  rina,
  training,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

const names = ['Amina Salsabila', 'Bernadus Ngabe', 'Citra Lestari', 'Désiré Tundan'];

/** A camera in which a test holds things up. */
function playCamera(world: ScreenWorld) {
  const camera = { opened: 0, open: 0, at: 0, show: (_text: string) => {}, lose: () => {} };
  const openScanner: AppServices['openScanner'] = (_video, onSight, onLost) => {
    camera.opened += 1;
    camera.open += 1;
    camera.show = text => onSight({ text, at: camera.at });
    camera.lose = () => onLost('busy');
    return Promise.resolve({
      close: () => {
        camera.open -= 1;
      },
    });
  };
  world.onOpenScanner = openScanner;
  return camera;
}

async function openScan(
  prepare: (world: ScreenWorld) => Promise<void> = () => Promise.resolve(),
  person: Person = rina,
) {
  const world = openScreenWorld(person);
  const camera = playCamera(world);
  await holdTraining(world, names);
  await prepare(world);
  renderScreen(world, <ScanScreen training={training} session="s2" />);
  await screen.findByText(person === rina ? 'Arahkan kartu ke dalam kotak' : /tidak dapat dicatat/);

  /** Holds a text up, long after the last one. */
  async function hold(text: string): Promise<void> {
    camera.at += 60_000;
    await act(() => camera.show(text));
  }
  const badge = (participant: string, number = 1) =>
    hold(badgeText({ training, participant, number }));
  return { world, camera, hold, badge };
}

const result = () => {
  const place = document.querySelector('main [aria-live]');
  if (!place) throw new Error('no result');
  return place as HTMLElement;
};
const shows = (words: string | RegExp) => waitFor(() => within(result()).getByText(words));
const written = async (world: ScreenWorld) => (await world.readWritten()).map(({ r, f }) => [r, f]);

test('a badge held up marks its holder present, says so very large, and can be taken back', async () => {
  const { world, badge } = await openScan();
  expect(await accessibilityViolations()).toEqual([]);

  await badge('p002');
  await shows('Bernadus Ngabe');
  await shows('Tersimpan');
  expect(await accessibilityViolations()).toEqual([]);
  await userEvent.click(within(result()).getByRole('button', { name: 'Urungkan' }));

  await shows('Belum dicatat');
  await waitFor(async () =>
    expect(await written(world)).toEqual([
      ['s2:p002', { mark: { status: 'hadir' } }],
      ['s2:p002', { mark: null }],
    ]),
  );
});

test('a badge that stays in sight, or comes again, is written once', async () => {
  const { world, camera, badge } = await openScan();
  await badge('p001');
  for (let frame = 0; frame < 20; frame += 1) {
    camera.at += 100;
    await act(() => camera.show(badgeText({ training, participant: 'p001', number: 1 })));
  }
  await shows('Tersimpan');
  await badge('p001');

  await shows('Sudah tercatat: Hadir, 08.30');
  expect(await written(world)).toHaveLength(1);
});

test('a different mark is shown and never written over by itself', async () => {
  const { world, badge } = await openScan(home =>
    home.hold('attendance', { 's2:p003': { mark: { status: 'izin' } } }),
  );
  await badge('p003');
  await shows('Tercatat Izin. Ternyata hadir?');
  expect(await written(world)).toEqual([]);

  await userEvent.click(within(result()).getByRole('button', { name: 'Ubah jadi hadir' }));
  await shows('Hadir');
  await userEvent.click(within(result()).getByRole('button', { name: 'Urungkan' }));
  await shows('Izin');
  await waitFor(async () =>
    expect((await written(world)).map(([, fields]) => fields)).toEqual([
      { mark: { status: 'hadir' } },
      { mark: { status: 'izin' } },
    ]),
  );
});

test('where two trainers disagree, a badge settles nothing', async () => {
  const { world, badge } = await openScan(home =>
    home.hold('attendance', {
      's2:p001': {
        mark: [
          { by: 'rina', v: { status: 'hadir' } },
          { by: 'budi', v: { status: 'sakit' } },
        ],
      },
    }),
  );
  await badge('p001');
  await shows(/Dua fasilitator mencatat berbeda/);
  expect(await written(world)).toEqual([]);
});

test('by the trainer’s own rule, whoever comes after the beginning is late by so many minutes', async () => {
  const { world, badge } = await openScan();
  await userEvent.click(screen.getByRole('radio', { name: /^Catat terlambat/ }));
  await badge('p001');
  await shows('Terlambat 30 menit');
  cleanup();

  // The device remembers the rule.
  playCamera(world);
  renderScreen(world, <ScanScreen training={training} session="s2" />);
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Catat terlambat/ }).checked).toBe(
      true,
    ),
  );
  expect((await written(world))[0]).toEqual([
    's2:p001',
    { mark: { status: 'terlambat', minutes: 30 } },
  ]);
});

test.each<[string, (scan: Awaited<ReturnType<typeof openScan>>) => Promise<void>, string]>([
  [
    'another training',
    scan => scan.hold(badgeText({ training: 'x', participant: 'p001', number: 1 })),
    'Kartu dari pelatihan lain',
  ],
  ['nobody known here', scan => scan.badge('p099'), 'Peserta ini belum ada di tablet ini'],
  ['a badge that was replaced', scan => scan.badge('p004'), 'Kartu lama Désiré Tundan'],
  [
    'a web address',
    scan => scan.hold('https://iklan.example'),
    'Ini alamat web, bukan kartu peserta',
  ],
  [
    '3 kB of text',
    scan => scan.hold('x'.repeat(2_953)),
    'Kode ini memuat teks panjang, bukan kartu peserta',
  ],
  ['a scratched badge', scan => scan.hold('JK1:spp-tik:p001:1:0000'), 'Kartu tidak terbaca utuh'],
  ['something else', scan => scan.hold('WIFI:S:Hotel;;'), 'Ini bukan kartu peserta'],
])('%s says plainly what it is, and writes nothing', async (_, holdUp, words) => {
  const scan = await openScan(home =>
    home.hold('participant', { p004: { name: 'Désiré Tundan', badge: 2 } }),
  );
  await holdUp(scan);
  await shows(words);
  expect(await written(scan.world)).toEqual([]);
});

test('the badge of a joined record marks the person it was joined with', async () => {
  const { world, badge } = await openScan(home =>
    home.hold('participant', { p002: { sameAs: 'p001' } }),
  );
  await badge('p002');
  await shows('Amina Salsabila');
  await shows('Tersimpan');
  expect((await written(world)).map(([r]) => r)).toEqual(['s2:p001']);
});

test('without a badge, a few letters of the name and a tap do the same', async () => {
  const { world } = await openScan();
  await userEvent.type(screen.getByLabelText('Tanpa kartu? Cari nama'), 'desi');
  await userEvent.click(screen.getByRole('button', { name: /^Désiré Tundan/ }));
  await shows('Désiré Tundan');
  await shows('Tersimpan');
  expect(await written(world)).toHaveLength(1);
});

test.each([
  ['denied', 'Kamera tidak diizinkan'],
  ['missing', 'Tidak ada kamera'],
  ['busy', 'Kamera sedang dipakai'],
  ['unsupported', 'Kamera tidak dapat dibuka'],
  ['something nobody thought of', 'Kamera tidak dapat dibuka'],
])('a camera that is %s is said in plain words, with another try', async (trouble, words) => {
  const world = openScreenWorld(rina);
  await holdTraining(world, names);
  world.onOpenScanner = () => Promise.reject(new Error(trouble));
  renderScreen(world, <ScanScreen training={training} session="s2" />);
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.getByLabelText('Tanpa kartu? Cari nama')).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);

  const camera = playCamera(world);
  await userEvent.click(screen.getByRole('button', { name: 'Coba lagi' }));
  expect(await screen.findByText('Arahkan kartu ke dalam kotak')).toBeTruthy();
  await act(() => camera.lose());
  expect(await screen.findByText('Kamera sedang dipakai')).toBeTruthy();
});

test('the camera is given back on leaving, and rests while the page is out of sight', async () => {
  const { camera } = await openScan();
  expect(camera).toMatchObject({ opened: 1, open: 1 });
  const setHidden = (hidden: boolean) =>
    act(() => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
  await setHidden(true);
  await waitFor(() => expect(camera.open).toBe(0));
  await setHidden(false);
  await waitFor(() => expect(camera).toMatchObject({ opened: 2, open: 1 }));
  cleanup();
  await waitFor(() => expect(camera.open).toBe(0));
});

test('a page that goes and comes while the camera is still opening has it open once', async () => {
  const { camera } = await openScan();
  const setHidden = (hidden: boolean) =>
    act(() => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
  for (const hidden of [true, false, true, false, true, false]) await setHidden(hidden);
  await screen.findByText('Arahkan kartu ke dalam kotak');
  expect(camera.open).toBe(1);
});

test('a full disk is said, and nobody is shown as recorded', async () => {
  const { world, badge } = await openScan();
  world.setFull(true);
  await badge('p001');
  expect(await screen.findByText(/penuh/i)).toBeTruthy();
  await shows('Belum dicatat');
});

test('a coordinator, who only watches, opens no camera', async () => {
  const { camera } = await openScan(undefined, koordinator);
  expect(camera.opened).toBe(0);
});

test('a session that does not take place opens no camera', async () => {
  const world = openScreenWorld(rina);
  const camera = playCamera(world);
  await holdTraining(world, names);
  await world.hold('session', { s2: { day: '2021-06-30', notHeld: 'Banjir' } });
  renderScreen(world, <ScanScreen training={training} session="s2" />);
  expect(await screen.findByText('Banjir')).toBeTruthy();
  expect(camera.opened).toBe(0);
});

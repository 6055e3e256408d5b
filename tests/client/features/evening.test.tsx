// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { EveningScreen } from '../../../src/client/features/evening/EveningScreen.tsx';
import { oftenAbsentFrom } from '../../../src/domain/often-absent.ts';
import type { AttendanceMark } from '../../../src/domain/records/attendance.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  openScreenWorld,
  renderScreen,
  rina,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

const present = { mark: { status: 'hadir' } };
const absent = { mark: { status: 'alpa' } };
const region = { id: 'region:62.12', role: 'fasilitator' as const };

/** The second day: s1 was yesterday, s2 is now, s3 is tomorrow. */
async function open(
  prepare: (world: ScreenWorld) => Promise<void>,
  names: readonly string[] = ['Amina', 'Bernadus'],
) {
  const world = openScreenWorld({ ...rina, scopes: [...rina.scopes, region] });
  await holdTraining(world, names);
  await prepare(world);
  renderScreen(world, <EveningScreen />);
  await screen.findByRole('heading', { name: 'Ringkasan malam' });
  return world;
}

const cardOf = async (name: string) => within(await screen.findByRole('region', { name }));

test('an evening without a network shows what is open: sheets, absences, differences, profiles, what is unsent', async () => {
  await open(
    async world => {
      world.status.value = { ...world.status.value, isOnline: false, waiting: 12 };
      await world.hold('attendance', {
        's1:p001': present,
        's1:p002': absent,
        's2:p002': { mark: { status: 'sakit' } },
        's1:p003': {
          mark: [
            { by: 'rina', v: { status: 'hadir' } },
            { by: 'budi', v: { status: 'izin' } },
          ],
        },
      });
    },
    ['Amina', 'Bernadus', 'Citra'],
  );

  const sheets = await cardOf('Daftar hadir belum lengkap');
  expect(sheets.getByRole('link').getAttribute('href')).toMatch(/\/sessions\/s2$/);
  expect(sheets.getByText(/2 belum dicatat/)).toBeTruthy();
  const missed = await cardOf('Tidak hadir dua kali atau lebih');
  expect(missed.getByText('Bernadus')).toBeTruthy();
  expect(missed.getByText('2 sesi: Pembukaan, Literasi digital')).toBeTruthy();
  const differ = await cardOf('Perbedaan catatan');
  expect(differ.getByText('1 orang dicatat berbeda')).toBeTruthy();
  // Due by now, or of a session that has begun; the closing is not.
  const lists = await cardOf('Daftar periksa belum selesai');
  expect(
    lists.getAllByRole('link').map(link => link.getAttribute('href')?.split('/').at(-1)),
  ).toEqual(
    ['persiapan:spp-tik:1', 'peralatan-tik:spp-tik:1', 'sesi:s1:1', 'sesi:s2:1'].map(
      encodeURIComponent,
    ),
  );
  const hands = await cardOf('Tanda tangan belum lengkap');
  expect(hands.getByText('2 orang belum bertanda tangan')).toBeTruthy();
  expect(hands.getByRole('link').getAttribute('href')).toMatch(/\/days\/2021-06-29\/signatures$/);
  const profiles = await cardOf('Profil perpustakaan belum lengkap');
  expect(profiles.getAllByText(/belum ada foto/).length).toBeGreaterThan(0);
  const sending = await cardOf('Pengiriman');
  expect(sending.getByText(/Belum terkirim: 12/)).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
});

test('what is in order says so in one line, and tomorrow is not missed today', async () => {
  await open(world =>
    world.hold('attendance', {
      's1:p001': present,
      's1:p002': present,
      's2:p001': present,
      's2:p002': present,
    }),
  );
  expect(await screen.findByText('Daftar hadir belum lengkap: tidak ada')).toBeTruthy();
  expect(screen.getByText('Tidak hadir dua kali atau lebih: tidak ada')).toBeTruthy();
  expect(screen.queryByText(/Advokasi/)).toBeNull();
});

test('of villages whose profiles may not be seen here nothing is said', async () => {
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Amina']);
  renderScreen(world, <EveningScreen />);
  expect(await screen.findByText('Profil perpustakaan belum lengkap: tidak ada')).toBeTruthy();
});

test('before any training has begun there is nothing to look back on', async () => {
  const world = openScreenWorld(rina);
  await world.hold('training', { 'spp-tik': { name: 'Nanti', startsOn: '2022-01-01' } });
  renderScreen(world, <EveningScreen />);
  expect(await screen.findByText('Belum ada kegiatan yang dimulai')).toBeTruthy();
});

test.each<[AttendanceMark['status'][], number]>([
  [['alpa'], 0],
  [['alpa', 'izin'], 2],
  [['sakit', 'hadir', 'sakit', 'izin'], 3],
  [['terlambat', 'hadir', 'alpa'], 0],
])('absent twice: %j', (statuses, expected) => {
  const attended = statuses.map((status, session) => ({ session, mark: { status } }));
  expect(oftenAbsentFrom([...attended, { session: 9, mark: null }])).toHaveLength(expected);
});

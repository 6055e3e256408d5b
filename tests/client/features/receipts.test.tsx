// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { GroupReceipt } from '../../../src/client/app-services.ts';
import { DeviceScreen } from '../../../src/client/features/device/DeviceScreen.tsx';
import { ReceiptsScreen } from '../../../src/client/features/receipts/ReceiptsScreen.tsx';
import type { Receipt } from '../../../src/protocol/messages.ts';
import type { Operation } from '../../../src/protocol/operation.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  morning,
  openScreenWorld,
  renderScreen,
  rina,
  stream,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

const held: Receipt = {
  stream,
  kind: 'attendance',
  group: 's2',
  operations: 41,
  records: 38,
  refused: [],
  pictures: { named: 12, held: 12 },
  lastAt: Date.parse('2021-06-30T08:12:00+07:00'),
  code: '7F3A',
};
const proven: GroupReceipt = {
  stream,
  kind: 'attendance',
  group: 's2',
  here: { operations: 41, records: 38, waiting: 0, pictures: 12 },
  home: held,
  isProven: true,
};

async function open(...groups: GroupReceipt[]) {
  const world = openScreenWorld(rina);
  await holdTraining(world, ['Amina']);
  world.receipts = { at: morning, groups };
  const operation = { id: 'refused-1', stream, t: 'attendance', r: 's2:p001', f: {} };
  world.own = [
    { n: 1, operation: operation as unknown as Operation, code: 'forbidden', refusedAt: morning },
  ];
  renderScreen(world, <ReceiptsScreen />);
  return within((await screen.findAllByRole('listitem'))[0] as HTMLElement);
}

test('10.1 a proven group says people, operations, pictures, when, and the code letter by letter', async () => {
  const item = await open(proven);

  expect(item.getByRole('heading', { name: 'Literasi digital' })).toBeTruthy();
  expect(item.getByText('Kehadiran · Rab, 30 Jun · Bimtek SPP-TIK')).toBeTruthy();
  expect(item.getByText('38 dari 38 peserta')).toBeTruthy();
  expect(item.getByText('41 dari 41 perubahan · 12 dari 12 foto · tersimpan 08.12')).toBeTruthy();
  expect(item.getByText('Kode: 7 F 3 A')).toBeTruthy();
  expect(item.getByText('Terbukti')).toBeTruthy();
  expect(item.queryByText(/Masih kurang/)).toBeNull();
  expect(screen.getByText(/Koordinator melihat kode yang sama/)).toBeTruthy();
  expect(screen.getByRole('heading', { name: /1 dari 1 kelompok terbukti/ })).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
});

const unproven: [string, Partial<GroupReceipt>, RegExp][] = [
  ['edits wait', { here: { ...proven.here, waiting: 3 } }, /3 perubahan belum terkirim/],
  [
    'pictures wait',
    { home: { ...held, pictures: { named: 12, held: 10 } } },
    /2 foto belum sampai/,
  ],
  ['home has not said anything', { home: undefined }, /12 foto belum sampai/],
  [
    'home has not said anything of a group without pictures',
    { home: undefined, here: { ...proven.here, pictures: 0 } },
    /bukti dari server/,
  ],
  ['the lists differ', { home: { ...held, operations: 40 } }, /belum sama/],
  ['something is kept apart', { home: { ...held, refused: ['refused-1'] } }, /terpisah: Amina/],
  ['something unknown is kept apart', { home: { ...held, refused: ['x'] } }, /1 disimpan terpisah/],
];

test.each(unproven)(
  '10.1 when %s, the group says what is missing and shows no code',
  async (_when, change, words) => {
    const item = await open({ ...proven, ...change, isProven: false });

    expect(item.getByText(words)).toBeTruthy();
    expect(item.getByText('Belum lengkap')).toBeTruthy();
    expect(item.queryByText(/^Kode:/)).toBeNull();
  },
);

test.each<[string, Receipt | undefined, RegExp]>([
  ['something of it is kept apart', { ...held, refused: ['refused-1'] }, /terpisah: Amina/],
  ['home never told of it, as all of it is kept apart', undefined, /bukti dari server/],
])('10.1 no group is called proven while %s', async (_while, home, words) => {
  const here = { ...proven.here, pictures: 0 };
  const item = await open({
    ...proven,
    here,
    home: home && { ...home, pictures: { named: 0, held: 0 } },
  });

  expect(item.getByText(words)).toBeTruthy();
  expect(item.getByText('Belum lengkap')).toBeTruthy();
  expect(item.queryByText('Terbukti')).toBeNull();
  expect(screen.getByRole('heading', { name: /0 dari 1 kelompok terbukti/ })).toBeTruthy();
});

test('10.1 a group of which nothing was admitted shows no code', async () => {
  const refused = ['refused-1'];
  const item = await open({ ...proven, home: { ...held, operations: 0, records: 0, refused } });

  expect(item.getByText(/Kodenya muncul setelah semuanya sampai/)).toBeTruthy();
  expect(item.queryByText(/^Kode:/)).toBeNull();
});

test('a group of a kind or a session that is not known here is still listed', async () => {
  const item = await open({
    ...proven,
    kind: 'barang',
    group: 'x1',
    home: { ...held, kind: 'barang' },
  });
  expect(item.getByRole('heading', { name: 'Catatan lain' })).toBeTruthy();
  expect(item.getByText('38 dari 38 data')).toBeTruthy();
});

test('before anything was written it says what will stand here', async () => {
  renderScreen(openScreenWorld(rina), <ReceiptsScreen />);
  expect(await screen.findByText('Belum ada yang dicatat di perangkat ini')).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
});

test('the screen of the device says how much is proven, and leads to the proof', async () => {
  const world = openScreenWorld(rina);
  world.receipts = { at: morning, groups: [proven, { ...proven, group: 's1', isProven: false }] };
  renderScreen(world, <DeviceScreen />);

  const card = within(await screen.findByRole('region', { name: 'Bukti terkirim' }));
  expect(card.getByText(/1 dari 2 kelompok terbukti/)).toBeTruthy();
  expect(card.getByRole('link').getAttribute('href')).toBe('/receipts');
});

// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ActivityScreen } from '../../../src/client/features/activity/ActivityScreen.tsx';
import { ActivityCard } from '../../../src/client/features/training/ActivityCard.tsx';
import { Problem } from '../../../src/domain/problem.ts';
import type { DevicesResponse } from '../../../src/protocol/event-messages.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  button,
  entry,
  holdActivity,
  openActivity as open,
} from '../../support/activity-world.tsx';
import {
  koordinator,
  morning,
  openScreenWorld,
  participantId,
  renderScreen,
  rina,
  stream,
  training,
} from '../../support/screen-world.tsx';

beforeEach(() => history.replaceState(null, '', '/'));
afterEach(cleanup);

const marks = (status: string, people: readonly number[], at = morning) =>
  people.map(person =>
    entry({ record: `s2:${participantId(person)}`, stamp: at, fields: { mark: { status } } }),
  );

test('what was ticked in one moment is one line, which opens to its pieces', async () => {
  await open([...marks('hadir', [0, 1]), ...marks('alpa', [2], morning - 20_000)]);

  const line = await screen.findByText('2 orang: Hadir · 1 orang: Tanpa keterangan');
  const group = line.closest('details') as HTMLDetailsElement;
  expect(group.textContent).toContain('Literasi digital');
  expect(group.textContent).toContain('Rina Fasilitator');
  expect(group.textContent).toContain('perangkat aaaaaaaa');
  expect(screen.queryByText('Citra')).toBeNull();

  group.open = true;
  fireEvent(group, new Event('toggle'));
  const piece = (await screen.findByText('Citra')).closest('a') as HTMLAnchorElement;
  expect(piece.textContent).toContain('Tanpa keterangan');
  expect(piece.getAttribute('href')).toBe(
    `/history/${encodeURIComponent(stream)}/attendance/s2%3Ap003?from=activity`,
  );
  expect(await accessibilityViolations()).toEqual([]);
});

test('lines stand under the day on which they reached the server, and say when they were written', async () => {
  const day = 86_400_000;
  await open([
    entry({ record: 's2:p001' }),
    entry({ record: 's1:p002', stamp: morning - day, receivedAt: morning }),
    entry({ record: 's1:p003', stamp: morning - 2 * day, receivedAt: morning - day }),
    entry({
      by: 'budi',
      kind: 'session',
      record: 's2',
      fields: { room: 'Aula' },
      stamp: morning - day,
    }),
  ]);

  const today = await screen.findByRole('region', { name: 'Sampai Rabu, 30 Juni 2021' });
  const yesterday = screen.getByRole('region', { name: 'Sampai Selasa, 29 Juni 2021' });
  const rows = within(today).getAllByRole('listitem');
  expect(rows).toHaveLength(2);
  expect(rows[0]?.textContent).toContain('08.30');
  expect(rows[1]?.textContent).toContain('dicatat 29 Jun 2021, 08.30');
  const [third, fourth] = within(yesterday).getAllByRole('listitem');
  expect(third?.textContent).toContain('Citra');
  expect(fourth?.textContent).toContain('Literasi digital');
  expect(fourth?.textContent).toContain('Ruang: Aula');
  expect(fourth?.textContent).toContain('Budi Fasilitator');
});

test('10.7 what was kept apart says so and why, and is never one line with what was let in', async () => {
  await open([
    entry({ record: 's2:p001', verdict: 'quarantined', code: 'forbidden' }),
    entry({ record: 's2:p002', isClockUncertain: true }),
    entry({ kind: 'barang', record: 'x', verdict: 'opaque', fields: { berat: 1 } }),
  ]);

  const rows = await screen.findAllByRole('listitem');
  expect(rows).toHaveLength(3);
  expect(rows[0]?.textContent).toContain('Disimpan terpisah: Penulisnya tidak berhak');
  expect(rows[1]?.textContent).toContain('jam perangkat tidak pasti');
  expect(rows[2]?.textContent).toContain('Ditulis oleh versi yang lebih baru');
});

test('a device gets its name as soon as that is known, and goes by its id until then', async () => {
  let tell: (answer: DevicesResponse) => void = () => {};
  await open([entry()], {
    prepare: ({ services }) => {
      const fetchDevices = () => new Promise<DevicesResponse>(resolve => (tell = resolve));
      services.receipts = { ...services.receipts, fetchDevices };
    },
  });
  expect(await screen.findByText(/perangkat aaaaaaaa/)).toBeTruthy();
  const known = { people: [], isRevoked: false, lastSeenAt: 0, report: null };
  tell({ at: 0, devices: [{ ...known, id: 'aaaaaaaa-1111', name: 'Tablet Rina' }] });
  expect(await screen.findByText(/Tablet Rina \(aaaaaaaa\)/)).toBeTruthy();
});

test('what the server wrote itself is told as such, and nothing that was refused under its name', async () => {
  const member = { by: 'home', kind: 'member', record: 'budi', fields: { role: 'fasilitator' } };
  await open([entry(member), entry({ ...member, verdict: 'quarantined', code: 'unknown-author' })]);
  const [own, forged] = await screen.findAllByRole('listitem');
  expect(own?.textContent).toContain('08.30 · Server sendiri');
  expect(own?.textContent).not.toContain('aaaaaaaa');
  expect(forged?.textContent).toContain('Seseorang · perangkat aaaaaaaa');
});

test('the older ones come when wanted, and what stops them is said with the way on', async () => {
  const all = Array.from({ length: 5 }, (_, at) =>
    entry({ kind: 'session', record: `s${(at % 3) + 1}`, stamp: morning - at * 600_000 }),
  );
  const { world } = await open(all, { pageSize: 2 });
  expect(await screen.findAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByText('3 catatan lebih lama belum dilihat')).toBeTruthy();

  fireEvent.click(await button('Tampilkan yang lebih lama'));
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(4));

  const answer = world.onActivity;
  world.onActivity = () => Promise.reject(new Problem('offline'));
  fireEvent.click(await button('Tampilkan yang lebih lama'));
  expect(await screen.findByText(/Tidak ada internet/)).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(4);

  world.onActivity = answer;
  fireEvent.click(await button('Tampilkan yang lebih lama'));
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(5));
  expect(screen.queryByText(/Tidak ada internet/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Tampilkan yang lebih lama' })).toBeNull();
});

test('10.8 a filter asks the server, goes on over answers without anything, and can be taken off', async () => {
  const all = [
    ...Array.from({ length: 6 }, () => entry({ kind: 'session', record: 's1' })),
    entry({ by: 'budi', device: 'bbbbbbbb-2222', record: 's2:p002' }),
  ];
  const { world, asked } = await open(all, {
    pageSize: 2,
    prepare: world => {
      const people = [{ id: 'budi', name: 'Budi', role: 'fasilitator' as const }];
      const device = { people, isRevoked: false, lastSeenAt: 0, report: null };
      world.devices = { at: 0, devices: [{ ...device, id: 'bbbbbbbb-2222', name: 'Tablet Budi' }] };
    },
  });
  fireEvent.click(await button('Saring'));
  const sheet = within(await screen.findByRole('dialog'));
  // Whom and what one has not met yet can be chosen, too.
  fireEvent.click(await sheet.findByRole('radio', { name: 'Budi Fasilitator' }));
  fireEvent.click(await sheet.findByRole('radio', { name: 'Tablet Budi (bbbbbbbb)' }));
  fireEvent.click(await sheet.findByRole('radio', { name: 'Kehadiran' }));
  fireEvent.click(sheet.getByRole('button', { name: 'Lihat hasilnya' }));

  await waitFor(() =>
    expect(screen.getAllByRole('listitem').map(row => row.textContent)).toEqual([
      expect.stringContaining('Bambang'),
    ]),
  );
  expect(asked.at(-1)).toMatchObject({
    by: 'budi',
    device: 'bbbbbbbb-2222',
    kind: 'attendance',
    before: '6',
  });
  const chosen = 'Disaring: Budi Fasilitator · Kehadiran · Tablet Budi (bbbbbbbb)';
  expect(screen.getByText(chosen)).toBeTruthy();
  fireEvent.click(await button('Tampilkan semua'));
  await waitFor(() => expect(screen.queryByText(chosen)).toBeNull());
  await waitFor(() => expect(asked.at(-1)).toEqual({ before: undefined }));
  expect(world.devicesAsked).toBe(1);
});

test('a search looks through what is there, and says that there is more', async () => {
  await open(
    [
      entry({ record: 's2:p001' }),
      entry({ record: 's1:p002', fields: { note: 'Ban bocor' }, by: 'budi' }),
      entry({ kind: 'session', record: 's3' }),
    ],
    { pageSize: 2 },
  );
  const search = await screen.findByRole('textbox', { name: 'Cari nama, isi, perangkat' });
  await screen.findByText('Amina');
  fireEvent.input(search, { target: { value: 'budi bocor' } });
  await waitFor(() => expect(screen.queryByText('Amina')).toBeNull());
  expect(screen.getByText('Bambang')).toBeTruthy();
  expect(screen.getByText(/Yang dicari baru 2 catatan yang sudah tampil/)).toBeTruthy();
  fireEvent.input(search, { target: { value: 'tidak ada' } });
  expect(await screen.findByText('Belum ditemukan')).toBeTruthy();
});

test('without a network it says so, and so it does where nothing was recorded or one may not look', async () => {
  const { world } = await open([], {
    prepare: world => {
      world.onActivity = () => Promise.reject(new Problem('offline'));
    },
  });
  expect(await screen.findByText(/Tidak ada internet/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Unduh tabel' })).toBeNull();
  holdActivity(world, []);
  fireEvent.click(await button('Coba lagi'));
  expect(await screen.findByText('Belum ada catatan')).toBeTruthy();
  cleanup();

  await open([], {
    prepare: world => {
      world.onActivity = () => Promise.reject(new Problem('no-right'));
    },
  });
  expect(await screen.findByText('Belum dapat diambil dari server')).toBeTruthy();
});

test('10.6 of a kabupaten it tells the same, about its libraries', async () => {
  const world = openScreenWorld(koordinator);
  const fields = { nama_perpustakaan: 'Taman Baca Buntoi' };
  const profile = entry({ kind: 'library', record: '62.11.05.2014', fields });
  const streams: string[] = [];
  world.onActivity = of => {
    streams.push(of);
    return Promise.resolve({ entries: [profile], next: null, left: 0 });
  };
  renderScreen(world, <ActivityScreen stream="region:62.11" />);
  const row = (await screen.findByText('Taman Baca Buntoi')).closest('a');
  expect(row?.getAttribute('href')).toBe(
    '/history/region%3A62.11/library/62.11.05.2014?from=activity',
  );
  expect(await screen.findByText('Kab. Pulang Pisau')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Kembali' }).getAttribute('href')).toBe('/libraries');
  expect(streams).toEqual(['region:62.11']);
});

test('the training’s screen leads there, for its coordinators alone', async () => {
  renderScreen(openScreenWorld(koordinator), <ActivityCard training={training} />);
  const link = await screen.findByRole('link', { name: /Siapa mencatat apa/ });
  expect(link.getAttribute('href')).toBe('/trainings/spp-tik/activity');
  cleanup();
  renderScreen(openScreenWorld(rina), <ActivityCard training={training} />);
  expect(screen.queryByRole('link')).toBeNull();
});

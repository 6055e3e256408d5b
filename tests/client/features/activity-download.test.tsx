// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Problem } from '../../../src/domain/problem.ts';
import { button, entry, openActivity as open } from '../../support/activity-world.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** What is handed to the person as files from now on: their names and their texts. */
function watchFiles() {
  const files: { name: string; text: Promise<string> }[] = [];
  let last: Blob | undefined;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(file => {
    last = file as Blob;
    return 'blob:table';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    if (last) files.push({ name: this.download, text: last.text() });
  });
  return files;
}

test('everything is saved as a table, page by page, whatever is filtered or shown', async () => {
  const files = watchFiles();
  const all = [
    entry({ record: 's2:p001' }),
    entry({
      record: 's2:p002',
      fields: { note: '=cmd|x' },
      verdict: 'quarantined',
      code: 'forbidden',
    }),
    entry({
      kind: 'participant',
      record: 'p003',
      fields: { name: '=HYPERLINK("x";"y")' },
      by: 'asing',
    }),
  ];
  const { world } = await open(all, { pageSize: 1 });
  await world.hold('participant', { p003: { name: '=HYPERLINK("x";"y")' } });
  fireEvent.click(await button('Unduh tabel'));
  expect(await screen.findByText('Tabel dengan 3 baris tersimpan di perangkat ini.')).toBeTruthy();

  expect(files.map(({ name }) => name)).toEqual(['jukung-jejak-spp-tik-2021-06-30-0830.csv']);
  const lines = ((await files[0]?.text) ?? '').replace('\ufeff', '').split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toBe(
    'Dicatat;Sampai di server;Siapa;Perangkat;Jenis;Tentang;Tempat;Isi;Keadaan;Kode catatan;Nomor',
  );
  expect(lines[1]).toBe(
    '2021-06-30 08:30;2021-06-30 08:30;Rina Fasilitator;perangkat aaaaaaaa;Kehadiran;Amina;' +
      `Literasi digital;Hadir;Diterima;attendance/s2:p001;${all[0]?.id}`,
  );
  expect(lines[2]).toContain('Catatan: =cmd|x;Disimpan terpisah: ');
  expect(lines[3]).toContain('Seseorang;');
  expect(lines[3]).toContain(';"\'=HYPERLINK(""x"";""y"")";');
});

test('a download tells how far it is, can be cancelled, and goes on where the network left it', async () => {
  const files = watchFiles();
  const all = Array.from({ length: 4 }, () => entry({ kind: 'session', record: 's1' }));
  const { world } = await open(all, { pageSize: 1 });
  const answer = world.onActivity;
  const asked: (string | undefined)[] = [];
  world.onActivity = (of, query) => {
    asked.push(query.before);
    return query.before === '2' ? Promise.reject(new Problem('offline')) : answer(of, query);
  };
  fireEvent.click(await button('Unduh tabel'));
  expect(await screen.findByText('2 dari 4')).toBeTruthy();
  expect(await screen.findByText(/Tidak ada internet/)).toBeTruthy();
  expect(files).toEqual([]);

  world.onActivity = (of, query) => {
    asked.push(query.before);
    return answer(of, query);
  };
  fireEvent.click(await button('Lanjutkan unduhan'));
  expect(await screen.findByText('Tabel dengan 4 baris tersimpan di perangkat ini.')).toBeTruthy();
  expect(asked).toEqual([undefined, '1', '2', '2', '3']);
  expect(files).toHaveLength(1);

  // Begun again, and cancelled before the second page is there.
  let release = () => {};
  world.onActivity = async (of, query) => {
    if (query.before !== undefined) await new Promise<void>(resolve => (release = resolve));
    return answer(of, query);
  };
  fireEvent.click(await button('Unduh tabel'));
  expect(await screen.findByText('1 dari 4')).toBeTruthy();
  fireEvent.click(await button('Batalkan unduhan'));
  expect(screen.queryByText(/baris tersimpan/)).toBeNull();
  release();
  world.onActivity = answer;
  fireEvent.click(await button('Unduh tabel'));
  expect(await screen.findByText('Tabel dengan 4 baris tersimpan di perangkat ini.')).toBeTruthy();
  expect(files).toHaveLength(2);
});

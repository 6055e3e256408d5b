// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  card,
  dialog,
  listed,
  mark,
  open,
  openList,
  openPerson,
  press,
  written,
} from '../../support/participant-pages.tsx';
import { koordinator, training } from '../../support/screen-world.tsx';

afterEach(cleanup);

describe('the page of somebody', () => {
  test('shows the attendance by day, who they are, and the way to their library', async () => {
    await openPerson('p001', {
      prepare: world =>
        world.hold('attendance', {
          's1:p001': mark('hadir'),
          's2:p001': { mark: { status: 'terlambat', minutes: 15 }, note: 'Perahu' },
        }),
    });

    const attendance = card('Kehadiran');
    await waitFor(() => attendance.getByText(/Terlambat 15 menit · Perahu/));
    expect(attendance.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'Kehadiran',
      'Selasa, 29 Juni 2021',
      'Rabu, 30 Juni 2021',
      'Kamis, 1 Juli 2021',
    ]);
    expect(attendance.getByRole('link', { name: /Literasi digital/ }).getAttribute('href')).toBe(
      `/trainings/${training}/sessions/s2?participant=p001`,
    );
    expect(screen.getByRole('link', { name: 'Profil perpustakaan' }).getAttribute('href')).toBe(
      '/libraries/62.12.01.2008',
    );
    expect(await accessibilityViolations()).toEqual([]);
  });

  test('somebody who is not known here is said to be so', async () => {
    await open({ at: 'nobody' });
    expect(await screen.findByText('Peserta ini belum ada di perangkat')).toBeTruthy();
  });

  test('scores are figures from 0 to 100 with a comma, and anything else is refused in words', async () => {
    const world = await openPerson();
    const before = screen.getByRole('textbox', { name: 'Nilai tes awal' });
    const after = screen.getByRole('textbox', { name: 'Nilai tes akhir' });

    await userEvent.type(before, '87,5');
    await userEvent.tab();
    await screen.findByText('Nilai tes awal: 87,5. Tersimpan.');
    await userEvent.type(after, '101');
    await userEvent.tab();
    await screen.findByText('Nilai harus dari 0 sampai 100.');
    expect(await written(world)).toEqual([['participant p001', { scores: { pre: 87.5 } }]]);

    await userEvent.clear(after);
    await userEvent.type(after, '90');
    await userEvent.tab();
    await screen.findByText('Naik 2,5 poin');
    expect((await written(world)).at(-1)).toEqual([
      'participant p001',
      { scores: { pre: 87.5, post: 90 } },
    ]);
  });

  test('one trainer entered the first test and one the second: both stand; the same test is settled by a tap', async () => {
    const world = await openPerson('p001', {
      prepare: async held => {
        await held.hold('participant', {
          p001: {
            name: 'Siti Aminah',
            scores: [
              { by: 'rina', v: { pre: 60 } },
              { by: 'budi', v: { pre: 65, post: 80 } },
            ],
          },
        });
      },
    });

    expect(screen.getByRole('textbox', { name: 'Nilai tes akhir' })).toHaveProperty('value', '80');
    await screen.findByText('Ada nilai yang berbeda. Ketuk yang benar:');
    await press('65');
    await screen.findByText('Nilai tes awal: 65. Tersimpan.');
    expect(await written(world)).toEqual([['participant p001', { scores: { pre: 65, post: 80 } }]]);
    await waitFor(() => expect(screen.queryByText(/Ada nilai yang berbeda/)).toBeNull());
  });

  test('no attendance is asked for before the coordinator has set it, and setting it is theirs', async () => {
    await openPerson();
    const certificate = card('Syarat sertifikat');
    certificate.getByText('Koordinator belum menentukan batas kehadiran untuk kegiatan ini.');
    expect(certificate.queryByRole('button')).toBeNull();
    cleanup();

    const world = await openPerson('p001', {
      person: koordinator,
      prepare: held =>
        held.hold('attendance', { 's1:p001': mark('hadir'), 's2:p001': mark('izin') }),
    });
    await press('Tentukan batas kehadiran');
    expect(await accessibilityViolations(screen.getByRole('dialog'))).toEqual([]);
    await userEvent.type(dialog().getByRole('spinbutton'), '75');
    await press('Simpan', dialog());

    await screen.findByText('Batas kehadiran kegiatan ini: 75%. Tersimpan.');
    expect(await written(world)).toEqual([[`training ${training}`, { minimumAttendance: 75 }]]);
    await waitFor(() => card('Syarat sertifikat').getByText('Tidak memenuhi'));
    card('Syarat sertifikat').getByText('Hadir 50% dari yang tercatat. Tercatat 2 dari 3 sesi.');
  });

  test('facts are changed one by one, tidied, and a name is never emptied', async () => {
    const world = await openPerson();
    await press('Ubah data');
    expect(await accessibilityViolations(screen.getByRole('dialog'))).toEqual([]);
    const name = dialog().getByRole('textbox', { name: 'Nama' });

    await userEvent.clear(name);
    dialog().getByText('Tulis namanya dulu.');
    await userEvent.type(name, "  Hj. Siti   Ja'anah ");
    await userEvent.type(dialog().getByRole('textbox', { name: 'Jabatan' }), 'Pengelola');
    await userEvent.click(dialog().getByRole('radio', { name: 'Laki-laki' }));
    await press('Selesai', dialog());

    await screen.findByRole('heading', { level: 1, name: "Hj. Siti Ja'anah" });
    expect(await written(world)).toEqual([
      ['participant p001', { gender: 'L' }],
      ['participant p001', { name: "Hj. Siti Ja'anah" }],
      ['participant p001', { position: 'Pengelola' }],
    ]);
  });

  test('a name of one letter and one of 200 are names like any other', async () => {
    const long = 'Kahayan '.repeat(25).trim();
    await openPerson('p002', {
      prepare: held => held.hold('participant', { p001: { name: 'O' }, p002: { name: long } }),
    });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(long);
  });

  test('deleting says so at once, keeps everything, and is undone by a tap there and then or later', async () => {
    const world = await openPerson('p001', {
      prepare: held => held.hold('attendance', { 's1:p001': mark('hadir') }),
    });
    await press('Hapus peserta');
    await screen.findByText('Siti Aminah dihapus dari daftar. Tersimpan.');
    await screen.findByText('Peserta ini sudah dihapus');
    card('Kehadiran').getByText(/Hadir/);
    expect(screen.queryByRole('button', { name: 'Ubah data' })).toBeNull();

    await press('Urungkan');
    await waitFor(() => expect(screen.queryByText('Peserta ini sudah dihapus')).toBeNull());
    await press('Hapus peserta');
    await screen.findByText('Peserta ini sudah dihapus');
    await press('Kembalikan');
    await screen.findByText('Siti Aminah dikembalikan ke daftar. Tersimpan.');
    expect((await written(world)).map(([, fields]) => fields)).toEqual([
      { deleted: true },
      { deleted: null },
      { deleted: true },
      { deleted: false },
    ]);
  });
});

describe('somebody who was entered twice', () => {
  test('who is likely is told, joining is one tap, and the marks of both are read together', async () => {
    const world = await openPerson('p001', {
      prepare: held =>
        held.hold('attendance', {
          's1:p001': mark('hadir'),
          's1:p004': mark('izin'),
          's2:p004': mark('hadir'),
        }),
    });
    await press('Ini orang yang sama dengan …');
    await waitFor(() => dialog().getByText('Mungkin orang ini:'));
    dialog().getByText('St. Amina');
    expect(await accessibilityViolations(screen.getByRole('dialog'))).toEqual([]);
    await press('Jadikan satu', dialog());

    await screen.findByText('Siti Aminah dan St. Amina dijadikan satu orang. Tersimpan.');
    expect(await written(world)).toEqual([['participant p004', { sameAs: 'p001' }]]);
    const attendance = card('Kehadiran');
    await waitFor(() => attendance.getByRole('group', { name: /Siti Aminah/ }));
    expect(attendance.getByRole('link', { name: /Literasi digital/ }).textContent).toContain(
      'Hadir',
    );

    await press(/Izin/, attendance);
    await screen.findByText('Siti Aminah: Izin. Tersimpan.');
    expect((await written(world)).slice(1)).toEqual([
      ['attendance s1:p001', mark('izin')],
      ['attendance s1:p004', mark('izin')],
    ]);
    await waitFor(() => expect(attendance.queryByRole('group')).toBeNull());
  });

  test('is found by searching too, and both addresses lead to the one page', async () => {
    await openPerson('p001');
    await press('Ini orang yang sama dengan …');
    await userEvent.type(dialog().getByRole('textbox'), 'citra');
    await userEvent.click(await dialog().findByRole('button', { name: /Citra Lestari/ }));
    await screen.findByText('Siti Aminah dan Citra Lestari dijadikan satu orang. Tersimpan.');
    cleanup();

    await openPerson('p003', {
      prepare: held =>
        held.hold('participant', { p003: { name: 'Citra Lestari', sameAs: 'p001' } }),
    });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Siti Aminah');
  });

  test('comes apart by a tap, at any time', async () => {
    const world = await openPerson('p001', {
      prepare: held =>
        held.hold('participant', { p003: { name: 'Citra Lestari', sameAs: 'p001' } }),
    });
    const joined = card('Tercatat dua kali?');
    const row = joined.getByText('Citra Lestari').closest('li');
    await press('Pisahkan', within(row as HTMLElement));

    await screen.findByText('Citra Lestari dipisahkan. Tersimpan.');
    expect(await written(world)).toEqual([['participant p003', { sameAs: null }]]);
    await waitFor(() => expect(joined.queryByText('Citra Lestari')).toBeNull());
  });

  test('the list counts them once and says so', async () => {
    await openList({
      prepare: held => held.hold('participant', { p004: { name: 'St. Amina', sameAs: 'p001' } }),
    });
    expect(listed()).toHaveLength(3);
    screen.getByText('3 peserta');
    within(screen.getByRole('link', { name: /^Siti Aminah/ })).getByText('2 catatan');
  });
});

// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { ParticipantsScreen } from '../../../src/client/features/participants/ParticipantsScreen.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  deletePerson,
  dialog,
  listed,
  mark,
  names,
  openList,
  press,
  written,
} from '../../support/participant-pages.tsx';
import {
  holdTraining,
  openScreenWorld,
  renderScreen,
  rina,
  stream,
  training,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

describe('the list', () => {
  test('everybody stands in it once, by name, with a way to their page', async () => {
    await openList();

    expect(listed()).toEqual([
      'Bernadus Ngabe, S.Pd.',
      'Citra Lestari',
      'Siti Aminah',
      'St. Amina',
    ]);
    const link = screen.getByRole('link', { name: /^Siti Aminah/ });
    expect(link.getAttribute('href')).toBe(`/trainings/${training}/participants/p001`);
    expect(screen.getByText('4 peserta')).toBeTruthy();
    expect(await accessibilityViolations()).toEqual([]);
  });

  test('a search takes names and places, and who is not found can be added at once', async () => {
    const world = await openList();
    const search = screen.getByRole('textbox', { name: 'Cari nama atau asal' });
    await userEvent.type(search, 'NGABE');
    await waitFor(() => expect(listed()).toEqual(['Bernadus Ngabe, S.Pd.']));

    await userEvent.clear(search);
    await userEvent.type(search, 'Yohana Tundan');
    await screen.findByText('Tidak ada nama yang cocok.');
    await press('Tambah peserta');
    await press('Tambah', dialog());

    await screen.findByText('Yohana Tundan ditambahkan. Tersimpan.');
    expect((await written(world)).map(([, fields]) => fields)).toEqual([{ name: 'Yohana Tundan' }]);
    await waitFor(() => expect(listed()).toHaveLength(5));
  });

  test('only as many are drawn as are asked for, and what stands below stays in reach', async () => {
    const many = Array.from({ length: 130 }, (_, at) => `Peserta ${String(at).padStart(3, '0')}`);
    await openList({
      prepare: async world => {
        await holdTraining(world, many);
        await deletePerson(world, 'p130');
      },
    });

    await waitFor(() => expect(listed()).toHaveLength(60), { timeout: 10_000 });
    expect(screen.getByRole('region', { name: 'Yang dihapus' })).toBeTruthy();
    await press('Tampilkan lagi, masih 69 orang');
    await waitFor(() => expect(listed()).toHaveLength(120), { timeout: 10_000 });
  });

  test('who was deleted stands below with their marks, and comes back with a tap', async () => {
    const world = openScreenWorld(rina);
    await holdTraining(world, names);
    await deletePerson(world, 'p003');
    await world.hold('attendance', { 's1:p003': mark('hadir'), 's2:p003': mark('izin') });
    renderScreen(world, <ParticipantsScreen training={training} />);

    const deleted = within(await screen.findByRole('region', { name: 'Yang dihapus' }));
    await waitFor(() => deleted.getByText(/2 catatan kehadiran/));
    expect(listed()).not.toContain('Citra Lestari');
    expect(await accessibilityViolations()).toEqual([]);

    await press('Kembalikan', deleted);
    await screen.findByText('Citra Lestari dikembalikan ke daftar. Tersimpan.');
    await waitFor(() => expect(listed()).toContain('Citra Lestari'));
  });

  test('a librarian reads it and is not asked to change anything', async () => {
    const scopes = [{ id: stream, role: 'pengelola' as const }];
    await openList({ person: { id: 'sari', name: 'Sari', role: 'pengelola', scopes } });
    expect(screen.queryByRole('button', { name: 'Tambah peserta' })).toBeNull();
  });
});

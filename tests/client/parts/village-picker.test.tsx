// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { VillagePicker } from '../../../src/client/parts/village/VillagePicker.tsx';
import type { Territory } from '../../../src/domain/territory.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import { koordinator, openScreenWorld, renderScreen } from '../../support/screen-world.tsx';

afterEach(cleanup);

const bahitom = '62.12.01.2008';

interface Asked {
  value?: string;
  regency?: string;
  /** False while the villages are on their way. */
  isLoaded?: boolean;
}

/** Asks for a village, and gives what was chosen and how often the form around it was sent. */
async function ask({ value, regency, isLoaded = true }: Asked = {}) {
  const world = openScreenWorld(koordinator);
  const territory = await world.services.loadTerritory();
  const done = { chosen: [] as string[], sent: 0 };
  renderScreen(
    world,
    <Question {...{ territory: isLoaded ? territory : undefined, value, regency, done }} />,
  );
  return done;
}

function Question({
  territory,
  value,
  regency,
  done,
}: {
  territory: Territory | undefined;
  value: string | undefined;
  regency: string | undefined;
  done: { chosen: string[]; sent: number };
}) {
  const [code, setCode] = useState(value);
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        done.sent += 1;
      }}
    >
      <VillagePicker
        territory={territory}
        value={code}
        onChoose={chosen => {
          done.chosen.push(chosen);
          setCode(chosen);
        }}
        label="Desa perpustakaan"
        hint="Tempat perpustakaan berdiri."
        regency={regency}
      />
      <button>Kirim</button>
    </form>
  );
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const searchFor = (words: string) =>
  userEvent.type(screen.getByRole('textbox', { name: 'Cari desa atau kecamatan' }), words);
const rowsOf = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('button')
    .map(row => row.textContent);

test('a village is reached by kabupaten, kecamatan and desa, and said with all three', async () => {
  const { chosen } = await ask();
  expect(rowsOf('Pilih kabupaten atau kota')).toHaveLength(14);
  expect(await accessibilityViolations()).toEqual([]);

  await press('Kab. Murung Raya');
  await press('Kec. Murung');
  expect(rowsOf('Pilih desa atau kelurahan di Kec. Murung')).toContain(
    'Desa BahitomKec. Murung, Kab. Murung Raya',
  );
  await press(/^Desa Bahitom/);

  expect(chosen).toEqual([bahitom]);
  expect(screen.getByText('Desa Bahitom, Kec. Murung, Kab. Murung Raya')).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(await accessibilityViolations()).toEqual([]);
});

test('each step can be taken back', async () => {
  await ask({ regency: '62.12' });
  await press('Kec. Murung');

  await press('Ganti kecamatan');
  expect(rowsOf('Pilih kecamatan di Kab. Murung Raya')).toContain('Kec. Murung');
  await press('Ganti kabupaten');

  expect(rowsOf('Pilih kabupaten atau kota')).toContain('Kota Palangka Raya');
});

test('whoever cannot see is led along: to the next question, and to the answer', async () => {
  await ask({ regency: '62.12' });
  expect(document.activeElement).toBe(document.body);

  await press('Kec. Murung');
  expect(document.activeElement?.textContent).toBe('Pilih desa atau kelurahan di Kec. Murung');
  await press(/^Desa Bahitom/);

  expect(document.activeElement?.textContent).toBe('Ganti');
});

test('typing finds villages everywhere, each with where it lies', async () => {
  const { chosen } = await ask({ regency: '62.12' });

  await searchFor('tanjung ka');
  expect(await screen.findByText(/tempat ditemukan/)).toBeTruthy();
  const rows = rowsOf('Hasil pencarian');
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.every(row => /Kec\. .+, (Kab|Kota)/.test(row))).toBe(true);
  expect(await accessibilityViolations()).toEqual([]);
  await userEvent.click(
    within(screen.getByRole('list', { name: 'Hasil pencarian' })).getAllByRole('button')[0]!,
  );

  expect(chosen).toHaveLength(1);
});

test('of many only the first are drawn, and it says how to get at the others', async () => {
  await ask();

  await searchFor('tumbang');
  expect(await screen.findByText(/^20 yang pertama/)).toBeTruthy();

  expect(rowsOf('Hasil pencarian')).toHaveLength(20);
});

test('what is nowhere is said, and the way by the lists comes back', async () => {
  await ask();

  await searchFor('qqq');
  expect(await screen.findByText(/Tidak ada yang cocok/)).toBeTruthy();
  await press('Kosongkan');

  expect(await screen.findByRole('list', { name: 'Pilih kabupaten atau kota' })).toBeTruthy();
});

test('Enter in the search sends no form around it', async () => {
  const done = await ask();

  await searchFor('bahitom{Enter}');

  expect(done.sent).toBe(0);
});

test('a choice is changed from where it lies, and stays if one thinks better of it', async () => {
  const { chosen } = await ask({ value: bahitom });

  await press('Ganti');
  expect(rowsOf('Pilih desa atau kelurahan di Kec. Murung').length).toBeGreaterThan(3);
  await press('Batal');

  expect(screen.getByText('Desa Bahitom, Kec. Murung, Kab. Murung Raya')).toBeTruthy();
  expect(chosen).toEqual([]);
});

test('a code that is nowhere is shown and kept until another is chosen', async () => {
  const { chosen } = await ask({ value: '62.99.01.2001' });
  expect(screen.getByText('Kode 62.99.01.2001 tidak dikenal')).toBeTruthy();

  await press('Ganti');
  expect(screen.getByText('Kode 62.99.01.2001 tidak dikenal')).toBeTruthy();
  await searchFor('bahitom');
  await userEvent.click(await screen.findByRole('button', { name: /^Desa Bahitom/ }));

  expect(chosen).toEqual([bahitom]);
});

test('until the villages are loaded a choice is shown by its code, and not called unknown', async () => {
  await ask({ value: bahitom, isLoaded: false });

  expect(screen.getByText(bahitom)).toBeTruthy();
  expect(screen.queryByText(/tidak dikenal/)).toBeNull();
});

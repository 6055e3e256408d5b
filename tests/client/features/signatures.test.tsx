// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Person } from '../../../src/client/app-services.ts';
import { KeepDatabase } from '../../../src/client/data/keep.ts';
import { createPictureStore } from '../../../src/client/data/picture-store.ts';
import { SignatureScreen } from '../../../src/client/features/signature/SignatureScreen.tsx';
import { createPictures } from '../../../src/client/sync/pictures.ts';
import { Problem } from '../../../src/domain/problem.ts';
import type { Signature } from '../../../src/domain/records/signature.ts';
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

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const day = '2021-06-30';
const names = ['Amina Salsabila', 'Bernadus Ngabe', 'Citra Lestari', 'Désiré Tundan'];
/** A picture that only others have. */
const elsewhere = { sha256: 'a'.repeat(64), size: 9, mime: 'image/png', w: 600, h: 300 };
let rounds = 0;

/** A round in which Amina and Bernadus were there, Citra came late, and Désiré is ill. */
async function openRound(
  prepare: (world: ScreenWorld) => Promise<void> = () => Promise.resolve(),
  person: Person = rina,
) {
  // Nothing is laid out here: the pad is 500 pixels wide, at the page's corner.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(
    new DOMRect(0, 0, 500, 250),
  );
  const world = openScreenWorld(person);
  rounds += 1;
  world.services.pictures = createPictures({
    store: createPictureStore(new KeepDatabase(`signatures-${rounds}`), world.services.now),
    people: () => [],
    loadLane: () => Promise.reject(new Problem('offline')),
    onKeep: () => {},
  });
  await holdTraining(world, names);
  await world.hold('attendance', {
    's2:p001': { mark: { status: 'hadir' } },
    's2:p002': { mark: { status: 'hadir' } },
    's2:p003': { mark: { status: 'terlambat', minutes: 5 } },
    's2:p004': { mark: { status: 'sakit' } },
    's1:p004': { mark: { status: 'hadir' } },
  });
  await prepare(world);
  let painted = 0;
  const paint = () => {
    painted += 1;
    return Promise.resolve({ bytes: Uint8Array.of(painted, 1, 2).buffer, w: 600, h: 300 });
  };
  renderScreen(world, <SignatureScreen training={training} day={day} paint={paint} />);
  await screen.findByRole('heading', { name: 'Tanda tangan' });
  return world;
}

const turn = (name: string) => screen.findByRole('region', { name: `Giliran ${name}` });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

/** Draws on the pad from place to place. */
function draw(...places: [x: number, y: number][]): void {
  const pad = document.querySelector('canvas');
  if (!pad) throw new Error('no pad');
  pad.setPointerCapture = () => {};
  places.forEach(([clientX, clientY], at) => {
    const init = { pointerId: 7, clientX, clientY };
    if (at === 0) fireEvent.pointerDown(pad, init);
    else fireEvent.pointerMove(pad, init);
  });
  fireEvent.pointerUp(pad, { pointerId: 7 });
}

async function signs(name: string): Promise<void> {
  await turn(name);
  draw([50, 50], [200, 150], [300, 60]);
  await press('Simpan & berikutnya');
}

async function written(world: ScreenWorld): Promise<[string, Signature][]> {
  return (await world.readWritten()).map(({ r, f }) => [r, f as Signature]);
}

test('the round asks for those who were there, one by one, and ends when all have signed', async () => {
  const world = await openRound();

  await turn('Amina Salsabila');
  expect(screen.getByText('0 dari 3')).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
  await signs('Amina Salsabila');
  await signs('Bernadus Ngabe');
  await signs('Citra Lestari');

  expect(await screen.findByText('Selesai: 3 dari 3')).toBeTruthy();
  expect((await written(world)).map(([r]) => r)).toEqual([
    '2021-06-30:p001',
    '2021-06-30:p002',
    '2021-06-30:p003',
  ]);
  const [, signature] = (await written(world))[0] ?? [];
  expect(signature?.image).toMatchObject({ size: 3, mime: 'image/png', w: 600, h: 300 });
  const { sha256 = '' } = signature?.image ?? {};
  expect(await world.services.pictures.stateOf(sha256)).toBe('waiting');
  await screen.findAllByText('Tanda tangan pukul 08.30');
  expect(await accessibilityViolations()).toEqual([]);
});

test('an empty pad and a dot are refused in plain words, and starting over wipes the pad', async () => {
  const world = await openRound();
  await turn('Amina Salsabila');

  await press('Simpan & berikutnya');
  expect(screen.getByRole('alert').textContent).toBe('Bidang masih kosong. Tanda tangan dahulu.');
  draw([50, 50]);
  expect(screen.queryByRole('alert')).toBeNull();
  await press('Simpan & berikutnya');
  expect(screen.getByRole('alert').textContent).toContain('Itu baru satu titik');
  await press('Ulangi');
  await press('Simpan & berikutnya');

  expect(screen.getByRole('alert').textContent).toContain('Bidang masih kosong');
  expect(await written(world)).toEqual([]);
});

test('taking back brings the person’s turn back, and leaves nothing standing', async () => {
  const world = await openRound();
  await signs('Amina Salsabila');
  await turn('Bernadus Ngabe');

  await press('Urungkan');

  await turn('Amina Salsabila');
  expect((await written(world)).at(-1)).toEqual(['2021-06-30:p001', { image: null }]);
  await waitFor(() => expect(screen.getByText('0 dari 3')).toBeTruthy());
});

test('a new signature takes the place of an old one, and undo brings the old one back', async () => {
  const world = await openRound(home =>
    home.hold('signature', { '2021-06-30:p001': { image: elsewhere } }),
  );
  await turn('Bernadus Ngabe');

  await press('Amina Salsabila Tanda tangan pukul 08.29');
  const again = await turn('Amina Salsabila');
  expect(again.textContent).toContain('Sudah tanda tangan pukul 08.29');
  await signs('Amina Salsabila');
  await turn('Bernadus Ngabe');
  await press('Urungkan');
  await turn('Amina Salsabila');

  const [first, second] = await written(world);
  expect(first?.[1].image).toMatchObject({ size: 3 });
  expect(second?.[1].image).toEqual(elsewhere);
});

test('whoever is skipped comes again at the end, and whoever cannot sign has a reason', async () => {
  const world = await openRound();
  await turn('Amina Salsabila');
  await press('Lewati');
  await signs('Bernadus Ngabe');
  await signs('Citra Lestari');

  expect((await screen.findByText('1 orang dilewati')).parentElement?.textContent).toContain(
    'Amina',
  );
  await press('Lanjutkan yang dilewati');
  await turn('Amina Salsabila');
  await press('Tidak bisa tanda tangan di sini');
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Simpan & berikutnya' }));
  expect(dialog.getByText('Tulis alasannya dahulu.')).toBeTruthy();
  await userEvent.type(dialog.getByLabelText('Mengapa?'), 'Tangan kanan digips');
  await userEvent.click(dialog.getByRole('button', { name: 'Simpan & berikutnya' }));

  expect(await screen.findByText('Selesai: 3 dari 3')).toBeTruthy();
  expect((await written(world)).at(-1)).toEqual([
    '2021-06-30:p001',
    { unable: 'Tangan kanan digips' },
  ]);
});

test('somebody who is not marked present can sign too, and is found by name', async () => {
  const world = await openRound();
  await turn('Amina Salsabila');

  await userEvent.type(screen.getByLabelText('Cari nama'), 'desire');
  await press('Désiré Tundan Belum tanda tangan');
  await signs('Désiré Tundan');

  await turn('Amina Salsabila');
  expect((await written(world)).map(([r]) => r)).toEqual(['2021-06-30:p004']);
  expect(screen.getByText('0 dari 3')).toBeTruthy();
});

test('a signature that arrives from another tablet takes nobody the pad away', async () => {
  const world = await openRound();
  await turn('Amina Salsabila');
  draw([50, 50], [200, 150]);
  await world.hold('signature', {
    '2021-06-30:p001': { image: { ...elsewhere, sha256: 'c'.repeat(64) } },
  });
  expect(await screen.findByText('1 dari 3')).toBeTruthy();
  expect((await turn('Amina Salsabila')).textContent).toContain('Yang baru menggantikannya');
  await press('Biarkan yang lama');
  await turn('Bernadus Ngabe');
  expect(await written(world)).toEqual([]);
});

test('two signatures from two tablets are said, and one more settles them', async () => {
  const image = (letter: string) => ({ ...elsewhere, sha256: letter.repeat(64) });
  const world = await openRound(home =>
    home.hold('signature', {
      '2021-06-30:p001': {
        image: [
          { by: 'rina', v: image('a') },
          { by: 'budi', v: image('b') },
        ],
      },
    }),
  );
  await turn('Bernadus Ngabe');
  await press('Amina Salsabila Ada dua tanda tangan');
  expect((await turn('Amina Salsabila')).textContent).toContain('Ada dua tanda tangan');
  await signs('Amina Salsabila');
  await turn('Bernadus Ngabe');

  expect((await world.readWritten())[0]?.p?.['image']).toHaveLength(2);
  await screen.findByRole('button', { name: 'Amina Salsabila Tanda tangan pukul 08.30' });
});

test('a full disk is said, and what was drawn stays', async () => {
  const world = await openRound();
  await turn('Amina Salsabila');
  world.setFull(true);
  await signs('Amina Salsabila');

  expect(await screen.findByText(/penuh/i)).toBeTruthy();
  await turn('Amina Salsabila');
  world.setFull(false);
  await press('Simpan & berikutnya');
  await turn('Bernadus Ngabe');
});

test('a person entered twice signs once', async () => {
  const world = await openRound(home => home.hold('participant', { p002: { sameAs: 'p001' } }));
  await signs('Amina Salsabila');
  await turn('Citra Lestari');
  expect((await written(world)).map(([r]) => r)).toEqual(['2021-06-30:p001']);
  expect(screen.getByText('1 dari 2')).toBeTruthy();
});

test('a day without anybody present says what to do first', async () => {
  await openRound(home =>
    home.hold(
      'attendance',
      Object.fromEntries(['1', '2', '3'].map(n => [`s2:p00${n}`, { mark: null }])),
    ),
  );
  expect(await screen.findByText('Belum ada yang hadir pada hari ini')).toBeTruthy();
});

test('a coordinator may take a signature too', async () => {
  const world = await openRound(undefined, koordinator);
  await signs('Amina Salsabila');
  await turn('Bernadus Ngabe');
  expect(await written(world)).toHaveLength(1);
});

// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import type { Person } from '../../../src/client/app-services.ts';
import { KeepDatabase } from '../../../src/client/data/keep.ts';
import { createPictureStore } from '../../../src/client/data/picture-store.ts';
import { valuesOf } from '../../../src/client/data/record-view.ts';
import type { PreparedPhoto } from '../../../src/client/device/photos.ts';
import { SectionScreen } from '../../../src/client/features/library/SectionScreen.tsx';
import { createPictures } from '../../../src/client/sync/pictures.ts';
import { Problem } from '../../../src/domain/problem.ts';
import { regionStream } from '../../../src/domain/stream.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  morning,
  openScreenWorld,
  renderScreen,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

const village = '62.12.01.2008';
const stream = regionStream('62.12');
const sari: Person = {
  id: 'sari',
  name: 'Sari',
  role: 'pengelola',
  scopes: [{ id: `${stream}/${village}`, role: 'pengelola' }],
};

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

let phones = 0;

/** A phone that keeps pictures for real; a photo's file has its content for bytes. */
function openPhone(): ScreenWorld {
  phones += 1;
  const world = openScreenWorld(sari);
  const store = createPictureStore(new KeepDatabase(`photos-${phones}`), () => morning);
  world.services.pictures = createPictures({
    store,
    people: () => [],
    loadLane: () => Promise.reject(new Problem('offline')),
    onKeep: () => {},
  });
  world.services.preparePhoto = prepared;
  return world;
}

async function prepared(file: Blob): Promise<PreparedPhoto> {
  return { bytes: await file.arrayBuffer(), mime: 'image/jpeg', w: 1280, h: 960 };
}

/** Making the photo of this content takes until the returned is called. */
function holdUp(world: ScreenWorld, content: string): () => void {
  let release = () => {};
  const isReleased = new Promise<void>(resolve => (release = resolve));
  world.services.preparePhoto = async file => {
    if ((await file.text()) === content) await isReleased;
    return prepared(file);
  };
  return release;
}

async function open(world: ScreenWorld): Promise<void> {
  renderScreen(world, <SectionScreen village={village} section="bukti" />);
  await screen.findByRole('group', { name: 'Foto tampak depan' });
}

const group = () => within(screen.getByRole('group', { name: 'Foto tampak depan' }));
const caption = () => group().getByLabelText<HTMLInputElement>('Keterangan foto');
const consent = () => group().getByLabelText<HTMLInputElement>(/setuju fotonya/);

/** Hands over a file as the camera or the gallery would. */
async function pick(content: string): Promise<void> {
  const file = new File([content], 'IMG_0001.jpg', { type: 'image/jpeg' });
  await userEvent.upload(group().getByLabelText<HTMLInputElement>('Pilih foto'), file);
}

/** What is saved of the photo. */
async function held(world: ScreenWorld): Promise<Record<string, unknown> | undefined> {
  const view = await world.services.records.readRecord(stream, 'library', village);
  return valuesOf<Record<string, Record<string, unknown>>>(view)['foto_depan'];
}

async function openWithPhoto(world = openPhone()): Promise<ScreenWorld> {
  await open(world);
  await pick('satu');
  await group().findByRole('img');
  await waitFor(async () => expect(await held(world)).toBeDefined());
  return world;
}

test('one button opens the camera, the other the pictures of the phone', async () => {
  await open(openPhone());
  expect(group().getByLabelText('Ambil foto').getAttribute('capture')).toBe('environment');
  expect(group().getByLabelText('Pilih foto').hasAttribute('capture')).toBe(false);
});

test('a photo that is taken away is put back with all that was said of it', async () => {
  const world = await openWithPhoto();
  await userEvent.click(consent());
  await waitFor(async () => expect(await held(world)).toMatchObject({ consent: true }));
  // Typed a moment ago, and not saved yet.
  await userEvent.type(caption(), 'Tampak depan');
  await userEvent.click(group().getByRole('button', { name: 'Hapus' }));
  await screen.findByText('Foto dihapus');
  expect(group().queryByRole('img')).toBeNull();
  await waitFor(async () => expect(await held(world)).toBeUndefined());

  await userEvent.click(screen.getByRole('button', { name: 'Urungkan' }));
  await group().findByRole('img');
  await waitFor(async () =>
    expect(await held(world)).toMatchObject({ caption: 'Tampak depan', consent: true }),
  );
});

test('a photo taken again keeps its caption, asks the people anew, and can be put back', async () => {
  const world = await openWithPhoto();
  const before = await held(world);
  await userEvent.click(consent());
  await userEvent.type(caption(), 'Tampak depan');
  await pick('dua');
  await screen.findByText('Foto diganti');
  await waitFor(async () => expect((await held(world))?.['image']).not.toEqual(before?.['image']));
  const after = await held(world);
  expect(after).toMatchObject({ caption: 'Tampak depan' });
  expect(after).not.toHaveProperty('consent');
  await waitFor(() => expect(consent().checked).toBe(false));
  expect(await accessibilityViolations()).toEqual([]);

  await userEvent.click(screen.getByRole('button', { name: 'Urungkan' }));
  await waitFor(async () =>
    expect(await held(world)).toEqual({ ...before, caption: 'Tampak depan', consent: true }),
  );
});

test('a caption typed while the photo is being made is not lost to it', async () => {
  const phone = openPhone();
  const finish = holdUp(phone, 'dua');
  const world = await openWithPhoto(phone);
  await pick('dua');
  await group().findByText('Foto sedang dikecilkan…');
  await userEvent.type(caption(), 'Rak buku');
  finish();
  await screen.findByText('Foto diganti');
  await waitFor(async () => expect(await held(world)).toMatchObject({ caption: 'Rak buku' }));
});

test('a caption is saved when the screen closes in the middle of it, and an empty one is none', async () => {
  const world = await openWithPhoto();
  await userEvent.type(caption(), ' Rak ');
  cleanup();
  await waitFor(async () => expect(await held(world)).toMatchObject({ caption: 'Rak' }));
  await open(world);
  await group().findByRole('img');
  await waitFor(() => expect(caption().value).toBe('Rak'));
  await userEvent.clear(caption());
  cleanup();
  await waitFor(async () => expect(await held(world)).not.toHaveProperty('caption'));
});

test('a photo that is still being made when the screen closes is kept all the same', async () => {
  const world = openPhone();
  const finish = holdUp(world, 'satu');
  await open(world);
  await pick('satu');
  await group().findByText('Foto sedang dikecilkan…');
  cleanup();
  finish();
  await waitFor(async () => expect(await held(world)).toHaveProperty('image'));
});

test('a phone too full for the answer shows the old photo again and says so', async () => {
  const world = await openWithPhoto();
  const before = await held(world);
  world.setFull(true);
  await pick('dua');
  await screen.findByText(/Ruang simpan perangkat penuh/);
  expect(await held(world)).toEqual(before);
  expect(screen.queryByText('Foto diganti')).toBeNull();
  await group().findByRole('img');

  world.setFull(false);
  await pick('dua');
  await screen.findByText('Foto diganti');
  await waitFor(async () => expect(await held(world)).not.toEqual(before));
});

test('addresses of pictures are given back when they leave the screen', async () => {
  const given: string[] = [];
  const returned: string[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    given.push(`blob:photo-${given.length}`);
    return given.at(-1) as string;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(url => {
    if (url.startsWith('blob:photo-')) returned.push(url);
  });
  await openWithPhoto();
  await pick('dua');
  await waitFor(() => expect(given).toHaveLength(2));
  await waitFor(() => expect(returned).toEqual(given.slice(0, 1)));
  cleanup();
  await waitFor(() => expect(returned).toEqual(given));
});

test('a photo of another device that cannot be fetched now has its place and says so', async () => {
  const world = openPhone();
  const image = { sha256: 'a'.repeat(64), size: 4, mime: 'image/jpeg', w: 1280, h: 960 };
  await world.services.records.write([
    { stream, t: 'library', r: village, fields: { foto_depan: { image } }, seen: undefined },
  ]);
  await open(world);
  await group().findByText('Foto ada di server. Muncul di sini saat tersambung.');
  expect(group().queryByRole('img')).toBeNull();
  expect(await accessibilityViolations()).toEqual([]);
});

// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import jsQR from 'jsqr';
import { afterEach, expect, test } from 'vitest';
import { BadgeScreen } from '../../../src/client/features/badge/BadgeScreen.tsx';
import { BadgesScreen } from '../../../src/client/features/badge/BadgesScreen.tsx';
import { badgeText } from '../../../src/domain/badge.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  openScreenWorld,
  renderScreen,
  rina,
  training,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

const names = ['Amina Salsabila', 'Bernadus Ngabe', 'Citra Lestari', 'Désiré Tundan'];

/** What a camera reads off a drawn QR code. */
function readPicture(svg: Element): string | undefined {
  const size = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
  const scale = 4;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  const path = svg.querySelector('path')?.getAttribute('d') ?? '';
  for (const [, x, y, n] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = 0; row < scale; row += 1) {
      for (let at = 0; at < Number(n) * scale; at += 1) {
        const place = (Number(y) * scale + row) * side + Number(x) * scale + at;
        pixels.fill(0, place * 4, place * 4 + 3);
      }
    }
  }
  return jsQR(pixels, side, side)?.data;
}

const qrIn = (place: ParentNode) =>
  readPicture(place.querySelector('svg[viewBox="0 0 37 37"], svg[viewBox="0 0 33 33"]')!);

async function openBadges(world: ScreenWorld) {
  await holdTraining(world, names);
  renderScreen(world, <BadgesScreen training={training} />);
  return within(await screen.findByRole('list', { name: 'Kartu peserta' }));
}

test('everybody has a badge with a name and a code that a camera reads, and nothing personal in it', async () => {
  const world = openScreenWorld(rina);
  const list = await openBadges(world);
  const badges = await list.findAllByRole('listitem');

  expect(badges.map(one => names.find(name => one.textContent.includes(name)))).toEqual(names);
  expect(badges.map(qrIn)).toEqual(
    ['p001', 'p002', 'p003', 'p004'].map(participant =>
      badgeText({ training, participant, number: 1 }),
    ),
  );
  expect(screen.getByRole('button', { name: 'Cetak 4 kartu' })).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
});

test('what is searched for is what is printed', async () => {
  const list = await openBadges(openScreenWorld(rina));
  await userEvent.type(screen.getByLabelText('Cari nama atau asal'), 'citra');
  expect(list.getAllByRole('listitem')).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Cetak 1 kartu' })).toBeTruthy();
});

test('somebody taken off the roster has no badge, and a person entered twice has one', async () => {
  const world = openScreenWorld(rina);
  await holdTraining(world, names);
  await world.services.records.write([
    {
      stream: `training:${training}`,
      t: 'participant',
      r: 'p004',
      fields: { deleted: true },
      seen: await world.services.records.readRecord(`training:${training}`, 'participant', 'p004'),
    },
  ]);
  await world.hold('participant', { p002: { name: 'Amina S.', sameAs: 'p001' } });
  renderScreen(world, <BadgesScreen training={training} />);
  const list = within(await screen.findByRole('list', { name: 'Kartu peserta' }));
  await waitFor(() => expect(list.getAllByRole('listitem')).toHaveLength(2));
});

test('a new badge makes the old one void, and that can be taken back', async () => {
  const world = openScreenWorld(rina);
  await holdTraining(world, names);
  renderScreen(world, <BadgeScreen training={training} participant="p003" />);
  await screen.findByText('Citra Lestari');
  expect(await accessibilityViolations()).toEqual([]);

  await userEvent.click(screen.getByRole('button', { name: 'Buat kartu baru' }));
  await screen.findByText('Kartu ke-2');
  expect(qrIn(document)).toBe(badgeText({ training, participant: 'p003', number: 2 }));
  await userEvent.click(screen.getByRole('button', { name: 'Urungkan' }));
  await waitFor(() => expect(screen.queryByText('Kartu ke-2')).toBeNull());
  expect((await world.readWritten()).map(({ f }) => f)).toEqual([{ badge: 2 }, { badge: null }]);
});

test('a participant who is not here says so', async () => {
  const world = openScreenWorld(rina);
  await holdTraining(world, names);
  renderScreen(world, <BadgeScreen training={training} participant="p099" />);
  expect(await screen.findByText('Peserta ini tidak ada di perangkat ini')).toBeTruthy();
});

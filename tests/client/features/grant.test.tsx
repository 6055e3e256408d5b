// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { RefusedElsewhere } from '../../../src/client/app-services.ts';
import { AttentionScreen } from '../../../src/client/features/attention/AttentionScreen.tsx';
import { grantFor } from '../../../src/client/features/attention/grant-for.ts';
import {
  holdTraining,
  koordinator,
  morning,
  openScreenWorld,
  renderScreen,
  stream,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

const village = '62.12.01.2008';

function refused(
  code: RefusedElsewhere['code'],
  about: { stream?: string; t?: string; r?: string; by?: string } = {},
): RefusedElsewhere {
  const operation = { stream, t: 'attendance', r: 's2:p001', by: 'tamu', f: {}, ...about };
  return { id: 'o1', code, receivedAt: morning, device: 'abcdef12', operation };
}

test('what was refused for want of a right is let in together with the right', async () => {
  const world = openScreenWorld(koordinator);
  await holdTraining(world, ['Amina']);
  world.elsewhere = [refused('forbidden')];
  renderScreen(world, <AttentionScreen />);
  const all = within(await screen.findByRole('region', { name: 'Dari semua perangkat' }));
  await userEvent.click(await all.findByRole('button', { name: 'Terima dan beri hak' }));
  expect(await screen.findByText(/kini berhak mencatat di sini/)).toBeTruthy();

  const [member] = await world.readWritten();
  expect(member).toMatchObject({ stream, t: 'member', r: 'tamu', f: { role: 'fasilitator' } });
});

test('the least right that would have done is given, and none is taken away', async () => {
  const world = openScreenWorld(koordinator);
  const { records } = world.services;
  const region = { stream: 'region:62.12', t: 'library', r: village };
  const fieldsFor = async (one: RefusedElsewhere) => (await grantFor(records, one, 'Sari'))?.fields;

  expect(await fieldsFor(refused('forbidden'))).toEqual({ role: 'fasilitator', name: 'Sari' });
  expect(await fieldsFor(refused('forbidden', region))).toEqual({
    role: 'pengelola',
    village,
    name: 'Sari',
  });
  // A librarian of another village keeps hers.
  const held = { role: 'pengelola', village: '62.12.01.2009' };
  await records.write([
    { stream: region.stream, t: 'member', r: 'tamu', fields: held, seen: undefined },
  ]);
  expect(await fieldsFor(refused('forbidden', region))).toBeUndefined();
  // Unless the profile she looks after is what moved.
  await records.write([
    {
      stream: region.stream,
      t: 'library',
      r: '62.12.01.2009',
      fields: { movedTo: village },
      seen: undefined,
    },
  ]);
  expect(await fieldsFor(refused('forbidden', region))).toMatchObject({ village });
});

test.each([
  ['a value that was wrong', refused('invalid-value')],
  ['what only coordinators write', refused('forbidden', { t: 'member', r: 'tamu' })],
  ['a kind of a later version', refused('forbidden', { t: 'barang', r: 'x' })],
  ['nobody', refused('forbidden', { by: '' })],
])('for %s no right is offered', async (_, one) => {
  const world = openScreenWorld(koordinator);
  expect(await grantFor(world.services.records, one, 'Sari')).toBeUndefined();
});

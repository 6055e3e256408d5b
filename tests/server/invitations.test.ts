import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  limits,
  paths,
  type EnrolResponse,
  type InviteResponse,
} from '../../src/protocol/messages.ts';
import { openHome, openTraining, pull, type TestHome } from '../support/home.ts';

let home: TestHome;
const day = 86_400_000;
const bahitom = '62.12.01.2008';
const inMurungRaya = { role: 'pengelola', name: 'Sari', village: bahitom };
const inKapuas = { role: 'pengelola', name: 'Sari', village: '62.03.01.1001' };

beforeEach(async () => {
  home = await openHome();
});
afterEach(() => home.close());

const ask = (token: string | undefined, body: unknown) =>
  home.fetch(paths.invitations, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });

/** The status and code of an answer; `200` for an invitation. */
async function answerTo(token: string | undefined, body: unknown): Promise<string> {
  const response = await ask(token, body);
  const { code } = (await response.json()) as { code: string };
  return response.ok ? '200' : `${response.status} ${code}`;
}

async function invite(token: string, body: unknown): Promise<InviteResponse> {
  return (await (await ask(token, body)).json()) as InviteResponse;
}

async function comeIn(code: string, device: string): Promise<EnrolResponse> {
  return (await (await home.tryEnrol(code, device)).json()) as EnrolResponse;
}

/** Somebody with a role in the region of Murung Raya. */
const letInRegion = (role: 'koordinator' | 'fasilitator') =>
  home.letIn(role, { name: 'Budi', stream: 'region:62.12' }, `tablet-${role}`);

test('8.4 an invitation lets the librarian into her village, from its link or read out', async () => {
  const { koordinator } = await openTraining(home);

  const invitation = await invite(koordinator.token, { ...inMurungRaya, name: ' Sari Kahayan ' });
  expect(invitation).toEqual({
    code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
    path: `/enrol#${invitation.code}`,
    expiresAt: home.now + 14 * day,
  });
  const sari = await comeIn(invitation.code.toLowerCase(), 'phone-s');

  expect(sari.person).toMatchObject({ name: 'Sari Kahayan', role: 'pengelola' });
  expect(sari.scopes).toEqual([{ id: `region:62.12/${bahitom}`, role: 'pengelola' }]);
  expect((await pull(home, sari.token)).end.scopes).toMatchObject([
    { id: `region:62.12/${bahitom}` },
  ]);
});

test('8.4 the code is known to nobody but who was told it', async () => {
  const { koordinator } = await openTraining(home);

  const { code } = await invite(koordinator.token, inMurungRaya);

  expect(await home.store.findInvitation(code)).toBeUndefined();
  expect(JSON.stringify(home.logged)).not.toContain(code);
});

test('8.4 it is used up by one device and runs out after 14 days', async () => {
  const { koordinator } = await openTraining(home);
  const [used, old] = [
    await invite(koordinator.token, inMurungRaya),
    await invite(koordinator.token, inMurungRaya),
  ];

  await comeIn(used.code, 'phone-s');
  expect((await home.tryEnrol(used.code, 'phone-t')).status).toBe(409);
  home.now = old.expiresAt + 1;

  expect((await home.tryEnrol(old.code, 'phone-t')).status).toBe(410);
});

test("8.4 the programme's koordinator invites trainers, to a training or to a region", async () => {
  const { koordinator, stream } = await openTraining(home);
  const trainer = { role: 'fasilitator', name: 'Wulan' };

  const toTraining = await invite(koordinator.token, { ...trainer, stream });
  const toRegion = await invite(koordinator.token, { ...trainer, village: bahitom });

  expect((await comeIn(toTraining.code, 'tablet-w')).scopes).toEqual([
    { id: stream, role: 'fasilitator' },
  ]);
  expect((await comeIn(toRegion.code, 'tablet-x')).scopes).toEqual([
    { id: 'region:62.12', role: 'fasilitator' },
  ]);
});

test.each(['koordinator', 'fasilitator'] as const)(
  '8.4 a %s of a region invites the librarians of its villages, and nobody else',
  async role => {
    const { token } = await letInRegion(role);

    expect(await answerTo(token, inMurungRaya)).toBe('200');
    expect(await answerTo(token, inKapuas)).toBe('403 no-right');
    expect(await answerTo(token, { ...inMurungRaya, role: 'fasilitator' })).toBe('403 no-right');
  },
);

test('8.4 who only trains, or only keeps a library, invites nobody', async () => {
  const { amina } = await openTraining(home);
  const sari = await home.letIn(
    'pengelola',
    { name: 'Sari', stream: 'region:62.12', village: bahitom },
    'phone-s',
  );

  expect(await answerTo(amina.token, inMurungRaya)).toBe('403 no-right');
  expect(await answerTo(sari.token, inMurungRaya)).toBe('403 no-right');
  // Nor do they learn which villages there are.
  expect(await answerTo(amina.token, { ...inMurungRaya, village: '62.12.99.2001' })).toBe(
    '403 no-right',
  );
});

test('8.4 a stranger, a revoked device, and a right that is over invite nobody', async () => {
  const { token, person } = await letInRegion('koordinator');
  expect(await answerTo(undefined, inMurungRaya)).toBe('401 sign-in-needed');

  await home.store.transaction(tx =>
    home.operations.admitMember(tx, {
      stream: 'region:62.12',
      person: person.id,
      fields: { until: '2021-06-28' },
    }),
  );
  expect(await answerTo(token, inMurungRaya)).toBe('403 no-right');
  await home.operations.revokeDevice('tablet-koordinator');

  expect(await answerTo(token, inMurungRaya)).toBe('403 device-revoked');
});

test('8.4 a village that is nowhere is said to be so', async () => {
  const { koordinator } = await openTraining(home);

  expect(await answerTo(koordinator.token, { ...inMurungRaya, village: '62.12.99.2001' })).toBe(
    '422 village-unknown',
  );
});

test.each([
  ['no name', { ...inMurungRaya, name: '  ' }],
  ['a name of two lines', { ...inMurungRaya, name: 'Sari\nKahayan' }],
  ['a name without end', { ...inMurungRaya, name: 'a'.repeat(201) }],
  ['a librarian of nowhere', { role: 'pengelola', name: 'Sari' }],
  ['a code that is none', { ...inMurungRaya, village: '62.12' }],
  ['a village that lies elsewhere', { ...inMurungRaya, stream: 'region:62.03' }],
  ['a librarian of a training', { ...inMurungRaya, stream: 'training:t1' }],
  ['a trainer of nothing', { role: 'fasilitator', name: 'Wulan' }],
  ['a trainer of everything', { role: 'fasilitator', name: 'Wulan', stream: 'programme' }],
  ['a place that is none', { role: 'fasilitator', name: 'Wulan', stream: 'sungai' }],
  ['another koordinator', { role: 'koordinator', name: 'Wulan', stream: 'programme' }],
  ['nothing', null],
])('8.4 %s is no invitation', async (_what, body) => {
  const { koordinator } = await openTraining(home);

  expect(await answerTo(koordinator.token, body)).toBe('400 bad-request');
});

test('8.4 nobody makes them without end; one that was used makes room', async () => {
  const { koordinator } = await openTraining(home);
  const codes: string[] = [];
  for (let made = 0; made < limits.openInvitations; made += 1)
    codes.push((await invite(koordinator.token, inMurungRaya)).code);
  expect(await answerTo(koordinator.token, inMurungRaya)).toBe('429 too-many-tries');

  await comeIn(codes[0]!, 'phone-s');

  expect(await answerTo(koordinator.token, inMurungRaya)).toBe('200');
});

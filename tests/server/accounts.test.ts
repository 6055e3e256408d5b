import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { paths, type EnrolResponse } from '../../src/protocol/messages.ts';
import { newInvitationCode } from '../../src/server/accounts/invitation-code.ts';
import { keepInvitation } from '../../src/server/accounts/invitations.ts';
import { readToken, signToken } from '../../src/server/accounts/tokens.ts';
import { openHome, pull, type TestHome } from '../support/home.ts';

let home: TestHome;
const guest = { name: 'Amina Putri', stream: 'training:t1' };
const day = 86_400_000;

beforeEach(async () => {
  home = await openHome();
});
afterEach(() => home.close());

const problemOf = async (response: Response) => {
  const { code } = (await response.json()) as { code: string };
  return `${response.status} ${code}`;
};

describe('an invitation', () => {
  test('lets one person in, and says what they may read', async () => {
    const answer = await home.letIn('fasilitator', guest, 'tablet-a');
    expect(answer).toEqual({
      token: expect.stringMatching(/^v1\.[\w-]+\.[\w-]+$/),
      person: { id: expect.any(String), name: 'Amina Putri', role: 'fasilitator' },
      scopes: [{ id: 'training:t1', role: 'fasilitator' }],
      server: { id: home.store.serverId, epoch: await home.store.readEpoch(), now: home.now },
      given: [expect.objectContaining({ by: 'home', t: 'member', proof: expect.any(String) })],
    });
    const { pages } = await pull(home, answer.token);
    expect(pages[0]?.records).toMatchObject([
      { t: 'member', r: answer.person.id, f: { name: { h: [{ v: 'Amina Putri', by: 'home' }] } } },
    ]);
  });

  test('answers the same device again with the same person, also when it has run out since', async () => {
    const code = await home.invite('fasilitator', guest);
    const first = (await (await home.tryEnrol(code, 'tablet-a')).json()) as EnrolResponse;
    home.now += 30 * day;
    const again = (await (await home.tryEnrol(code, 'tablet-a')).json()) as EnrolResponse;
    expect(again.person).toEqual(first.person);
    expect(again.token).toBe(first.token);
    expect((await home.store.readHeads()).get('training:t1')).toBe(1);
  });

  test('is used up by one device, and runs out after 14 days', async () => {
    const code = await home.invite('fasilitator', guest);
    await home.tryEnrol(code, 'tablet-a');
    expect(await problemOf(await home.tryEnrol(code, 'tablet-b'))).toBe('409 code-used');
    const other = await home.invite('fasilitator', guest);
    home.now += 14 * day + 1;
    expect(await problemOf(await home.tryEnrol(other, 'tablet-b'))).toBe('410 code-expired');
  });

  test('is known however it is typed', async () => {
    const code = await home.invite('fasilitator', guest);
    const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect((await home.tryEnrol(typed, 'tablet-a')).status).toBe(200);
  });

  test('is kept as a hash alone', async () => {
    const code = await home.invite('fasilitator', guest);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await home.store.findInvitation(code)).toBeUndefined();
    expect(newInvitationCode()).not.toBe(newInvitationCode());
  });

  test('of many guests lets each device in as the next of them; of one person always as that one', async () => {
    const names = ['Wulan', 'Bagas'].map(name => ({ name, stream: 'training:t1' }));
    await home.store.transaction(async tx => {
      const open = { role: 'fasilitator', person: 'k', createdAt: 0, expiresAt: null } as const;
      await keepInvitation(home.home, tx, 'MANY', { ...open, admits: 'new-person', guests: names });
      await keepInvitation(home.home, tx, 'SAME', {
        ...open,
        admits: 'same-person',
        guests: names,
      });
    });
    const comeIn = async (code: string, device: string) =>
      ((await (await home.tryEnrol(code, device)).json()) as EnrolResponse).person;
    const many = [await comeIn('many', 'a'), await comeIn('many', 'b'), await comeIn('many', 'c')];
    expect(many.map(({ name }) => name)).toEqual(['Wulan', 'Bagas', 'Wulan 2']);
    expect(new Set(many.map(({ id }) => id)).size).toBe(3);
    const same = [await comeIn('same', 'a'), await comeIn('same', 'b')];
    expect(same).toEqual([
      { id: 'k', name: 'Wulan', role: 'fasilitator' },
      { id: 'k', name: 'Wulan', role: 'fasilitator' },
    ]);
  });
});

describe('guessing', () => {
  test('is stopped for the device after ten wrong codes, and for nobody else', async () => {
    for (let time = 0; time < 10; time += 1)
      expect(await problemOf(await home.tryEnrol(`WRONG-${time}`, 'thief'))).toBe(
        '404 code-unknown',
      );
    const code = await home.invite('fasilitator', guest);
    const stopped = await home.tryEnrol(code, 'thief');
    expect(stopped.headers.get('Retry-After')).toBe('900');
    expect(await problemOf(stopped)).toBe('429 too-many-tries');
    expect((await home.tryEnrol(code, 'tablet-a')).status).toBe(200);
    home.now += 15 * 60_000;
    expect(await problemOf(await home.tryEnrol('WRONG', 'thief'))).toBe('404 code-unknown');
  });

  test('one code from ever new devices is stopped too', async () => {
    for (let time = 0; time < 10; time += 1) await home.tryEnrol('GUESS', `device-${time}`);
    expect(await problemOf(await home.tryEnrol('guess', 'another'))).toBe('429 too-many-tries');
  });
});

describe('a token', () => {
  const key = Buffer.alloc(32, 1);
  const grant = { device: 'tablet-a', person: 'amina', enrolledAt: 5 };

  test('says who was let in where and when', () => {
    expect(readToken(key, signToken(key, grant))).toEqual(grant);
  });

  test('is worth nothing when it was changed, cut, or signed by another', () => {
    const token = signToken(key, grant);
    const forged = token.replace(
      /\.[^.]+\./,
      `.${Buffer.from('["tablet-a","budi",5]').toString('base64url')}.`,
    );
    for (const bad of [
      forged,
      token.slice(0, -1),
      `${token}.x`,
      '',
      'v1..',
      token.replace('v1', 'v2'),
    ])
      expect(readToken(key, bad)).toBeUndefined();
    expect(readToken(Buffer.alloc(32, 2), token)).toBeUndefined();
  });

  test('of a revoked device opens nothing, not even with a new code', async () => {
    const amina = await home.letIn('fasilitator', guest, 'tablet-a');
    await home.operations.revokeDevice('tablet-a');
    const headers = { Authorization: `Bearer ${amina.token}` };
    expect(await problemOf(await home.fetch(paths.attention, { headers }))).toBe(
      '403 device-revoked',
    );
    const code = await home.invite('fasilitator', guest);
    expect(await problemOf(await home.tryEnrol(code, 'tablet-a'))).toBe('403 device-revoked');
    expect(await home.operations.revokeDevice('never-seen')).toBe(false);
  });
});

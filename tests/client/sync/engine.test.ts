import { describe, expect, test } from 'vitest';
import { valuesOf } from '../../../src/client/data/record-view.ts';
import type { Attendance } from '../../../src/domain/records/attendance.ts';
import { paths, type PullRequest, type PushRequest } from '../../../src/protocol/messages.ts';
import type { Operation } from '../../../src/protocol/operation.ts';
import { createDevice, type Device } from '../../support/device.ts';
import { loginPage } from '../../support/faulty-network.ts';
import { operation } from '../../support/operations.ts';
import { createChance } from '../../support/seed.ts';
import { createSmallHome, problem } from './small-home.ts';

const stream = 'training:t1';
const startsAt = 1_624_950_000_000;
let devices = 0;

/** A home, and a tablet at which Amina was let in. */
async function tabletOfAmina() {
  const home = createSmallHome(() => startsAt);
  devices += 1;
  const chance = createChance(devices);
  const world = {
    name: `engine-${devices}`,
    clock: () => startsAt,
    newId: chance.uuid,
    fetch: home.fetch,
  };
  const tablet = await createDevice(world);
  await tablet.account.enrol('AMINA');
  return { home, tablet, world };
}

async function mark(device: Device, participant: string, status = 'hadir', session = 's1') {
  const r = `${session}:${participant}`;
  const seen = await device.records.readRecord(stream, 'attendance', r);
  await device.records.write([{ stream, t: 'attendance', r, fields: { mark: { status } }, seen }]);
}

async function sheet(device: Device, session = 's1'): Promise<Record<string, unknown>> {
  const views = await device.records.readShelf(stream, 'attendance', session);
  return Object.fromEntries(
    views.map(view => [view.r.split(':')[1], valuesOf<Attendance>(view).mark?.status]),
  );
}

const deliveries = async (device: Device) =>
  (await device.records.readShelf(stream, 'attendance')).map(view => view.delivery);

const pushes = (home: ReturnType<typeof createSmallHome>) =>
  home.asked
    .filter(({ path }) => path === paths.push)
    .map(({ body }) => (body as PushRequest).ops.length);

describe('a round', () => {
  test('delivers what was written and brings what others wrote', async () => {
    const { home, tablet } = await tabletOfAmina();
    home.admit(operation({ r: 's1:p9', f: { mark: { status: 'izin' } }, by: 'budi' }));
    await mark(tablet, 'p1');
    expect(await deliveries(tablet)).toEqual(['waiting']);

    expect(await tablet.runRound()).toBe(true);
    expect(await sheet(tablet)).toEqual({ p1: 'hadir', p9: 'izin' });
    expect(await deliveries(tablet)).toEqual(['home', 'home']);
    expect(home.operations().map(({ n, by }) => ({ n, by }))).toContainEqual({ n: 1, by: 'amina' });
  });

  test('5.6 an acknowledgement that was lost leaves the work pending, and the repeat is a dup', async () => {
    const { home, tablet } = await tabletOfAmina();
    await mark(tablet, 'p1');
    home.intercept = ({ path, body }) => {
      if (path !== paths.push) return undefined;
      home.intercept = () => undefined;
      home.admit((body as PushRequest).ops[0] as Operation);
      throw new TypeError('Failed to fetch');
    };
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'offline' });
    expect(await deliveries(tablet)).toEqual(['waiting']);
    expect(await tablet.runRound()).toBe(true);
    expect(home.operations()).toHaveLength(1);
    expect(await deliveries(tablet)).toEqual(['home']);
  });

  test('7.6 batches begin at 50 and grow as long as that succeeds', async () => {
    const { home, tablet } = await tabletOfAmina();
    await markMany(tablet, 400);
    await tablet.runRound();
    expect(pushes(home)).toEqual([50, 100, 200, 50]);
    expect(home.operations()).toHaveLength(400);
  });

  test('5.5 a batch that is too large is halved until it fits', async () => {
    const { home, tablet } = await tabletOfAmina();
    await markMany(tablet, 60);
    home.intercept = ({ path, body }) =>
      path === paths.push && (body as PushRequest).ops.length > 20
        ? problem('too-large')
        : undefined;
    expect(await tablet.runRound()).toBe(true);
    expect(home.operations()).toHaveLength(60);
  });

  test('5.5 a line that home cannot read goes to attention and delays nothing', async () => {
    const { home, tablet } = await tabletOfAmina();
    await markMany(tablet, 30);
    home.intercept = ({ path, body }) =>
      path === paths.push && JSON.stringify(body).includes('"s1:p17"')
        ? problem('bad-request')
        : undefined;
    await tablet.runRound();
    expect(home.operations()).toHaveLength(29);
    const [refused] = await tablet.attention.readOwn();
    expect(refused).toMatchObject({ code: 'malformed', operation: { r: 's1:p17' } });
    expect((await sheet(tablet))['p17']).toBe('hadir');
  });

  test('5.5 when home cannot read any push, no line is blamed', async () => {
    const { home, tablet } = await tabletOfAmina();
    await markMany(tablet, 3);
    home.intercept = ({ path }) => (path === paths.push ? problem('bad-request') : undefined);
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'bad-request' });
    expect(await tablet.attention.readOwn()).toEqual([]);
    home.intercept = () => undefined;
    expect(await tablet.runRound()).toBe(true);
  });

  test('7.4 refused work stays on the screen, marked, and says why', async () => {
    const { home, tablet } = await tabletOfAmina();
    home.refuse = ({ r }) => (r === 's1:p1' ? 'forbidden' : undefined);
    await mark(tablet, 'p1');
    await mark(tablet, 'p2');
    expect(await tablet.runRound()).toBe(true);
    expect(await sheet(tablet)).toEqual({ p1: 'hadir', p2: 'hadir' });
    expect(await deliveries(tablet)).toEqual(['attention', 'home']);
    expect(await tablet.attention.readOwn()).toMatchObject([{ code: 'forbidden', n: 1 }]);
  });

  test('4.2 what home cannot store for a moment stays pending and the round says so', async () => {
    const { home, tablet } = await tabletOfAmina();
    await mark(tablet, 'p1');
    home.isHindered = () => true;
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'busy' });
    expect(await deliveries(tablet)).toEqual(['waiting']);
    expect(pushes(home)).toEqual([1]);
  });

  test('5.5 a lost sign-in loses nothing, and recording goes on', async () => {
    const { home, tablet } = await tabletOfAmina();
    await mark(tablet, 'p1');
    const granted = home.granted;
    home.granted = {};
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'sign-in-needed' });
    await mark(tablet, 'p2');
    expect(await sheet(tablet)).toEqual({ p1: 'hadir', p2: 'hadir' });
    home.granted = granted;
    expect(await tablet.runRound()).toBe(true);
  });

  test("7.5 another person's token delivers everybody's work, each under its own name", async () => {
    const { home, tablet } = await tabletOfAmina();
    home.granted['token-budi'] = [stream];
    await mark(tablet, 'p1');
    await tablet.account.enrol('BUDI');
    await mark(tablet, 'p2');
    delete home.granted['token-amina'];
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'sign-in-needed' });
    expect(home.operations().map(({ by }) => by)).toEqual(['amina', 'budi']);
    const [push] = home.asked.filter(({ path }) => path === paths.push);
    expect(push?.body).toMatchObject({ device: { tokens: ['token-amina'] } });
  });

  test('6.9 a login page, and a server that did not let the device in, are no answers', async () => {
    const { home, tablet } = await tabletOfAmina();
    await mark(tablet, 'p1');
    home.intercept = () => loginPage();
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'foreign-answer' });
    home.intercept = () => undefined;
    home.id = 'another-server';
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'foreign-answer' });
    expect(await deliveries(tablet)).toEqual(['waiting']);
  });
});

describe('pulling', () => {
  test('6.4 a cut answer keeps every whole page, and the next round goes on from there', async () => {
    const { home, tablet } = await tabletOfAmina();
    for (let person = 1; person <= 9; person += 1) home.admit(operation({ r: `s1:p${person}` }));
    home.pageSize = 2;
    home.intercept = ({ path, body }) => {
      if (path !== paths.pull) return undefined;
      home.intercept = () => undefined;
      return home.fetch(path, bodyOf(body)).then(async whole => {
        const text = await whole.text();
        const cut = text.split('\n').slice(0, 2).join('\n') + '\n{"epoch":"epo';
        return new Response(cut, { headers: whole.headers });
      });
    };
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'offline' });
    expect(Object.keys(await sheet(tablet))).toHaveLength(4);
    expect(await tablet.runRound()).toBe(true);
    expect(Object.keys(await sheet(tablet))).toHaveLength(9);
    const last = home.asked.findLast(({ path }) => path === paths.pull)?.body as PullRequest;
    expect(last.scopes).toEqual({ [stream]: 4 });
  });

  test('8.2 a lost scope is forgotten, but not before its work is delivered', async () => {
    const { home, tablet } = await tabletOfAmina();
    home.admit(operation({ r: 's1:p9' }));
    await mark(tablet, 'p1');
    await tablet.runRound();
    home.granted = { 'token-amina': [] };
    home.isHindered = () => true;
    await mark(tablet, 'p2');
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'busy' });
    expect(await sheet(tablet)).toEqual({ p1: 'hadir', p2: 'hadir', p9: 'hadir' });
    home.isHindered = () => false;
    await tablet.runRound();
    expect(await sheet(tablet)).toEqual({});
    expect(tablet.account.active.value?.scopes).toEqual([]);
  });

  test('6.1 a scope that was granted since is pulled from the start', async () => {
    const { home, tablet } = await tabletOfAmina();
    home.admit(operation({ stream: 'training:t2', r: 's9:p9' }));
    await tablet.runRound();
    home.granted['token-amina']?.push('training:t2');
    await tablet.runRound();
    expect(await tablet.records.readShelf('training:t2', 'attendance', 's9')).toHaveLength(1);
  });
});

describe('6.7 a new epoch', () => {
  test('opens everything again, and the old base is shown until the new one is complete', async () => {
    const { home, tablet } = await tabletOfAmina();
    home.admit(operation({ r: 's1:p9', f: { mark: { status: 'izin' } } }));
    await mark(tablet, 'p1');
    await mark(tablet, 'p1', 'sakit');
    await tablet.runRound();
    const before = await sheet(tablet);

    home.restore('epoch-2', () => false);
    home.isHindered = () => true;
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'busy' });
    expect(await sheet(tablet)).toEqual(before);
    expect(await deliveries(tablet)).toEqual(['waiting', 'home']);

    home.isHindered = () => false;
    expect(await tablet.runRound()).toBe(true);
    expect(home.operations()).toHaveLength(2);
    expect(await sheet(tablet)).toEqual({ p1: 'sakit' });
    const again = home.asked.findLast(({ path }) => path === paths.push)?.body as PushRequest;
    expect(again.ops[0]).toMatchObject({ stamp: startsAt, proof: 'proof' });
  });

  test('6.7 home that fell behind within its epoch is delivered to again', async () => {
    const { home, tablet } = await tabletOfAmina();
    await mark(tablet, 'p1');
    await mark(tablet, 'p2');
    await tablet.runRound();
    home.restore('epoch-1', ({ r }) => r === 's1:p1');
    expect(await tablet.runRound()).toBe(true);
    expect(home.operations()).toHaveLength(2);
    expect(await sheet(tablet)).toEqual({ p1: 'hadir', p2: 'hadir' });
  });

  test('5.3 verdicts of a new epoch count in it and in no other', async () => {
    const { home, tablet } = await tabletOfAmina();
    await mark(tablet, 'p1');
    await tablet.runRound();
    home.restore('epoch-2', () => false);
    await mark(tablet, 'p2');
    expect(await tablet.runRound()).toBe(true);
    expect(
      home
        .operations()
        .map(({ r }) => r)
        .sort(),
    ).toEqual(['s1:p1', 's1:p2']);
  });
});

test('7.8 two loops at once deliver everything once', async () => {
  const { home, tablet, world } = await tabletOfAmina();
  const secondTab = await createDevice(world);
  await markMany(tablet, 120);
  await Promise.all([tablet.runRound(), secondTab.runRound()]);
  expect(home.operations()).toHaveLength(120);
  expect(await secondTab.runRound()).toBe(true);
  expect(await sheet(secondTab)).toEqual(await sheet(tablet));
  expect(new Set(await deliveries(secondTab))).toEqual(new Set(['home']));
});

test('a restart forgets nothing: neither the person nor the work nor what was received', async () => {
  const { home, tablet, world } = await tabletOfAmina();
  home.admit(operation({ r: 's1:p9' }));
  await tablet.runRound();
  await mark(tablet, 'p1');
  tablet.close();
  const again = await createDevice(world);
  expect(again.account.active.value?.id).toBe('amina');
  expect(again.device.id).toBe(tablet.device.id);
  expect(await sheet(again)).toEqual({ p1: 'hadir', p9: 'hadir' });
  expect(again.sync.status.value).toMatchObject({ waiting: 1, completedAt: startsAt });
});

async function markMany(device: Device, count: number): Promise<void> {
  const changes = Array.from({ length: count }, (_, index) => ({
    stream,
    t: 'attendance',
    r: `s1:p${index}`,
    fields: { mark: { status: 'hadir' } },
    seen: undefined,
  }));
  await device.records.write(changes);
}

function bodyOf(body: unknown): RequestInit {
  return {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { Authorization: 'Bearer token-amina' },
  };
}

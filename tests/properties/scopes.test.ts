import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  blobPath,
  historyPath,
  paths,
  receiptsPath,
  type EnrolResponse,
} from '../../src/protocol/messages.ts';
import { expectAllAtHome } from '../support/agreement.ts';
import { push, report, tryPull } from '../support/home.ts';
import { operation } from '../support/operations.ts';
import { announceSeed, createChance } from '../support/seed.ts';
import {
  mark,
  openWorld,
  readBase,
  readHome,
  readOutboxOf,
  readSignIns,
  type World,
} from '../support/world.ts';

const seed = announceSeed('properties/scopes');

let world: World;
beforeAll(async () => {
  world = await openWorld(seed);
});
afterEach(() => world.switchOff());
afterAll(() => world.close());

test('P16 no answer holds anything outside of the caller’s scopes', async () => {
  const { home, koordinator } = world;
  const streams = [
    await world.openTraining(),
    await world.openTraining(),
    await world.openTraining(),
  ];
  const roles = ['koordinator', 'fasilitator', undefined] as const;
  const chance = createChance(seed + 7);
  const people: { enrolled: EnrolResponse; device: string; reads: string[] }[] = [];
  for (let index = 0; index < 6; index += 1) {
    const device = `reader-${index}`;
    const own = streams[index % 3] as string;
    const enrolled = await home.letIn(
      'fasilitator',
      { name: `Pembaca ${index}`, stream: own },
      device,
    );
    const reads: string[] = [];
    for (const stream of streams) {
      const role = index === 0 ? 'koordinator' : chance.pick(roles);
      if (role) reads.push(stream);
      const line = operation({
        id: chance.uuid(),
        by: koordinator.person.id,
        dev: 'laptop-16',
        n: index * 3 + streams.indexOf(stream) + 1,
        stream,
        t: 'member',
        r: enrolled.person.id,
        f: { role: role ?? null },
        p: { role: enrolled.given.map(({ id }) => id) },
        wall: home.now,
      });
      await push(home, koordinator.token, [line], report(home, 'laptop-16'));
    }
    people.push({ enrolled, device, reads });
  }
  // Of each stream: what is admitted, what is refused, a picture, a decision.
  const secret = (stream: string) => `rahasia-${streams.indexOf(stream)}-`;
  const pictures = streams.map((_, index) => String(index).repeat(64));
  for (const [index, stream] of streams.entries()) {
    const of = (changes: object) =>
      operation({
        id: chance.uuid(),
        by: koordinator.person.id,
        dev: `laptop-17`,
        n: 10 * index + chance.below(1e9) + 1,
        stream,
        wall: home.now,
        ...changes,
      });
    const image = { sha256: pictures[index] ?? '', size: 9, mime: 'image/png', w: 1, h: 1 };
    const refused = of({ f: { note: `${secret(stream)}${'x'.repeat(600)}` } });
    const ops = [
      of({ f: { note: `${secret(stream)}note` } }),
      of({ t: 'signature', r: '2021-06-29:p1', f: { image } }),
      of({ t: 'participant', r: 'p1', f: { name: `${secret(stream)}name` } }),
      refused,
      of({ t: 'decision', r: refused.id, f: { outcome: 'decline', note: `${secret(stream)}why` } }),
    ];
    await push(home, koordinator.token, ops, report(home, 'laptop-17'));
  }
  for (const { enrolled, reads } of people) {
    const headers = { Authorization: `Bearer ${enrolled.token}` };
    const ask = async (path: string, method = 'GET') => {
      const response = await home.fetch(path, { headers, method });
      return { status: response.status, text: await response.text() };
    };
    const named = Object.fromEntries(streams.map(stream => [stream, 0]));
    const answers = [
      await (await tryPull(home, enrolled.token, { scopes: named })).text(),
      await (await tryPull(home, enrolled.token)).text(),
      (await ask(paths.attention)).text,
      (await ask(paths.devices)).text,
      ...(await Promise.all(
        ['laptop-16', 'laptop-17', 'reader-1'].map(
          async device => (await ask(receiptsPath(device))).text,
        ),
      )),
    ];
    for (const [index, stream] of streams.entries()) {
      const about = await Promise.all([
        ask(historyPath(stream, 'attendance', 's1:p1')),
        ask(historyPath(stream, 'participant', 'p1')),
        ask(historyPath(stream, 'member', enrolled.person.id)),
        ask(blobPath(pictures[index] ?? '')),
      ]);
      answers.push(...about.map(({ text }) => text));
      const mayRead = reads.includes(stream);
      // No bytes of the pictures ever came; what may not be read is not told of either.
      const found = mayRead ? 200 : 404;
      expect(about.map(({ status }) => status)).toEqual([found, found, found, 404]);
      expect(answers.some(text => text.includes(secret(stream)))).toBe(mayRead);
      const receipts = answers.slice(4, 7).filter(text => text.includes(`"${stream}"`));
      expect(receipts.length > 0).toBe(mayRead);
    }
  }
});

test('P16 losing a scope keeps what was not sent, and forgets the rest', async () => {
  const { home, koordinator } = world;
  const stream = await world.openTraining();
  const tablet = await world.addTablet(stream);
  await mark(tablet, stream, 'p1');
  await tablet.device.runRound();
  const place = operation({
    id: world.chance.uuid(),
    by: koordinator.person.id,
    dev: 'laptop-18',
    n: 1,
    stream,
    t: 'member',
    r: tablet.person,
    f: { role: null },
    p: {
      role: Object.values(within(await readHome(home, koordinator.token), stream, tablet.person)),
    },
    wall: home.now,
  });
  home.now += 3 * 86_400_000;
  await push(home, koordinator.token, [{ ...place, wall: home.now }], report(home, 'laptop-18'));
  home.now += 2 * 86_400_000;

  await mark(tablet, stream, 'p2', 'izin');
  const [signIn] = await readSignIns(tablet);
  let isFull = true;
  tablet.device.close();
  tablet.device = await tablet.open({
    // Home can store nothing for a moment, and yet tells what may be read.
    fetch: async (path, init) => {
      if (!isFull || path !== paths.push) return home.fetch(path, init);
      const server = { id: signIn?.home, epoch: await home.store.readEpoch(), now: home.now };
      return Response.json({ server, results: [{ s: 'retry' }], nextMs: 0 });
    },
  });
  await expect(tablet.device.runRound()).rejects.toMatchObject({ code: 'busy' });
  expect(await shown()).toEqual(['s1:p1', 's1:p2']);

  isFull = false;
  await tablet.device.runRound();
  const [, later] = await readOutboxOf(tablet);
  expect(later?.verdicts).toMatchObject([{ s: 'quarantined', code: 'forbidden' }]);
  await expectAllAtHome(home, tablet);
  // What was read is forgotten; what was refused stays before its author's eyes.
  expect(await shown()).toEqual(['s1:p2']);
  expect(await readHome(home, signIn?.token ?? '')).toEqual({});
  expect(await readBase(tablet)).toEqual({});

  async function shown() {
    const sheet = await tablet.device.records.readShelf(stream, 'attendance', 's1');
    return sheet.map(({ r }) => r);
  }
});

/** The ids of the heads of a person's role, as home holds them. */
function within(records: Awaited<ReturnType<typeof readHome>>, stream: string, person: string) {
  return records[`${stream}|member|${person}`]?.f['role']?.h.map(({ o }) => o) ?? [];
}

import { expect, test } from 'vitest';
import { valuesOf } from '../../src/client/data/record-view.ts';
import type { Attendance } from '../../src/domain/records/attendance.ts';
import { copyDatabases } from '../support/copy-databases.ts';
import { createDevice, type Device } from '../support/device.ts';
import { noon, openHome, type TestHome } from '../support/home.ts';
import { createChance } from '../support/seed.ts';

const stream = 'training:t1';
let devices = 0;

/** A tablet at which somebody was let in. */
async function tabletOf(home: TestHome, role: 'fasilitator' | 'koordinator', name: string) {
  devices += 1;
  const world = {
    name: `one-${devices}`,
    clock: () => home.now,
    newId: createChance(devices).uuid,
    fetch: (path: string, init?: RequestInit) => home.fetch(path, init),
  };
  const device = await createDevice(world);
  const place = role === 'koordinator' ? 'programme' : stream;
  await device.account.enrol(await home.invite(role, { name, stream: place }));
  return { device, world };
}

async function mark(device: Device, participant: string, status = 'hadir'): Promise<void> {
  const r = `s1:${participant}`;
  const seen = await device.records.readRecord(stream, 'attendance', r);
  await device.records.write([{ stream, t: 'attendance', r, fields: { mark: { status } }, seen }]);
}

async function sheet(device: Device): Promise<Record<string, unknown>> {
  const views = await device.records.readShelf(stream, 'attendance', 's1');
  return Object.fromEntries(
    views.map(view => [view.r.slice(3), valuesOf<Attendance>(view).mark?.status]),
  );
}

test('19 a tablet and its copy lose nothing and are told apart', async () => {
  const home = await openHome({ at: noon });
  const first = await tabletOf(home, 'fasilitator', 'Amina');
  await mark(first.device, 'p1');
  await first.device.runRound();
  // The image of a tablet, with all that is on it.
  const name = `${first.world.name} copied`;
  await copyDatabases(first.world.name, name);
  const copy = await createDevice({ ...first.world, name, newId: createChance(77).uuid });
  expect(copy.device.id).toBe(first.device.device.id);

  await mark(first.device, 'p2', 'izin');
  await mark(copy, 'p3', 'sakit');
  await first.device.runRound();
  await copy.runRound();
  expect(copy.device.id).not.toBe(first.device.device.id);
  await mark(copy, 'p4');
  for (const device of [copy, first.device, copy]) expect(await device.runRound()).toBe(true);
  const all = { p1: 'hadir', p2: 'izin', p3: 'sakit', p4: 'hadir' };
  expect(await sheet(first.device)).toEqual(all);
  const receipts = await copy.receipts.read();
  expect(receipts.groups[0]?.home?.operations).toBeGreaterThan(0);
  await home.close();
});

test('17 refused work comes to its coordinator and back, in and out', async () => {
  const home = await openHome({ at: noon });
  const tablet = await tabletOf(home, 'fasilitator', 'Amina');
  const laptop = await tabletOf(home, 'koordinator', 'Kartini');
  const session = { stream: 'training:t2', t: 'session', r: 'x', seen: undefined };
  await tablet.device.records.write([{ ...session, fields: { title: 'Satu' } }]);
  await tablet.device.records.write([{ ...session, r: 'y', fields: { title: 'Dua' } }]);
  await tablet.device.records.write([{ ...session, r: 'z', fields: { title: 'Tiga' } }]);
  await mark(tablet.device, 'p1');
  expect(await tablet.device.runRound()).toBe(true);
  expect(await tablet.device.attention.readOwn()).toHaveLength(3);

  const refused = await laptop.device.attention.fetchAll();
  const byRecord = new Map(refused.map(work => [work.operation.r, work]));
  const [x, y] = [byRecord.get('x'), byRecord.get('y')];
  if (!x || !y) throw new Error('Nothing was refused');
  await laptop.device.attention.decide(x, 'accept');
  await laptop.device.attention.decide(y, 'decline', 'Bukan tugasnya');
  const own = await tablet.device.attention.readOwn();
  await tablet.device.attention.withdraw(own.find(({ operation }) => operation.r === 'z')?.n ?? 0);
  for (const { device } of [laptop, tablet, laptop]) expect(await device.runRound()).toBe(true);
  expect(await tablet.device.attention.readOwn()).toEqual([]);
  expect(await tablet.device.attention.readDeclined()).toMatchObject([
    { operation: { r: 'y' }, note: 'Bukan tugasnya' },
  ]);
  expect(await laptop.device.attention.fetchAll()).toEqual([]);
  const groups = (await tablet.device.receipts.read()).groups;
  expect(groups.length).toBeGreaterThan(1);
  expect(groups.filter(({ isProven }) => !isProven)).toEqual([]);
  const held = await laptop.device.records.readShelf('training:t2', 'session');
  expect(held.map(({ r }) => r)).toEqual(['x']);
  await home.close();
});

test('20 a signature’s bytes reach home and come down elsewhere', async () => {
  const home = await openHome({ at: noon });
  const tablet = await tabletOf(home, 'fasilitator', 'Amina');
  const laptop = await tabletOf(home, 'koordinator', 'Kartini');
  const bytes = Uint8Array.from({ length: 600_000 }, (_, index) => index % 251).buffer;
  const image = await tablet.device.pictures.keep(bytes, { mime: 'image/png', w: 9, h: 9 });
  const r = '2021-06-29:p1';
  await tablet.device.records.write([
    { stream, t: 'signature', r, fields: { image }, seen: undefined },
  ]);
  expect(await tablet.device.runRound()).toBe(true);
  expect(await tablet.device.pictures.stateOf(image.sha256)).toBe('home');
  expect((await tablet.device.receipts.read()).groups).toMatchObject([
    { home: { pictures: { named: 1, held: 1 } }, isProven: true },
  ]);
  await laptop.device.runRound();
  const loaded = await laptop.device.pictures.load(image);
  expect(loaded && Buffer.from(loaded).equals(Buffer.from(bytes))).toBe(true);
  await home.close();
});

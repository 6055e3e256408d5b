import 'fake-indexeddb/auto';
import { valuesOf } from '../../../src/client/data/record-view.ts';
import { KeepDatabase, type OutboxRow } from '../../../src/client/data/keep.ts';
import type { Attendance } from '../../../src/domain/records/attendance.ts';
import { paths, type PullRequest, type PushRequest } from '../../../src/protocol/messages.ts';
import { createDevice, type Device } from '../../support/device.ts';
import { createChance } from '../../support/seed.ts';
import { createSmallHome } from './small-home.ts';

export const stream = 'training:t1';
export const startsAt = 1_624_950_000_000;

type Home = ReturnType<typeof createSmallHome>;

let tablets = 0;

/** A home with a clock, and a tablet at which Amina was let in. `name` is new for each test. */
export async function tabletOfAmina(name: string) {
  const clock = { now: startsAt };
  const home = createSmallHome(() => clock.now);
  const chance = createChance((tablets += 1));
  const world = { name, clock: () => clock.now, newId: chance.uuid, fetch: home.fetch };
  const tablet = await createDevice(world);
  await tablet.account.enrol('AMINA');
  return { home, tablet, world, clock };
}

/** Marks one participant, with what the screen shows now as seen. */
export async function mark(
  device: Device,
  participant: string,
  status = 'hadir',
  session = 's1',
): Promise<void> {
  const r = `${session}:${participant}`;
  const seen = await device.records.readRecord(stream, 'attendance', r);
  await device.records.write([{ stream, t: 'attendance', r, fields: { mark: { status } }, seen }]);
}

/** The status shown of each participant. */
export async function sheet(device: Device, session = 's1'): Promise<Record<string, unknown>> {
  const views = await device.records.readShelf(stream, 'attendance', session);
  return Object.fromEntries(
    views.flatMap(view => {
      const { mark: shown } = valuesOf<Attendance>(view);
      return shown ? [[view.r.split(':')[1], shown.status]] : [];
    }),
  );
}

/** What the device's outbox holds, by another hand than its own. */
export async function outboxOf({ name }: { name: string }): Promise<OutboxRow[]> {
  const keep = new KeepDatabase(name);
  const rows = await keep.outbox.orderBy('n').toArray();
  keep.close();
  return rows;
}

/** Changes the device's precious database behind its back. */
export async function tamper(
  { name }: { name: string },
  change: (keep: KeepDatabase) => Promise<unknown>,
): Promise<void> {
  const keep = new KeepDatabase(name);
  await change(keep);
  keep.close();
}

export const pushesTo = (home: Home) =>
  home.asked.filter(({ path }) => path === paths.push).map(({ body }) => body as PushRequest);

export const pullsTo = (home: Home) =>
  home.asked.filter(({ path }) => path === paths.pull).map(({ body }) => body as PullRequest);

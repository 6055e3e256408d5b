import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { attendanceId } from '../../src/domain/ids.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { Role } from '../../src/domain/records/member.ts';
import { openDataFolder, type DataPlace } from '../../src/server/data-folder.ts';
import type { Guest } from '../../src/server/store/store.ts';
import { engines, freshPlace, type Engine } from '../support/data-places.ts';
import { createDevice, type Device } from '../support/device.ts';
import { openHome, type TestHome } from '../support/home.ts';
import { readOutbox } from '../support/random-world.ts';
import { runCommand } from '../support/run-command.ts';
import { announceSeed, createChance, type Chance } from '../support/seed.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const seed = announceSeed('restore');
const stream = 'training:t1';
const hour = 3_600_000;
const statuses = ['hadir', 'izin', 'sakit', 'alpa'] as const;

interface Course {
  place: DataPlace;
  home: TestHome;
  chance: Chance;
  devices: Device[];
  names: string[];
  letIn(role: Role, guest: Guest): Promise<void>;
  /** Somebody marks somebody as their own screen shows them, and sometimes somebody syncs. */
  work(day: number): Promise<void>;
}

let courses = 0;

/** A training with a koordinator and three trainers, and the real server on a database of its own. */
async function openCourse(engine: Engine): Promise<Course> {
  // Another one each time: what has the same name is the same device.
  const chance = createChance(seed + (courses += 1));
  const place = await freshPlace(engine);
  const home = await openHome({ store: (await openDataFolder(place)).store });
  onTestFinished(() => home.close());
  const devices: Device[] = [];
  const names: string[] = [];
  const course: Course = {
    place,
    home,
    chance,
    devices,
    names,
    async letIn(role, guest) {
      const name = chance.uuid();
      const device = await createDevice({
        name,
        fetch: (path, init) => home.fetch(path, init),
        clock: () => home.now,
        newId: chance.uuid,
        random: chance.next,
      });
      onTestFinished(() => device.close());
      await device.account.enrol(await home.invite(role, guest));
      devices.push(device);
      names.push(name);
    },
    async work(day) {
      const { records } = chance.pick(devices);
      const r = attendanceId(`s${day}`, `p${chance.below(12)}`);
      const seen = await records.readRecord(stream, 'attendance', r);
      const fields = chance.happens(0.2)
        ? { note: `Catatan ${chance.below(99)}` }
        : { mark: { status: chance.pick(statuses) } };
      await records.write([{ stream, t: 'attendance', r, fields, seen }]);
      home.now += chance.below(60_000);
      if (chance.happens(0.15)) await trySync(chance.pick(devices));
    },
  };
  await course.letIn('koordinator', { name: 'Kartini', stream: 'programme' });
  for (const name of ['Amina', 'Budi', 'Citra'])
    await course.letIn('fasilitator', { name, stream });
  for (let times = 0; times < 25; times += 1) await course.work(1);
  return course;
}

/** Syncs once; a server that is busy for a moment is met again. */
async function trySync(device: Device): Promise<void> {
  try {
    await device.runRound();
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
  }
}

/** Goes on working and delivering until a command beside the server has ended, and gives what it printed. */
async function workBeside(course: Course, day: number, command: Promise<string>): Promise<string> {
  let isOver = false;
  command.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  while (!isOver) {
    await course.work(day);
    for (const device of course.devices) await trySync(device);
  }
  return command;
}

/** Every record of the training as home holds it, without the counters, which a new epoch gives anew. */
async function recordsOf(home: TestHome): Promise<Record<string, unknown>> {
  const records = await home.store.readChanges({ stream, from: 0, to: Number.MAX_SAFE_INTEGER });
  return Object.fromEntries(
    records
      .map(
        ({ kind, record, state }) => [`${kind} ${record}`, JSON.parse(state) as unknown] as const,
      )
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** One sync of every device; then home lacks nothing that anybody ever wrote. */
async function expectNothingMissing({ home, devices, names }: Course): Promise<void> {
  for (const device of devices) await device.runRound();
  for (const name of names) {
    const rows = await readOutbox(name, `${stream}|`);
    const ids = rows.map(({ id }) => id);
    const to = Number.MAX_SAFE_INTEGER;
    const admitted = await home.store.findAdmitted({ ids, stream, to });
    expect(new Set(admitted.map(({ id }) => id))).toEqual(new Set(ids));
  }
  // And once more down: every screen says that all is delivered.
  for (const device of devices) {
    expect(await device.runRound()).toBe(true);
    const { waiting, attention } = device.sync.status.value;
    expect({ waiting, attention }).toEqual({ waiting: 0, attention: 0 });
  }
}

test.each(engines)(
  '15 10.3 10.4 a backup three days old comes back on %s, every device syncs once, and nothing is missing',
  async engine => {
    const course = await openCourse(engine);
    const { place, home, chance, devices } = course;
    const file = join(temporaryFolder(), 'three-days-old.jukung');
    await workBeside(course, 1, runCommand(place, 'backup', file));

    for (const day of [2, 3, 4]) {
      home.now += 24 * hour;
      // Somebody of whom the backup knows nothing; their device brings what home wrote to let them in.
      if (day === 3) await course.letIn('fasilitator', { name: 'Dewi', stream });
      for (let times = 0; times < 25; times += 1) await course.work(day);
      for (const device of devices) if (chance.happens(0.7)) await device.runRound();
    }
    for (const device of devices) await device.runRound();
    const [before, epoch] = [await recordsOf(home), await home.store.readEpoch()];

    await runCommand(place, 'restore', file);
    expect(await home.store.readEpoch()).not.toBe(epoch);
    expect(Object.keys(await recordsOf(home)).length).toBeLessThan(Object.keys(before).length - 20);

    home.now += hour;
    await expectNothingMissing(course);
    expect(await recordsOf(home)).toEqual(before);
  },
);

test.each(engines)(
  '15 a restore on %s beside a server to which everybody goes on delivering loses nothing either',
  async engine => {
    const course = await openCourse(engine);
    const { place, home } = course;
    const file = join(temporaryFolder(), 'yesterday.jukung');
    await runCommand(place, 'backup', file);
    const epoch = await home.store.readEpoch();
    for (let times = 0; times < 25; times += 1) await course.work(2);
    const said = await workBeside(course, 3, runCommand(place, 'restore', file));
    expect(said).toContain('A new epoch has begun');
    expect(await home.store.readEpoch()).not.toBe(epoch);
    await expectNothingMissing(course);
  },
);

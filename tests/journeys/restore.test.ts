import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { attendanceId } from '../../src/domain/ids.ts';
import type { Guest } from '../../src/server/store/store.ts';
import { backup } from '../../src/server/commands/backup.ts';
import { restore } from '../../src/server/commands/restore.ts';
import { openDataFolder } from '../../src/server/data-folder.ts';
import type { Role } from '../../src/domain/records/member.ts';
import { engines, freshPlace, settingsOf } from '../support/data-places.ts';
import { createDevice, type Device } from '../support/device.ts';
import { openHome, type TestHome } from '../support/home.ts';
import { announceSeed, createChance } from '../support/seed.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const seed = announceSeed('restore');
const stream = 'training:t1';
const hour = 3_600_000;
const statuses = ['hadir', 'izin', 'sakit', 'alpa'] as const;

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

test.each(engines)(
  '15 10.3 10.4 a backup three days old comes back on %s, every device syncs once, and nothing is missing',
  async engine => {
    const chance = createChance(seed);
    const place = await freshPlace(engine);
    const { store } = await openDataFolder(place);
    const home = await openHome({ store });
    onTestFinished(() => home.close());
    const file = join(temporaryFolder(), 'three-days-old.jukung');
    const run = async (command: typeof backup, ...args: string[]) => {
      const log = vi.spyOn(console, 'log').mockImplementation(() => {});
      await command({ args, env: settingsOf(place), clientFolder: '' });
      log.mockRestore();
    };

    const devices: Device[] = [];
    async function letIn(role: Role, guest: Guest): Promise<Device> {
      const device = await createDevice({
        name: `${engine}-${seed}-${devices.length}`,
        fetch: (path, init) => home.fetch(path, init),
        clock: () => home.now,
        newId: chance.uuid,
        random: chance.next,
      });
      onTestFinished(() => device.close());
      await device.account.enrol(await home.invite(role, guest));
      devices.push(device);
      return device;
    }

    /** Some trainers mark a few people, each as their own screen shows them. */
    async function work(day: number, times: number): Promise<void> {
      for (let count = 0; count < times; count += 1) {
        const { records } = chance.pick(devices);
        const r = attendanceId(`s${day}`, `p${chance.below(12)}`);
        const seen = await records.readRecord(stream, 'attendance', r);
        const fields = chance.happens(0.2)
          ? { note: `Catatan ${chance.below(99)}` }
          : { mark: { status: chance.pick(statuses) } };
        await records.write([{ stream, t: 'attendance', r, fields, seen }]);
        home.now += chance.below(60_000);
        if (chance.happens(0.15)) await chance.pick(devices).runRound();
      }
    }

    await letIn('koordinator', { name: 'Kartini', stream: 'programme' });
    for (const name of ['Amina', 'Budi', 'Citra']) await letIn('fasilitator', { name, stream });
    await work(1, 25);

    // While all deliver at once.
    await Promise.all([run(backup, file), ...devices.map(device => device.runRound())]);
    expect(existsSync(file)).toBe(true);

    for (const day of [2, 3, 4]) {
      home.now += 24 * hour;
      // Somebody of whom the backup knows nothing; their device brings what home wrote to let them in.
      if (day === 3) await letIn('fasilitator', { name: 'Dewi', stream });
      await work(day, 25);
      for (const device of devices) if (chance.happens(0.7)) await device.runRound();
    }
    // Home has everything, and everybody has what home has.
    for (const device of [...devices, ...devices]) await device.runRound();
    const before = await recordsOf(home);
    const epoch = await store.readEpoch();
    expect(Object.keys(before).length).toBeGreaterThan(30);

    await run(restore, file);
    expect(await store.readEpoch()).not.toBe(epoch);
    expect(Object.keys(await recordsOf(home)).length).toBeLessThan(Object.keys(before).length);

    home.now += hour;
    for (const device of devices) await device.runRound();
    expect(await recordsOf(home)).toEqual(before);

    // And once more down: every screen shows it all, and says that it is delivered.
    for (const device of devices) {
      expect(await device.runRound()).toBe(true);
      const { waiting, attention } = device.sync.status.value;
      expect({ waiting, attention }).toEqual({ waiting: 0, attention: 0 });
    }
  },
);

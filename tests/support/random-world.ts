import { attendanceId } from '../../src/domain/ids.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { AttendanceMark } from '../../src/domain/records/attendance.ts';
import type { JsonValue } from '../../src/domain/records/kind.ts';
import { CacheDatabase } from '../../src/client/data/cache.ts';
import { readHeld, shelfOf } from '../../src/client/data/shelves.ts';
import { KeepDatabase, operationOf, type OutboxRow } from '../../src/client/data/keep.ts';
import { createDevice, type Device } from './device.ts';
import { createFaultyNetwork, noFaults, type Faults } from './faulty-network.ts';
import { openHome, noon, type TestHome } from './home.ts';
import { createChance, type Chance } from './seed.ts';

export const stream = 'training:t1';

/** A tablet in a random world: its clock goes wrong, its network fails, it is switched off and on. */
export interface Tablet {
  name: string;
  device: Device;
  /** How far its clock is from the truth, ms. */
  wrongBy: number;
  people: string[];
}

export interface RandomWorld {
  chance: Chance;
  home: TestHome;
  tablets: Tablet[];
  /** Lets true time pass, ms. */
  pass(ms: number): void;
  setFaults(faults: Faults): void;
  /** Syncs once; whatever the network does to it. */
  trySync(tablet: Tablet): Promise<void>;
  /** Closes the app and opens it again. */
  restart(tablet: Tablet): Promise<void>;
  /** Does one of the things that people and tablets do, on one of the records of a session. */
  actAtRandom(session: string): Promise<void>;
  close(): Promise<void>;
}

const participants = ['p1', 'p2', 'p3'];

const marks: readonly (AttendanceMark | null)[] = [
  { status: 'hadir' },
  { status: 'terlambat', minutes: 10 },
  { status: 'izin' },
  { status: 'sakit' },
  { status: 'alpa' },
  null,
];

/** Three tablets, of which the first is shared by two trainers, and the real server. All chance comes from `seed`. */
export async function openRandomWorld(seed: number): Promise<RandomWorld> {
  const chance = createChance(seed);
  const home = await openHome({ at: noon });
  let faults = noFaults;
  let names = 0;

  const clockOf = (tablet: Tablet) => () => home.now + tablet.wrongBy;

  function switchOn(tablet: Tablet): Promise<Device> {
    return createDevice({
      name: tablet.name,
      fetch: createFaultyNetwork(
        (path, init) => home.fetch(path, init),
        chance,
        () => faults,
      ),
      clock: clockOf(tablet),
      monotonic: () => home.now,
      newId: chance.uuid,
      random: chance.next,
    });
  }

  async function enrol(tablet: Tablet): Promise<void> {
    names += 1;
    const code = await home.invite('fasilitator', { name: `Fasilitator ${names}`, stream });
    const person = await tablet.device.account.enrol(code);
    tablet.people.push(person.id);
  }

  async function addTablet(wrongBy: number): Promise<Tablet> {
    const tablet = { name: `${seed}-${wrongBy}`, wrongBy, people: [] } as unknown as Tablet;
    tablet.device = await switchOn(tablet);
    await enrol(tablet);
    return tablet;
  }

  const tablets = [
    await addTablet(0),
    await addTablet(chance.below(90 * 60_000)),
    await addTablet(-chance.below(400 * 86_400_000)),
  ];
  await enrol(tablets[0] as Tablet);

  const world: RandomWorld = {
    chance,
    home,
    tablets,
    pass(ms) {
      home.now += ms;
    },
    setFaults(next) {
      faults = next;
    },
    async trySync({ device }) {
      try {
        await device.runRound();
      } catch (failure) {
        if (!(failure instanceof Problem)) throw failure;
      }
    },
    async restart(tablet) {
      tablet.device.close();
      tablet.device = await switchOn(tablet);
    },
    async actAtRandom(session) {
      const tablet = chance.pick(tablets);
      const dice = chance.next();
      world.pass(chance.below(120_000));
      if (dice < 0.5) await editAtRandom(tablet, session);
      else if (dice < 0.82) await world.trySync(tablet);
      else if (dice < 0.88) await Promise.all([world.trySync(tablet), world.trySync(tablet)]);
      else if (dice < 0.93) tablet.wrongBy += chance.below(8 * 3_600_000) - 4 * 3_600_000;
      else if (dice < 0.97) await world.restart(tablet);
      else await tablet.device.account.switchTo(chance.pick(tablet.people));
    },
    async close() {
      for (const { device } of tablets) device.close();
      await home.close();
    },
  };

  async function editAtRandom({ device }: Tablet, session: string): Promise<void> {
    const { records } = device;
    const participant = chance.pick(participants);
    const isAboutPerson = chance.happens(0.15);
    const [t, r] = isAboutPerson
      ? ['participant', `${session}.${participant}`]
      : ['attendance', attendanceId(session, participant)];
    const seen = await records.readRecord(stream, t, r);
    const fields: Record<string, JsonValue> = isAboutPerson
      ? chance.pick([{ name: `Nama ${chance.below(9)}` }, { deleted: true }, { deleted: false }])
      : {
          mark: chance.pick(marks),
          ...(chance.happens(0.2) && { note: `Catatan ${chance.below(9)}` }),
        };
    await records.write([{ stream, t, r, fields, seen }]);
    // Two taps before the screen was drawn again: both were made with the same picture before the eye.
    if (chance.happens(0.2)) {
      const again = isAboutPerson
        ? { name: `Nama ${chance.below(9)}` }
        : { mark: chance.pick(marks) };
      await records.write([{ stream, t, r, fields: again, seen }]);
    }
  }

  return world;
}

/** What a tablet ever wrote about records whose keys begin so, as its outbox holds it. */
export async function readOutbox(name: string, record: string): Promise<OutboxRow[]> {
  const keep = new KeepDatabase(name);
  const rows = await keep.outbox.where('record').startsWith(record).toArray();
  keep.close();
  return rows;
}

/** The number up to which a tablet holds a record; 0 if it holds nothing of it. */
export async function readHeldSeq(name: string, t: string, r: string): Promise<number> {
  const cache = new CacheDatabase(name);
  const shown = await cache.meta.get('shown');
  const base = shown?.key === 'shown' ? shown.base : '';
  const held = await readHeld(cache, base, shelfOf(stream, t, r), r);
  cache.close();
  return held?.seq ?? 0;
}

/** An operation with the stamp home gave it, as the oracle needs it. */
export interface Written {
  id: string;
  /** The device that wrote it, and its count there. */
  dev: string;
  n: number;
  record: string;
  f: Record<string, JsonValue>;
  p: Record<string, string[]>;
  stamp: number | undefined;
  verdict: string | undefined;
}

/** Rows of an outbox as the oracle reads them. */
export function asWritten(row: OutboxRow): Written {
  const { id, dev, n, f, p } = operationOf(row);
  const last = row.verdicts.at(-1);
  return { id, dev, n, record: row.record, f, p, stamp: last?.stamp, verdict: last?.s };
}

/**
 * What every screen must show in the end, worked out naively: of each field, the values that no other
 * operation names, the latest first.
 */
export function oracle(written: readonly Written[], record: string): Record<string, string[]> {
  const about = written.filter(one => one.record === record);
  const fields = [...new Set(about.flatMap(one => Object.keys(one.f)))].sort();
  return Object.fromEntries(
    fields.map(field => {
      const setters = about.filter(one => field in one.f);
      const left = setters.filter(one => !setters.some(other => other.p[field]?.includes(one.id)));
      left.sort((a, b) => (b.stamp ?? 0) - (a.stamp ?? 0) || (a.id < b.id ? 1 : -1));
      return [field, left.map(one => `${one.id} ${JSON.stringify(one.f[field])}`)];
    }),
  );
}

import { openDeviceStore } from '../../src/client/device/device-store.ts';
import type { SignIn } from '../../src/client/account/account.ts';
import { CacheDatabase, type HeldRecord } from '../../src/client/data/cache.ts';
import { KeepDatabase, type OutboxRow } from '../../src/client/data/keep.ts';
import { readRecordKey } from '../../src/client/data/keep.ts';
import type { Role } from '../../src/domain/records/member.ts';
import type { JsonValue } from '../../src/domain/records/kind.ts';
import type { EnrolResponse } from '../../src/protocol/messages.ts';
import type { RecordState } from '../../src/protocol/merge.ts';
import { createDevice, type Device, type DeviceWorld } from './device.ts';
import { openHome, pull, push, report, type TestHome } from './home.ts';
import { operation } from './operations.ts';
import { createChance, type Chance } from './seed.ts';

/** One home for a whole file of tests, in which each test has trainings of its own. */
export interface World {
  home: TestHome;
  chance: Chance;
  /** The koordinator of the programme, who opens everything. */
  koordinator: EnrolResponse;
  /** Opens another training and gives its stream. */
  openTraining(): Promise<string>;
  /** A real device at which somebody was let in. */
  addTablet(stream: string, about?: TabletWorld): Promise<Tablet>;
  /** Switches all tablets off, so that the next test has the machine to itself. */
  switchOff(): void;
  close(): Promise<void>;
}

interface TabletWorld extends Partial<Omit<DeviceWorld, 'clock'>> {
  role?: Role;
  /** How far its clock is from the truth, ms. */
  wrongBy?: number;
}

/** A device in a person's hands. */
export interface Tablet {
  name: string;
  device: Device;
  person: string;
  /** How far its clock is from the truth, ms; to be set at will. */
  wrongBy: number;
  /** Every id it took, the latest last. */
  ids: string[];
  /** Opens the same device once more: after a restart, or as a second tab. */
  open(changes?: Partial<DeviceWorld>): Promise<Device>;
}

let worlds = 0;

/** Opens a world. All its chance comes from `seed`. */
export async function openWorld(seed: number, home?: TestHome): Promise<World> {
  worlds += 1;
  const prefix = `world-${worlds}`;
  const world: World = {
    home: home ?? (await openHome()),
    // Not the seed itself: a history that begins with it would make the same ids once more.
    chance: createChance(seed ^ 0x2f6e2b1),
    koordinator: undefined as unknown as EnrolResponse,
    openTraining,
    addTablet,
    switchOff,
    close,
  };
  const on = new Set<Tablet>();
  let tablets = 0;
  let trainings = 0;
  const kartini = { name: 'Kartini', stream: 'programme' };
  world.koordinator = await world.home.letIn('koordinator', kartini, `${prefix}-laptop`);
  return world;

  async function openTraining(): Promise<string> {
    trainings += 1;
    const [r, stream] = [`${prefix}-${trainings}`, `training:${prefix}-${trainings}`];
    const { token, person } = world.koordinator;
    const line = operation({
      id: world.chance.uuid(),
      dev: `${prefix}-laptop`,
      n: trainings,
      by: person.id,
      stream,
      t: 'training',
      r,
      f: { name: `Bimtek ${r}` },
      wall: world.home.now,
    });
    await push(world.home, token, [line], report(world.home, `${prefix}-laptop`));
    return stream;
  }

  async function addTablet(stream: string, about: TabletWorld = {}): Promise<Tablet> {
    const { role = 'fasilitator', wrongBy = 0, ...changes } = about;
    const { home: at, chance } = world;
    tablets += 1;
    const name = `${prefix}-tablet-${tablets}`;
    const tablet: Tablet = {
      name,
      wrongBy,
      ids: [],
      open: (more = {}) =>
        createDevice({
          name,
          fetch: (path, init) => at.fetch(path, init),
          clock: () => at.now + tablet.wrongBy,
          monotonic: () => at.now,
          newId: () => {
            const id = chance.uuid();
            tablet.ids.push(id);
            return id;
          },
          random: chance.next,
          ...changes,
          ...more,
        }),
    } as unknown as Tablet;
    on.add(tablet);
    tablet.device = await tablet.open();
    const code = await at.invite(role, { name: `Orang ${tablets}`, stream });
    tablet.person = (await tablet.device.account.enrol(code)).id;
    return tablet;
  }

  function switchOff(): void {
    for (const { device } of on) device.close();
    on.clear();
  }

  async function close(): Promise<void> {
    switchOff();
    await world.home.close();
  }
}

/** Writes on a device with what its screen shows now as seen; gives the id of the operation. */
export async function write(
  { device, ids }: Pick<Tablet, 'device' | 'ids'>,
  stream: string,
  t: string,
  r: string,
  fields: Record<string, JsonValue>,
): Promise<string> {
  const seen = await device.records.readRecord(stream, t, r);
  await device.records.write([{ stream, t, r, fields, seen }]);
  return ids.at(-1) as string;
}

/** Marks a participant of session `s1`. */
export function mark(
  tablet: Pick<Tablet, 'device' | 'ids'>,
  stream: string,
  participant: string,
  status = 'hadir',
): Promise<string> {
  return write(tablet, stream, 'attendance', `s1:${participant}`, { mark: { status } });
}

/** What a device's outbox holds, read by another hand than its own. */
export async function readOutboxOf({ name }: Pick<Tablet, 'name'>): Promise<OutboxRow[]> {
  const keep = new KeepDatabase(name);
  const rows = await keep.outbox.orderBy('n').toArray();
  keep.close();
  return rows;
}

/** The sign-ins a device keeps, read by another hand than its own. */
export async function readSignIns({ name }: Pick<Tablet, 'name'>): Promise<SignIn[]> {
  return (await openDeviceStore(name).get<SignIn[]>('people')) ?? [];
}

type Records = Record<string, HeldRecord>;

/** Everything home shows to somebody who pulls from 0, by `stream|kind|id`. */
export async function readHome(home: TestHome, token: string): Promise<Records> {
  const { pages } = await pull(home, token);
  const records = pages.flatMap(page => page.records);
  return inOrder(
    records.map(({ stream, t, r, seq, f }) => [`${stream}|${t}|${r}`, { seq, f }] as const),
  );
}

/** What a device holds as its shown base, by `stream|kind|id`. */
export async function readBase({ name }: Pick<Tablet, 'name'>): Promise<Records> {
  const cache = new CacheDatabase(name);
  const shown = await cache.meta.get('shown');
  const rows = await cache.shelves.toArray();
  cache.close();
  const held = rows.filter(({ base }) => shown?.key === 'shown' && base === shown.base);
  return inOrder(
    held.flatMap(({ shelf, records }) => {
      const { stream, kind } = readRecordKey(shelf);
      return Object.entries(records).map(
        ([id, record]) => [`${stream}|${kind}|${id}`, record] as const,
      );
    }),
  );
}

/** What a device's screens show, of the kinds of these records. */
export async function readView(
  { device }: Pick<Tablet, 'device'>,
  records: Records,
): Promise<Record<string, RecordState>> {
  const shelves = new Set(Object.keys(records).map(key => key.slice(0, key.lastIndexOf('|'))));
  const views = await Promise.all(
    [...shelves].map(shelf => {
      const { stream, kind } = readRecordKey(`${shelf}|`);
      return device.records.readShelf(stream, kind);
    }),
  );
  return inOrder(views.flat().map(({ stream, t, r, state }) => [`${stream}|${t}|${r}`, state]));
}

/** Only what the records say, without their numbers. */
export function statesOf(records: Records): Record<string, RecordState> {
  return inOrder(Object.entries(records).map(([key, { f }]) => [key, f]));
}

/** Of these records, those of one stream, and their keys without it. */
export function within<T>(records: Record<string, T>, stream: string): Record<string, T> {
  const own = Object.entries(records).filter(([key]) => key.startsWith(`${stream}|`));
  return inOrder(own.map(([key, record]) => [key.slice(stream.length + 1), record]));
}

function inOrder<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

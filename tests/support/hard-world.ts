import { attendanceId } from '../../src/domain/ids.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { JsonValue } from '../../src/domain/records/kind.ts';
import { programmeStream } from '../../src/domain/stream.ts';
import { openCopiedHome, type CopiedHome } from './copied-home.ts';
import { copyDatabases } from './copy-databases.ts';
import { createDevice, type Device } from './device.ts';
import { noFaults } from './faulty-network.ts';
import { createHandTimers, type HandTimers } from './hand-timers.ts';
import { noon } from './home.ts';
import { stream } from './random-world.ts';
import { createRoughNetwork, type RoughFaults, type RoughNetwork } from './rough-network.ts';
import { createChance, type Chance } from './seed.ts';

/** One device of a hard world. */
export interface HardTablet {
  name: string;
  device: Device;
  network: RoughNetwork;
  /** How far its clock is from the truth, ms. */
  wrongBy: number;
  /** Runs what waits for the network; only while it does, the device's timers run. */
  atNetwork<T>(work: (device: Device) => Promise<T>): Promise<T>;
  /** Who works on it; copies of one device have the same. */
  person: string;
}

export interface HardWorld {
  chance: Chance;
  home: CopiedHome;
  /** Trainers' tablets, and copies that were made of them. */
  tablets: HardTablet[];
  coordinator: HardTablet;
  /** Does one of the things that happen. Gives its name. */
  actAtRandom(): Promise<string>;
  /** Peace: the network works, everybody has the right again, and whatever is kept apart is decided. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const rough: RoughFaults = {
  lost: 0.06,
  unanswered: 0.1,
  doubled: 0.06,
  cut: 0.08,
  portal: 0.03,
  hangs: 0.03,
  stalls: 0.03,
  late: 0.06,
  refused: 0.06,
  widest: Infinity,
};
const calm: RoughFaults = {
  ...noFaults,
  hangs: 0,
  stalls: 0,
  late: 0,
  refused: 0,
  widest: Infinity,
};

const day = 86_400_000;
const statuses = ['hadir', 'izin', 'sakit', 'alpa'] as const;

/** Shorter than any deadline of a device, and longer than all of them. */
const longestPauseMs = 20_000;
const longestMs = 3_600_000;

/**
 * Three trainers' tablets, a coordinator's, and the real server on a file; with everything that makes a
 * history hard: copied devices, a server that comes back from an older copy, rights that come and go, refused
 * work and what is decided of it, fields of a later version, and a network that fails in every way.
 */
export async function openHardWorld(seed: number): Promise<HardWorld> {
  const chance = createChance(seed);
  const home = await openCopiedHome(noon);
  let faults = calm;
  let copies = 0;

  const pass = (ms: number) => {
    home.current().now += ms;
  };

  async function switchOn(tablet: HardTablet): Promise<void> {
    const timers = createHandTimers();
    let atNetwork = 0;
    tablet.atNetwork = async work => {
      atNetwork += 1;
      try {
        return await work(tablet.device);
      } finally {
        atNetwork -= 1;
      }
    };
    tablet.network = createRoughNetwork(
      (path, init) => home.current().fetch(path, init),
      chance,
      () => faults,
      () => void timers.advance(longestMs),
    );
    tablet.device = await createDevice({
      name: tablet.name,
      fetch: (path, init) => tablet.network.fetch(path, init),
      clock: () => home.current().now + tablet.wrongBy,
      monotonic: () => home.current().now,
      newId: chance.uuid,
      random: chance.next,
      timers: impatient(timers, () => atNetwork > 0),
    });
  }

  async function letIn(name: string, role: 'fasilitator' | 'koordinator', wrongBy: number) {
    const tablet = { name: `${seed}-${name}`, wrongBy } as HardTablet;
    await switchOn(tablet);
    const place = role === 'koordinator' ? programmeStream : stream;
    const code = await home.current().invite(role, { name, stream: place });
    tablet.person = (await tablet.device.account.enrol(code)).id;
    return tablet;
  }

  const coordinator = await letIn('Kartini', 'koordinator', 0);
  const tablets = [
    await letIn('Amina', 'fasilitator', 0),
    await letIn('Budi', 'fasilitator', chance.below(90 * 60_000)),
    await letIn('Citra', 'fasilitator', -chance.below(400 * day)),
  ];
  const everybody = () => [...tablets, coordinator];
  const trainers = tablets.map(({ person }) => person);
  pass(2 * day);

  async function trySync(tablet: HardTablet): Promise<void> {
    try {
      await tablet.atNetwork(device => device.runRound());
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
    }
  }

  async function write(
    { device: { records } }: HardTablet,
    t: string,
    r: string,
    fields: Record<string, JsonValue>,
  ): Promise<void> {
    const seen = await records.readRecord(stream, t, r);
    await records.write([{ stream, t, r, fields, seen }]);
  }

  async function edit(tablet: HardTablet): Promise<void> {
    const participant = `p${chance.below(4)}`;
    const dice = chance.next();
    if (dice < 0.1)
      await write(tablet, 'participant', participant, { deleted: chance.happens(0.6) });
    else if (dice < 0.2)
      await write(tablet, 'participant', participant, { name: `Nama ${chance.below(9)}` });
    else {
      const id = attendanceId(`s${chance.below(2)}`, participant);
      if (dice < 0.26) await write(tablet, 'attendance', id, { mood: chance.below(9) });
      else await write(tablet, 'attendance', id, { mark: { status: chance.pick(statuses) } });
    }
  }

  /** The coordinator gives or takes a trainer's right, and says so as soon as the network lets it. */
  async function changeRight(): Promise<void> {
    const role = chance.happens(0.65) ? null : 'fasilitator';
    await write(coordinator, 'member', chance.pick(trainers), { role });
    await trySync(coordinator);
    // A right that is taken still holds for a day.
    if (chance.happens(0.7)) pass(day + chance.below(day));
  }

  async function decideSome(share: number): Promise<number> {
    let decided = 0;
    for (const refused of await coordinator.atNetwork(device => device.attention.fetchAll())) {
      if (!chance.happens(share)) continue;
      await coordinator.device.attention.decide(refused, chance.pick(['accept', 'decline']), 'Ya');
      decided += 1;
    }
    return decided;
  }

  async function withdrawSome({ device }: HardTablet): Promise<void> {
    for (const { n } of await device.attention.readOwn())
      if (chance.happens(0.3)) await device.attention.withdraw(n);
  }

  /** What is on its way when home goes ends with it: no connection outlives a server. */
  async function goBack(): Promise<void> {
    for (const { network } of everybody()) await network.deliverLate();
    await home.goBack(chance.uuid());
  }

  async function copyOf(tablet: HardTablet): Promise<void> {
    copies += 1;
    const copy = { ...tablet, name: `${seed}-copy-${copies}`, wrongBy: chance.below(3_600_000) };
    tablet.device.close();
    await copyDatabases(tablet.name, copy.name);
    await switchOn(tablet);
    await switchOn(copy);
    tablets.push(copy);
  }

  const acts: [share: number, name: string, act: (tablet: HardTablet) => Promise<unknown>][] = [
    [0.4, 'edit', edit],
    [0.24, 'sync', trySync],
    [0.04, 'sync twice', tablet => Promise.all([trySync(tablet), trySync(tablet)])],
    [0.03, 'late', ({ network }) => network.deliverLate()],
    [0.03, 'clock', async tablet => void (tablet.wrongBy += chance.below(day) - day / 2)],
    [0.03, 'restart', async tablet => (tablet.device.close(), await switchOn(tablet))],
    [0.08, 'right', changeRight],
    [0.03, 'take back', withdrawSome],
    [0.03, 'decide', () => decideSome(0.5).catch(onlyProblems)],
    [0.03, 'wait', async () => pass(chance.below(3 * day))],
    [0.02, 'keep a copy', () => home.keepCopy()],
    [0.015, 'go back', goBack],
    [0.015, 'copy', async tablet => copies < 2 && (await copyOf(tablet))],
    [0.01, 'narrow', async () => void (faults = { ...rough, widest: 1_200 })],
    [0.01, 'wide', async () => void (faults = rough)],
  ];

  return {
    chance,
    home,
    tablets,
    coordinator,
    async actAtRandom() {
      if (faults === calm) faults = rough;
      pass(chance.below(120_000));
      const tablet = chance.pick(chance.happens(0.1) ? [coordinator] : tablets);
      let dice = chance.next();
      const [, name, act] = acts.find(([share]) => (dice -= share) < 0) ?? acts[0]!;
      await act(tablet);
      return name;
    },
    async settle() {
      faults = calm;
      for (const { network } of everybody()) await network.deliverLate();
      for (const person of trainers)
        await write(coordinator, 'member', person, { role: 'fasilitator' });
      for (let round = 0; round < 4; round += 1) {
        for (const tablet of [coordinator, ...everybody()]) await trySync(tablet);
        await decideSome(1);
      }
      for (const tablet of [...everybody(), ...everybody(), ...everybody()])
        await tablet.atNetwork(device => device.runRound());
    },
    async close() {
      for (const { device } of everybody()) device.close();
      await home.close();
    },
  };
}

/** Nothing happens by itself. While the device is at the network, deadlines wait for the test, and short pauses are over at once. */
function impatient(timers: HandTimers, isAtNetwork: () => boolean): Pick<HandTimers, 'after'> {
  return {
    after(ms, run) {
      if (!isAtNetwork()) return () => {};
      if (ms >= longestPauseMs) return timers.after(ms, run);
      const soon = setImmediate(run);
      return () => clearImmediate(soon);
    },
  };
}

function onlyProblems(failure: unknown): void {
  if (!(failure instanceof Problem)) throw failure;
}

import { openDataFolder, homeOf } from '../../src/server/data-folder.ts';
import { demoCodes, demoTraining, fillDemonstration } from '../../src/server/demo/demo.ts';
import { cast } from '../../src/server/demo/cast.ts';
import { trainingStream } from '../../src/domain/stream.ts';
import { freshPlace, settingsOf, type Engine } from './data-places.ts';
import { createProtocolClient, Refused, type ProtocolClient } from './protocol-client.ts';
import { createChance, type Chance } from './seed.ts';
import { serveApp, type ServedApp } from './served-app.ts';

export const stormStream = trainingStream(demoTraining);

/** Sessions of later days: nobody has marked anything of them before the storm. */
const sessions = ['sesi-2-1', 'sesi-2-2', 'sesi-2-3', 'sesi-3-1', 'sesi-3-2', 'sesi-3-3'];

const statuses = ['hadir', 'izin', 'sakit', 'alpa'] as const;

export interface Storm {
  app: ServedApp;
  devices: ProtocolClient[];
  /** Ends the server's process in the middle of whatever it does, and starts it again on the same data. */
  strike(): Promise<void>;
  /** Lets the storm rage until so many more answers came. */
  rage(answers: number): Promise<void>;
  /** Ends the storm once every device has everything delivered and everything received. */
  settle(): Promise<void>;
  dispose(): Promise<void>;
}

/** The demonstration's server as a process, and devices that push and pull all at once until told otherwise. */
export async function openStorm(
  engine: Engine,
  { seed, devices: count, writes }: { seed: number; devices: number; writes: number },
): Promise<Storm> {
  const chance = createChance(seed);
  const place = await freshPlace(engine);
  const parts = await openDataFolder(place);
  await fillDemonstration(homeOf(parts));
  await parts.store.close();

  const app = await serveApp('start', { settings: settingsOf(place) });
  let isOver = false;
  let isDisposed = false;
  let answers = 0;
  let isUp: Promise<unknown> = Promise.resolve();
  let onAnswer = () => {};

  const devices = Array.from({ length: count }, (_, index) =>
    createProtocolClient({
      url: app.url,
      device: `badai-${index}`,
      clock: Date.now,
      newId: chance.uuid,
    }),
  );

  /** Asks until home answers, however often it is struck down meanwhile. */
  async function insist<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      await isUp;
      try {
        const result = await work();
        answers += 1;
        onAnswer();
        return result;
      } catch (error) {
        if (isDisposed) throw error;
        await afterFailure(error);
      }
    }
  }

  async function live(device: ProtocolClient, own: Chance): Promise<void> {
    await insist(() => device.enrol(demoCodes[0].code));
    while (!isOver) {
      if (device.written.length < writes) writeSome(device, own);
      // When all is delivered, something is delivered again, as if its answer had been lost.
      const again = device.pending().length === 0 ? someOf(device, own) : undefined;
      await insist(() => device.push(again));
      if (own.happens(0.2)) await insist(() => device.pull());
    }
  }

  const lives = devices.map((device, index) => live(device, createChance(seed * 1_000 + index)));
  const raging = Promise.all(lives);

  return {
    app,
    devices,
    async strike() {
      await app.kill();
      await (isUp = app.restart());
    },
    async rage(more) {
      const until = answers + more;
      const enough = new Promise<void>(resolve => {
        onAnswer = () => void (answers >= until && resolve());
      });
      await Promise.race([enough, raging]);
    },
    async settle() {
      isOver = true;
      await raging;
      for (const device of devices)
        while (device.pending().length > 0) await insist(() => device.push());
      await Promise.all(devices.map(device => insist(() => device.pull())));
    },
    async dispose() {
      isDisposed = isOver = true;
      await app.dispose();
      await raging.catch(() => undefined);
    },
  };
}

function writeSome(device: ProtocolClient, chance: Chance): void {
  for (let left = 1 + chance.below(12); left > 0; left -= 1) {
    const { id } = chance.pick(cast);
    const place = { stream: stormStream, t: 'attendance', r: `${chance.pick(sessions)}:${id}` };
    device.write(place, { mark: { status: chance.pick(statuses) } });
  }
}

function someOf(device: ProtocolClient, chance: Chance) {
  const from = chance.below(device.written.length);
  return device.written.slice(from, from + 1 + chance.below(20));
}

/** Home may be down, or ask for patience. Anything else is a fault. */
async function afterFailure(error: unknown): Promise<void> {
  if (error instanceof Refused) {
    if (error.status !== 429 && error.status !== 503) throw error;
    await new Promise(resolve => setTimeout(resolve, error.retryAfterMs));
    return;
  }
  // What Node's fetch says when a connection cannot be had, or breaks off.
  const isNetwork = error instanceof TypeError && /fetch failed|terminated/.test(error.message);
  if (!isNetwork) throw error;
  // Whatever else waits has its turn first.
  await new Promise(resolve => setImmediate(resolve));
}

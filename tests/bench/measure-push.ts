import { once } from 'node:events';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { atLeast, type Findings } from './measured.ts';
import { serveBare, startScript, watchMemory } from './processes.ts';
import { median, percentile } from './statistics.ts';
import type { StormCheck, StormOrder, StormPrepared, StormRun } from './storm-messages.ts';

/** As many rounds as fit into the time, between these. */
const leastRounds = 3;
const mostRounds = 7;
const longestMs = 75_000;

const connections = 24;

/**
 * Operations accepted a second in the storm of all devices, beside the bare server: taken in turns, the
 * medians compared. One more storm, in which each device also fetches what its training has, gives the
 * time of a device's whole sync. After each the server is asked for everything it was given.
 */
export async function measurePush({ hotel, seed, say }: Bench): Promise<Findings> {
  const storm = startScript('storm.js');
  const broken = once(storm, 'exit').then(() => Promise.reject(new Error('the storm broke off')));
  broken.catch(() => {});
  async function tell<T>(order: StormOrder): Promise<T> {
    const answered = new Promise<T>(resolve => storm.once('message', resolve as () => void));
    storm.send(order);
    return Promise.race([answered, broken]);
  }

  const perSecond = { ours: [] as number[], bare: [] as number[] };
  const peaks = { ours: [] as number[], bare: [] as number[] };
  let turnedAway = 0;

  async function runBare(name: string, operations: number): Promise<void> {
    const server = await serveBare(join(hotel.folder, `${name}.sqlite`));
    const peak = watchMemory(server.pid);
    const order = { do: 'run', url: server.url, against: 'bare', thenPull: false } as const;
    const { tookMs } = await tell<StormRun>(order);
    perSecond.bare.push((operations * 1000) / tookMs);
    peaks.bare.push(peak() ?? 0);
    await server.stop();
  }

  async function runOurs(operations: number, thenPull: boolean): Promise<StormRun> {
    const server = await hotel.open();
    const { url } = server;
    const peak = watchMemory(server.pid);
    const run = await tell<StormRun>({ do: 'run', url, against: 'ours', thenPull });
    peaks.ours.push(peak() ?? 0);
    const check = await tell<StormCheck>({ do: 'check', url });
    await server.stop();
    turnedAway += run.turnedAway;
    if (check.admitted !== operations || check.held !== operations)
      throw new Error(
        `of ${operations} operations ${check.admitted} were admitted and ${check.held} are held: ${check.complaints.join('; ')}`,
      );
    return run;
  }

  try {
    const { enrolled } = hotel;
    say('push: writing the hotel evening');
    const { operations, requests } = await tell<StormPrepared>({
      do: 'prepare',
      enrolled,
      seed,
      connections,
    });
    const startedAt = performance.now();
    const isEnough = (round: number) =>
      round > mostRounds || (round > leastRounds && performance.now() - startedAt > longestMs);
    for (let round = 1; !isEnough(round); round += 1) {
      await runBare(`bare-${round}`, operations);
      const { tookMs } = await runOurs(operations, false);
      perSecond.ours.push((operations * 1000) / tookMs);
      say(
        `push: round ${round}, ${rate(perSecond.bare.at(-1))} bare, ${rate(perSecond.ours.at(-1))} ours`,
      );
    }
    const whole = await runOurs(operations, true);
    const count = operations.toLocaleString('en-GB');
    return {
      measured: [
        atLeast({
          name: 'push',
          words: 'push: operations accepted in the storm, against a bare insert',
          unit: '/s',
          value: median(perSecond.ours),
          limit: median(perSecond.bare),
          goal: 0.5,
        }),
      ],
      notes: [
        `storm: ${enrolled.length} devices, ${count} operations in ${requests} requests over ${connections} connections, ${perSecond.ours.length} rounds each`,
        `storm: no request was lost: all ${count} operations got one verdict, ok, and are held, in each round; asked to come later ${turnedAway} times`,
        `storm: peak memory of the server ${megabytes(peaks.ours)} (bare server ${megabytes(peaks.bare)})`,
        `storm: a device's whole sync, its training's records fetched: p50 ${seconds(whole.deviceMs, 50)}, p95 ${seconds(whole.deviceMs, 95)}, longest ${seconds(whole.deviceMs, 100)} (${Math.round(whole.pulledBytes / 1e6)} MB fetched by all)`,
      ],
    };
  } finally {
    storm.kill();
  }
}

const rate = (perSecond = 0) => `${Math.round(perSecond).toLocaleString('en-GB')}/s`;

const megabytes = (peaks: readonly number[]) => {
  const most = Math.max(...peaks);
  return most > 0 ? `${Math.round(most)} MB` : 'not told by this system';
};

const seconds = (values: readonly number[], percent: number) =>
  `${(percentile(values, percent) / 1000).toFixed(1)} s`;

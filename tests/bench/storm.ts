import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createBatchSize, takeBatch } from '../../src/client/sync/batch.ts';
import {
  limits,
  protocolVersion,
  schemaVersion,
  type PushRequest,
} from '../../src/protocol/messages.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import { createChance } from '../support/seed.ts';
import { checkStorm } from './check-storm.ts';
import {
  connect,
  prepare,
  sendUntilTaken,
  unpackBody,
  type Arrived,
  type Prepared,
} from './connection.ts';
import { hotelEvening } from './hotel-evening.ts';
import { reportOf, type Enrolled } from './hotel.ts';
import type { StormOrder, StormPrepared, StormRun } from './storm-messages.ts';
import { clockOf, writeDay } from './written-day.ts';

/**
 * The process that makes the storm: 200 devices that deliver their day at once, each in the batches of the
 * real client, one after the other, coming again when they are told to.
 */
export interface StormDevice {
  enrolled: Enrolled;
  batches: Batch[];
  pull: Prepared;
}

export interface Batch {
  operations: Operation[];
  /** As the app sends it, and as the bare server takes it. */
  ours: Prepared;
  bare: Prepared;
  /** The last answer to `ours`. */
  answer?: Arrived;
}

const pack = promisify(gzip);

let devices: StormDevice[] = [];
let connections = 1;

process.on('message', (order: StormOrder) => {
  obey(order).then(
    answer => process.send?.(answer),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});

// Whatever ends the bench ends this.
process.on('disconnect', () => process.exit());

async function obey(order: StormOrder): Promise<object> {
  switch (order.do) {
    case 'prepare':
      ({ connections } = order);
      devices = await Promise.all(
        order.enrolled.map((enrolled, index) => prepareDevice(enrolled, order.seed, index)),
      );
      return {
        operations: sum(devices.flatMap(({ batches }) => batches.map(it => it.operations.length))),
        requests: sum(devices.map(({ batches }) => batches.length)),
      } satisfies StormPrepared;
    case 'run':
      return order.against === 'ours' ? runOurs(order.url, order.thenPull) : runBare(order.url);
    case 'check':
      return checkStorm(order.url, devices);
  }
}

async function prepareDevice(
  enrolled: Enrolled,
  seed: number,
  index: number,
): Promise<StormDevice> {
  const chance = createChance(seed * 4001 + index);
  const clock = clockOf(seed, index);
  const day = hotelEvening(seed, index, enrolled.stream);
  const written = writeDay(day, {
    device: enrolled.device,
    person: enrolled.person,
    beganAt: enrolled.enrolledAt + 300_000,
    clock,
    newId: () => chance.uuid(),
  });
  const hasJumped = clock.jumpsAfterMs !== Infinity;
  const now = () => Date.now() + (hasJumped ? clock.thenBy : clock.wrongBy);
  const size = createBatchSize();
  const batches: Batch[] = [];
  for (let first = 0; first < written.length;) {
    const operations = takeBatch(written.slice(first, first + size.size));
    const clocks = { now: now(), clk: hasJumped ? 2 : 1 };
    const device = reportOf(enrolled.device, clocks, written.length - first);
    const request: PushRequest = { proto: protocolVersion, device, ops: operations };
    batches.push({
      operations,
      ours: await prepare(api => api.push(enrolled.token, request)),
      bare: await plain(request),
    });
    first += operations.length;
    size.grow();
  }
  const scopes = { [enrolled.stream]: 0 };
  const question = { schema: schemaVersion, scopes, open: [], maxBytes: limits.pageBytes };
  const pull = await prepare(api => api.pull(enrolled.token, question, async () => {}));
  return { enrolled, batches, pull };
}

async function plain(request: object): Promise<Prepared> {
  return { path: '/', headers: {}, body: await pack(JSON.stringify(request)) };
}

async function runOurs(url: string, thenPull: boolean): Promise<StormRun> {
  const connection = connect(url, connections);
  let turnedAway = 0;
  let pulledBytes = 0;
  let lastVerdictAt = 0;
  const startedAt = performance.now();
  const deviceMs = await Promise.all(
    devices.map(async ({ batches, pull }, index) => {
      const chance = createChance(index);
      for (const batch of batches) {
        const answer = await sendUntilTaken(connection, batch.ours, chance.next, () => {
          turnedAway += 1;
        });
        batch.answer = answer;
        await pause(nextMsOf(answer));
      }
      lastVerdictAt = performance.now();
      if (thenPull) {
        const answer = await sendUntilTaken(connection, pull, chance.next);
        pulledBytes += answer.body.length;
      }
      return performance.now() - startedAt;
    }),
  );
  connection.close();
  return { tookMs: lastVerdictAt - startedAt, deviceMs, turnedAway, pulledBytes };
}

/** Read without parsing, which is done afterwards; a packed one is unpacked first. */
function nextMsOf(answer: Arrived): number {
  const text = unpackBody(answer);
  const end = text.toString('latin1', Math.max(0, text.length - 200));
  return Number(/"nextMs":(\d+)/.exec(end)?.[1] ?? 0);
}

const pause = (ms: number) =>
  ms > 0 ? new Promise(resolve => setTimeout(resolve, ms)) : undefined;

async function runBare(url: string): Promise<StormRun> {
  const connection = connect(url, connections);
  const startedAt = performance.now();
  const deviceMs = await Promise.all(
    devices.map(async ({ batches }) => {
      for (const { bare } of batches) {
        const { status, body } = await connection.send(bare);
        if (status !== 200) throw new Error(`the bare server answered ${body.toString()}`);
      }
      return performance.now() - startedAt;
    }),
  );
  connection.close();
  return { tookMs: performance.now() - startedAt, deviceMs, turnedAway: 0, pulledBytes: 0 };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

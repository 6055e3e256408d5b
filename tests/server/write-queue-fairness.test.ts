import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../src/domain/problem.ts';
import { createWriteQueue, queueLimits } from '../../src/server/sync/write-queue.ts';
import { announceSeed, createChance } from '../support/seed.ts';

const seed = announceSeed('write-queue-fairness');

/** Comes back when everything that was waiting for a promise has gone on. */
const settled = () => new Promise<void>(resolve => setImmediate(resolve));

/** A request comes, the running turn ends in one of three ways, or time goes by. */
type Step =
  | { is: 'request'; device: number; kilobytes: number }
  | { is: 'end'; how: 'committed' | 'bug' | 'store gone' }
  | { is: 'pause'; ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.record({
      is: fc.constant('request' as const),
      device: fc.nat(120),
      kilobytes: fc.oneof(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 900, max: 1024 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('end' as const),
      how: fc.constantFrom('committed' as const, 'bug' as const, 'store gone' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('pause' as const), ms: fc.nat(2000) }),
  },
);

interface Waiting {
  id: number;
  device: string;
  bytes: number;
  since: number;
}

/** A queue, and beside it what the rule says of it in the plainest words. */
function openModel() {
  let now = 1;
  let lastId = 0;
  let turn:
    { requests: readonly Waiting[]; resolve(): void; reject(reason: unknown): void } | undefined;
  /** Those of a group that failed, until each was tried by itself. */
  const apart = new Set<number>();
  const broken: string[] = [];
  const waiting = new Map<number, Waiting>();
  const answers = new Map<number, number>();
  const turnedAwaySince = new Map<string, number>();

  const queue = createWriteQueue<Waiting, void>({
    clock: () => now,
    commit: requests => {
      const [first] = requests;
      if (!first || !apart.delete(first.id)) judge(requests);
      for (const { id } of requests) waiting.delete(id);
      return new Promise((resolve, reject) => {
        turn = { requests, resolve: () => resolve(requests.map(() => undefined)), reject };
      });
    },
  });

  /** Nobody who could have been in this turn has waited longer than somebody who is. */
  function judge(group: readonly Waiting[]): void {
    if (group.length > queueLimits.together) broken.push('too many together');
    const devices = new Set(group.map(({ device }) => device));
    const first = [...devices].map(device => group.find(one => one.device === device)?.since ?? 0);
    for (const { id, device, since } of waiting.values()) {
      if (group.some(one => one.id === id)) continue;
      if (group.length < queueLimits.together) broken.push('left out, though there was room');
      if (devices.has(device)) continue;
      if (devices.size < group.length) broken.push('left out for the second of another');
      if (since < Math.max(...first)) broken.push('overtaken');
    }
  }

  function judgeBounds(): void {
    const bytes = [...waiting.values()].reduce((sum, one) => sum + one.bytes, 0);
    if (waiting.size > queueLimits.waiting) broken.push('too many wait');
    if (bytes > queueLimits.waitingBytes) broken.push('too many bytes wait');
  }

  return {
    queue,
    answers,
    broken,
    count: () => lastId,
    isWriting: () => turn !== undefined,
    pause: (ms: number) => void (now += ms),
    async request(device: string, bytes: number) {
      now += 1;
      const id = (lastId += 1);
      const one = { id, device, bytes, since: turnedAwaySince.get(device) ?? now };
      waiting.set(id, one);
      const note = (reason?: unknown) => {
        waiting.delete(id);
        answers.set(id, (answers.get(id) ?? 0) + 1);
        if (reason === undefined) turnedAwaySince.delete(device);
        if (!(reason instanceof Problem)) return;
        turnedAwaySince.set(device, Math.min(one.since, turnedAwaySince.get(device) ?? now));
        const { retryAfterMs = 0 } = reason.details;
        if (reason.code === 'busy' && (retryAfterMs < 1000 || retryAfterMs > 30_000))
          broken.push(`told to come back after ${retryAfterMs}`);
      };
      void queue.enqueue({ device, bytes, request: one }).then(() => note(), note);
      await settled();
      judgeBounds();
    },
    async end(how: 'committed' | 'bug' | 'store gone') {
      const ending = turn;
      turn = undefined;
      if (how === 'bug' && ending && ending.requests.length > 1)
        for (const { id } of ending.requests) apart.add(id);
      if (how === 'committed') ending?.resolve();
      else ending?.reject(how === 'bug' ? new Error('a bug') : new Problem('server-full'));
      await settled();
      judgeBounds();
    },
  };
}

describe('5.7 whatever comes', { timeout: 30_000 }, () => {
  test('each request gets one answer, the bounds hold, and nobody overtakes who waited longer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 50, maxLength: 400, size: 'max' }),
        async steps => {
          const model = openModel();
          for (const one of steps) {
            if (one.is === 'request') await model.request(`d${one.device}`, one.kilobytes * 1024);
            else if (one.is === 'end') await model.end(one.how);
            else model.pause(one.ms);
          }
          while (model.isWriting()) await model.end('committed');
          expect(model.broken).toEqual([]);
          expect(model.answers.size).toBe(model.count());
          expect([...model.answers.values()].every(times => times === 1)).toBe(true);
          expect(model.queue.waitMs()).toBe(0);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('21 in a storm of 200 devices that come back when told, everybody is served in fair time', async () => {
    const chance = createChance(seed);
    const msEach = 20;
    const batches = 6;
    const devices = Array.from({ length: 200 }, (_, n) => ({
      name: `d${n}`,
      left: batches,
      comesAt: chance.below(2000),
      knockedAt: undefined as number | undefined,
      longestWaitMs: 0,
      refusals: 0,
      mostRefusals: 0,
    }));
    let now = 0;
    let turnEndsAt = Infinity;
    let end = () => {};
    const queue = createWriteQueue<string, string>({
      clock: () => now,
      commit: requests => {
        turnEndsAt = now + requests.length * msEach;
        return new Promise(resolve => (end = () => resolve(requests)));
      },
    });
    const served = async (device: (typeof devices)[number]) => {
      device.knockedAt ??= now;
      device.comesAt = Infinity;
      try {
        await queue.enqueue({ device: device.name, bytes: 50_000, request: device.name });
        device.longestWaitMs = Math.max(device.longestWaitMs, now - device.knockedAt);
        device.knockedAt = undefined;
        device.refusals = 0;
        device.left -= 1;
        if (device.left > 0) device.comesAt = now + queue.waitMs() + chance.below(200);
      } catch (error) {
        const { retryAfterMs = 0 } = (error as Problem).details;
        device.refusals += 1;
        device.mostRefusals = Math.max(device.mostRefusals, device.refusals);
        device.comesAt = now + retryAfterMs * (1 + chance.next() / 2);
      }
    };
    while (devices.some(({ left }) => left > 0)) {
      now = Math.min(turnEndsAt, ...devices.map(({ comesAt }) => comesAt));
      if (now === Infinity) throw new Error('somebody was forgotten');
      if (now === turnEndsAt) {
        turnEndsAt = Infinity;
        end();
      } else for (const device of devices) if (device.comesAt <= now) void served(device);
      await settled();
    }
    const onceRoundMs = devices.length * msEach;
    // Nothing but turning up costs the writer time: what 1,200 batches take, it took, but for the last to come back.
    expect(now).toBeLessThan(batches * onceRoundMs * 1.5 + 30_000);
    expect(Math.max(...devices.map(({ longestWaitMs }) => longestWaitMs))).toBeLessThan(
      3 * onceRoundMs,
    );
    expect(Math.max(...devices.map(({ mostRefusals }) => mostRefusals))).toBeLessThan(5);
  });
});

import { describe, expect, test } from 'vitest';
import { Problem } from '../../src/domain/problem.ts';
import { createWriteQueue } from '../../src/server/sync/write-queue.ts';

/** A queue whose writer waits for the test's word, on a clock in the test's hand. */
function openQueue() {
  const hand = { now: 1_000_000 };
  const turns: { requests: readonly string[]; finish(error?: unknown): Promise<void> }[] = [];
  const queue = createWriteQueue<string, string>({
    clock: () => hand.now,
    commit: requests =>
      new Promise((resolve, reject) => {
        turns.push({
          requests,
          async finish(error) {
            if (error === undefined) resolve(requests.map(request => `${request} is home`));
            else reject(error as Error);
            await settled();
          },
        });
      }),
  });
  /** What each was answered, by request; missing as long as it waits. */
  const answers = new Map<string, string>();
  const ask = (device: string, request: string, bytes = 1000) => {
    queue.enqueue({ device, bytes, request }).then(
      answer => answers.set(request, answer),
      (error: unknown) =>
        answers.set(request, error instanceof Problem ? error.code : (error as Error).message),
    );
  };
  return {
    hand,
    queue,
    turns,
    answers,
    ask,
    /** One device after another, a millisecond apart. */
    askAll: (count: number, name = 'd') => {
      for (let n = 0; n < count; n += 1) {
        ask(`${name}${n}`, `${name}${n}`);
        hand.now += 1;
      }
    },
    /** The turn that runs. */
    turn: () => turns.at(-1),
  };
}

/** Comes back when everything that was waiting for a promise has gone on. */
const settled = () => new Promise<void>(resolve => setImmediate(resolve));

const names = (name: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `${name}${from + index}`);

describe('5.7 pushes that wait together are committed together', () => {
  test('the first goes at once, the others up to 32 at a time, each with its own answer', async () => {
    const { askAll, turns, turn, answers } = openQueue();
    askAll(50);
    expect(turns.map(({ requests }) => requests)).toEqual([['d0']]);
    await turn()?.finish();
    expect(turn()?.requests).toEqual(names('d', 1, 33));
    await turn()?.finish();
    expect(turn()?.requests).toEqual(names('d', 33, 50));
    expect(answers.get('d32')).toBe('d32 is home');
    expect(answers.has('d33')).toBe(false);
    await turn()?.finish();
    expect(answers.size).toBe(50);
  });

  test('if one of them fails, the others do not', async () => {
    const { askAll, turns, turn, answers } = openQueue();
    askAll(4);
    await turn()?.finish();
    await turn()?.finish(new Error('a bug'));
    for (const request of ['d1', 'd2', 'd3']) {
      expect(turn()?.requests).toEqual([request]);
      await turn()?.finish(request === 'd2' ? new Error('its own bug') : undefined);
    }
    expect(turns).toHaveLength(5);
    expect([...answers.values()].sort()).toEqual([
      'd0 is home',
      'd1 is home',
      'd3 is home',
      'its own bug',
    ]);
  });

  test('if the store cannot be had, all of them are told so at once', async () => {
    const { askAll, turns, turn, answers } = openQueue();
    askAll(4);
    await turn()?.finish();
    await turn()?.finish(new Problem('server-full'));
    expect([...answers.values()].slice(1)).toEqual(['server-full', 'server-full', 'server-full']);
    expect(turns).toHaveLength(2);
  });

  test('a device has one request in a group, unless there is room left', async () => {
    const { ask, askAll, turn } = openQueue();
    for (let n = 0; n < 12; n += 1) ask('greedy', `greedy-${n}`);
    askAll(28);
    await turn()?.finish();
    expect(turn()?.requests).toEqual([
      'greedy-1',
      ...names('d', 0, 28),
      'greedy-2',
      'greedy-3',
      'greedy-4',
    ]);
  });
});

describe('5.7 at most 64 pushes or 32 MB wait their turn', () => {
  test('whoever has waited least is told to come back', async () => {
    const { askAll, answers, turn } = openQueue();
    askAll(70);
    await settled();
    expect([...answers]).toEqual(names('d', 65, 70).map(request => [request, 'busy']));
    await turn()?.finish();
    await turn()?.finish();
    await turn()?.finish();
    expect([...answers.values()].filter(answer => answer.endsWith('is home'))).toHaveLength(65);
  });

  test('bytes count like requests', async () => {
    const { ask, answers } = openQueue();
    ask('first', 'first');
    for (const device of names('d', 0, 40)) ask(device, device, 1024 * 1024);
    await settled();
    expect([...answers.keys()]).toEqual(names('d', 32, 40));
  });

  test('whoever was turned away before goes first, and displaces the latest to come', async () => {
    const { askAll, ask, answers, hand, turn } = openQueue();
    askAll(66);
    await settled();
    expect([...answers.keys()]).toEqual(['d65']);
    await turn()?.finish();
    hand.now += 5000;
    askAll(60, 'late');
    await settled();
    expect(answers.get('late32')).toBe('busy');
    answers.delete('d65');
    ask('d65', 'd65');
    await settled();
    expect(answers.has('d65')).toBe(false);
    expect(answers.get('late31')).toBe('busy');
    await turn()?.finish();
    expect(turn()?.requests[32 - 1]).toBe('d64');
    await turn()?.finish();
    expect(turn()?.requests.slice(0, 2)).toEqual(['d65', 'late0']);
  });

  test('many requests of one device make room before those of others', async () => {
    const { ask, askAll, answers, turn } = openQueue();
    for (let n = 0; n < 65; n += 1) ask('greedy', `greedy-${n}`);
    askAll(60);
    await settled();
    expect([...answers.keys()].every(request => request.startsWith('greedy'))).toBe(true);
    expect(answers.size).toBe(60);
    await turn()?.finish();
    await turn()?.finish();
    await turn()?.finish();
    expect(names('d', 0, 60).every(name => answers.get(name) === `${name} is home`)).toBe(true);
  });

  test('that a device was turned away is forgotten ten minutes after it last came', async () => {
    const { askAll, ask, answers, hand } = openQueue();
    askAll(66);
    await settled();
    hand.now += 10 * 60_000 + 1;
    ask('newcomer', 'newcomer');
    ask('d65', 'd65 again');
    await settled();
    expect([answers.get('newcomer'), answers.get('d65 again')]).toEqual(['busy', 'busy']);
  });

  test('there is a way to know before the body is read, which counts as having come', async () => {
    const { askAll, queue, hand, turn, ask } = openQueue();
    askAll(65);
    const knock = () => queue.assertRoom({ device: 'late', bytes: 1000 });
    expect(knock).toThrow(expect.objectContaining({ code: 'busy' }));
    await turn()?.finish();
    expect(knock).not.toThrow();
    hand.now += 1000;
    askAll(60, 'later');
    expect(knock).not.toThrow();
    ask('late', 'late');
    await turn()?.finish();
    await turn()?.finish();
    expect(turn()?.requests[0]).toBe('late');
  });
});

describe('5.7 when to come back is worked out from what was measured', () => {
  /** How long whoever comes now is told to wait; 0 for one who may come in. */
  const toldToWait = ({ queue }: ReturnType<typeof openQueue>, device: string) => {
    try {
      queue.assertRoom({ device, bytes: 1000 });
      return 0;
    } catch (error) {
      return (error as Problem).details.retryAfterMs ?? 0;
    }
  };

  test.each([
    ['a quick writer: the least', 1, 1000],
    ['a slow one: the time of all that is before it', 200, 200 * 66],
    ['a stuck one: half a minute', 5000, 30_000],
  ])('%s', async (_name, msEach, expected) => {
    const opened = openQueue();
    for (let n = 0; n < 40; n += 1) {
      opened.ask('d', `d${n}`);
      opened.hand.now += msEach;
      await opened.turn()?.finish();
    }
    opened.ask('running', 'running');
    for (const device of names('d', 0, 64)) opened.ask(device, device);
    expect(toldToWait(opened, 'late') / expected).toBeCloseTo(1, 2);
  });

  test('the more were turned away before, the later', async () => {
    const opened = openQueue();
    opened.ask('d', 'slow');
    opened.hand.now += 500;
    await opened.turn()?.finish();
    opened.askAll(65);
    const early = toldToWait(opened, 'early');
    opened.askAll(50, 'more');
    expect(early).toBeGreaterThan(1000);
    expect(toldToWait(opened, 'late') / early).toBeCloseTo((64 + 1 + 51 + 1) / (64 + 1 + 1), 2);
  });

  test('11.6 pictures and next batches wait as long as operations do, and not at all otherwise', async () => {
    const { queue, ask, turn } = openQueue();
    expect(queue.waitMs()).toBe(0);
    ask('a', 'a');
    expect(queue.waitMs()).toBe(0);
    ask('b', 'b');
    expect(queue.waitMs()).toBeGreaterThan(0);
    await turn()?.finish();
    expect(queue.waitMs()).toBe(0);
  });
});

test('a queue that is drained answers everybody who waits and takes nobody else', async () => {
  const { queue, askAll, ask, answers, turn } = openQueue();
  askAll(40);
  let isDrained = false;
  const drained = queue.drain().then(() => (isDrained = true));
  ask('late', 'late');
  await settled();
  expect(answers.get('late')).toBe('busy');
  await turn()?.finish();
  await turn()?.finish();
  expect(isDrained).toBe(false);
  await turn()?.finish();
  await drained;
  expect(answers.size).toBe(41);
  await queue.drain();
});

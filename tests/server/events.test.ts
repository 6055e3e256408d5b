import { beforeEach, describe, expect, test } from 'vitest';
import type {
  Call,
  CallResponse,
  DeviceEntry,
  DevicesResponse,
} from '../../src/protocol/event-messages.ts';
import { paths, type EnrolResponse } from '../../src/protocol/messages.ts';
import type { Store } from '../../src/server/store/store.ts';
import { createSwitchboard } from '../../src/server/sync/switchboard.ts';
import { openEvents, type ReadEvent } from '../support/event-reader.ts';
import {
  openHome,
  openTraining,
  openUsualStore,
  push,
  report,
  type TestHome,
} from '../support/home.ts';
import { operation } from '../support/operations.ts';

const quick = { keepAliveMs: 20, recheckMs: 10, gatherMs: 1 };

let home: TestHome;
let stream: string;
let koordinator: EnrolResponse;
let amina: EnrolResponse;

beforeEach(async () => {
  home = await openHome({ eventTimes: quick });
  ({ stream, koordinator, amina } = await openTraining(home));
});

const listen = (by: EnrolResponse, options: { isBoard?: boolean; heard?: string } = {}) =>
  openEvents((path, init) => home.fetch(path, init), by.token, options);

async function call(
  by: EnrolResponse,
  asked: object = { stream, pictures: 'now' },
): Promise<Response> {
  return home.fetch(paths.calls, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${by.token}` },
    body: JSON.stringify(asked),
  });
}

const called = async (by: EnrolResponse, asked?: object) =>
  (await (await call(by, asked)).json()) as CallResponse;

async function readDevices(by: EnrolResponse): Promise<DevicesResponse> {
  const headers = { Authorization: `Bearer ${by.token}` };
  return (await (await home.fetch(paths.devices, { headers })).json()) as DevicesResponse;
}

const devicesIn = (read: ReadEvent | undefined) => (read?.data['devices'] ?? []) as DeviceEntry[];

const mark = (by: EnrolResponse, dev: string, changes = {}) =>
  operation({ stream, by: by.person.id, dev, ...changes });

describe('13.1 a stream of events', () => {
  test('is for whoever was let in, and says hello first', async () => {
    const stranger = await home.fetch(paths.events, {});
    expect(stranger.status).toBe(401);
    const line = await listen(amina);
    expect(line.status).toBe(200);
    expect((await line.next('hello'))?.data).toEqual({ at: home.now });
    await line.cut();
  });

  test('is kept open by comments, also while nothing happens', async () => {
    const line = await listen(amina);
    for (let count = 0; count < 3; count += 1) expect(await line.next(':')).toBeDefined();
    await line.cut();
  });

  test('is one of at most four of a device: the oldest gives way', async () => {
    const lines = [];
    for (let count = 0; count < 5; count += 1) lines.push(await listen(amina));
    expect(await lines[0]?.next('never')).toBeUndefined();
    await called(koordinator);
    for (const line of lines.slice(1)) expect(await line.next('call')).toBeDefined();
  });

  test('is not for a device that was shut out, and ends when it is', async () => {
    const line = await listen(amina);
    await line.next('hello');
    await home.operations.revokeDevice('tablet-a');
    expect((await line.next('end'))?.data).toEqual({ code: 'device-revoked' });
    expect((await listen(amina)).status).toBe(403);
  });
});

test('a server that stops ends every stream, so that none holds it up', async () => {
  const switchboard = createSwitchboard({ clock: () => home.now, newId: () => 'call' });
  const ended: string[] = [];
  const lineOf = (device: string) => ({ tell: () => {}, end: () => ended.push(device) });
  const hangUp = switchboard.connect('gone', lineOf('gone'), undefined);
  switchboard.connect('tablet-a', lineOf('tablet-a'), undefined);
  switchboard.connect('tablet-b', lineOf('tablet-b'), undefined);
  hangUp();
  switchboard.close();
  expect(ended).toEqual(['tablet-a', 'tablet-b']);
});

describe('13.3 a call', () => {
  test('reaches the connected devices of that training, and no others', async () => {
    const elsewhere = await home.letIn(
      'fasilitator',
      { name: 'Siti', stream: 'training:other' },
      'tablet-s',
    );
    const [here, there] = [await listen(amina), await listen(elsewhere)];
    await here.next('hello');
    await there.next('hello');
    const answer = await called(koordinator);
    expect(answer.reached).toEqual(['tablet-a']);
    expect(answer.call).toMatchObject({ stream, pictures: 'now', at: home.now });
    expect(await here.next('call')).toMatchObject({ id: answer.call.id, data: answer.call });
    await home.operations.revokeDevice('tablet-s');
    // Its stream ends without a call having come.
    expect(await there.next('call')).toBeUndefined();
  });

  test('needs the right to coordinate that stream', async () => {
    expect((await call(amina)).status).toBe(404);
    const other = await home.letIn(
      'koordinator',
      { name: 'Kiki', stream: 'training:other' },
      'laptop-o',
    );
    expect((await call(other)).status).toBe(403);
    expect((await call(koordinator, { stream, pictures: 'never' })).status).toBe(400);
  });

  test('made by 200 in the same second is one call', async () => {
    const line = await listen(amina);
    await line.next('hello');
    const answers = await Promise.all(Array.from({ length: 200 }, () => called(koordinator)));
    expect(new Set(answers.map(({ call: { id } }) => id)).size).toBe(1);
    expect((await line.next('call'))?.id).toBe(answers[0]?.call.id);
    home.now += 3_000;
    const later = await called(koordinator);
    expect((await line.next('call'))?.id).toBe(later.call.id);
  });
});

describe('13.4 a device that connects later', () => {
  test('hears the last call once, and not after ten minutes', async () => {
    const { call: last } = await called(koordinator, { stream, pictures: 'later' });
    const late = await listen(amina);
    expect((await late.next('call'))?.data).toEqual(last);
    await late.cut();
    const again = await listen(amina, { heard: last.id });
    home.now += 3_000;
    const next = await called(koordinator);
    expect((await again.next('call'))?.id).toBe(next.call.id);
    home.now += 600_000;
    const tooLate = await listen(amina);
    const newest = await called(koordinator);
    expect((await tooLate.next('call'))?.id).toBe(newest.call.id);
  });

  test('answers with its report, which the board shows beside the call', async () => {
    const { call: last } = await called(koordinator);
    await push(home, amina.token, [], { ...report(home, 'tablet-a'), call: last.id });
    const told = await readDevices(koordinator);
    expect(told.calls).toEqual([last] satisfies Call[]);
    expect(told.devices.find(({ id }) => id === 'tablet-a')?.report?.call).toBe(last.id);
  });
});

describe("13.5 a board's stream", () => {
  test('tells of a device that comes, reports, and goes', async () => {
    const board = await listen(koordinator, { isBoard: true });
    await board.next('hello');
    const nextOf = async (id: string): Promise<DeviceEntry> => {
      for (;;) {
        const read = await board.next('devices');
        if (!read) throw new Error('the stream ended');
        const found = devicesIn(read).find(device => device.id === id);
        if (found) return found;
      }
    };
    const line = await listen(amina);
    expect(await nextOf('tablet-a')).toMatchObject({ isHere: true, held: 0 });
    await push(home, amina.token, [mark(amina, 'tablet-a', { n: 1 })]);
    expect(await nextOf('tablet-a')).toMatchObject({ held: 1, lastSeenAt: home.now, proof: null });
    await line.cut();
    expect(await nextOf('tablet-a')).toMatchObject({ isHere: false });
  });

  test('tells of a device on which somebody was let in meanwhile', async () => {
    const board = await listen(koordinator, { isBoard: true });
    await board.next('hello');
    const budi = await home.letIn('fasilitator', { name: 'Budi', stream }, 'tablet-b');
    await push(home, budi.token, [], report(home, 'tablet-b'));
    for (;;) {
      const found = devicesIn(await board.next('devices')).find(({ id }) => id === 'tablet-b');
      if (!found) continue;
      expect(found.people).toMatchObject([{ name: 'Budi' }]);
      break;
    }
  });

  test('8.3 tells nobody of devices that are not theirs', async () => {
    expect((await listen(amina, { isBoard: true })).status).toBe(404);
    const other = await home.letIn(
      'koordinator',
      { name: 'Kiki', stream: 'training:other' },
      'laptop-o',
    );
    const siti = await home.letIn(
      'fasilitator',
      { name: 'Siti', stream: 'training:other' },
      'tablet-s',
    );
    const board = await listen(other, { isBoard: true });
    await board.next('hello');
    await push(home, amina.token, [mark(amina, 'tablet-a')]);
    await push(home, siti.token, [], report(home, 'tablet-s'));
    const seen = new Set<string>();
    while (!seen.has('tablet-s'))
      for (const { id } of devicesIn(await board.next('devices'))) seen.add(id);
    expect([...seen].sort()).not.toContain('tablet-a');
  });

  test('ends when the right to see it ends', async () => {
    const guest = { name: 'Kiki', stream };
    const other = await home.letIn('koordinator', guest, 'laptop-o');
    const board = await listen(other, { isBoard: true });
    await board.next('hello');
    const takenBack = operation({
      stream,
      t: 'member',
      r: other.person.id,
      by: koordinator.person.id,
      dev: 'laptop-k',
      n: 1,
      f: { role: null },
    });
    const member = { stream, kind: 'member', record: other.person.id };
    const [{ body } = { body: '{}' }] = await home.store.findOperationsOf([member]);
    takenBack.p = { role: [(JSON.parse(body) as { id: string }).id] };
    await push(home, koordinator.token, [takenBack], report(home, 'laptop-k'));
    expect((await board.next('end'))?.data).toEqual({ code: 'not-found' });
  });

  test('costs what is held per device, however much lies in its streams', async () => {
    const counting = countingStore(await openUsualStore());
    home = await openHome({ eventTimes: quick, store: counting.store });
    ({ stream, koordinator, amina } = await openTraining(home));
    await push(home, amina.token, [mark(amina, 'tablet-a', { n: 1 })]);
    counting.read.length = 0;
    await readDevices(koordinator);
    const before = [...counting.read];
    for (let batch = 0; batch < 8; batch += 1) {
      const ops = Array.from({ length: 250 }, (_, at) =>
        mark(amina, 'tablet-a', { n: 2 + batch * 250 + at, r: `s1:p${batch}-${at}` }),
      );
      await push(home, amina.token, ops);
    }
    counting.read.length = 0;
    const { devices } = await readDevices(koordinator);
    expect(devices.find(({ id }) => id === 'tablet-a')?.held).toBe(2001);
    expect(counting.read).toEqual(before);
  });
});

/** A store that notes what was read of it: the question, and how many rows came. */
function countingStore(store: Store): { store: Store; read: string[] } {
  const read: string[] = [];
  const counted = new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== 'function' || name === 'transaction') return value;
      return async (...args: unknown[]) => {
        const answer = (await Reflect.apply(value, target, args)) as unknown;
        read.push(`${String(name)}: ${Array.isArray(answer) ? answer.length : 1}`);
        return answer;
      };
    },
  });
  return { store: counted, read };
}

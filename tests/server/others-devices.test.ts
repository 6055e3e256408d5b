import { beforeEach, describe, expect, test } from 'vitest';
import type { DevicesResponse } from '../../src/protocol/event-messages.ts';
import {
  paths,
  receiptsPath,
  type AttentionResponse,
  type EnrolResponse,
  type ReceiptsResponse,
} from '../../src/protocol/messages.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import { openHome, openTraining, pull, push, report, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';

let home: TestHome;
let stream: string;
let koordinator: EnrolResponse;
let amina: EnrolResponse;
let budi: EnrolResponse;

beforeEach(async () => {
  home = await openHome();
  ({ stream, koordinator, amina } = await openTraining(home));
  budi = await home.letIn('fasilitator', { name: 'Budi', stream }, 'tablet-b');
});

const mark = (by: EnrolResponse, dev: string, changes: Partial<Operation> = {}) =>
  operation({ stream, by: by.person.id, dev, ...changes });

const read = async <T>(path: string, by: EnrolResponse): Promise<T> => {
  const headers = { Authorization: `Bearer ${by.token}` };
  return (await (await home.fetch(path, { headers })).json()) as T;
};

const waitingOf = async (id: string) =>
  (await read<DevicesResponse>(paths.devices, koordinator)).devices.find(it => it.id === id)?.report
    ?.waiting.ops;

describe('nobody speaks for another device', () => {
  test('6.11 neither what it still carries nor what it has lost', async () => {
    const carrying = { ops: 7, pictures: 0, bytes: 0 };
    await push(home, budi.token, [], { ...report(home, 'tablet-b'), waiting: carrying });
    const forged = { ...report(home, 'tablet-b'), gone: [[1, 1_000_000]] };
    expect(await push(home, amina.token, [], forged)).not.toHaveProperty('forked');
    expect(await waitingOf('tablet-b')).toBe(7);
    expect((await pull(home, budi.token)).end.have).toEqual([]);
  });

  test('4.9 a line that claims to be written there is by somebody who was let in there', async () => {
    const forged = mark(amina, 'tablet-b', { n: 1 });
    expect((await push(home, amina.token, [forged])).results).toMatchObject([
      { code: 'unknown-author' },
    ]);
    const { receipts } = await read<ReceiptsResponse>(receiptsPath('tablet-b'), budi);
    expect(receipts.every(({ operations }) => operations === 0)).toBe(true);
    const own = mark(budi, 'tablet-b', { n: 1 });
    expect(await push(home, budi.token, [own], report(home, 'tablet-b'))).not.toHaveProperty(
      'forked',
    );
  });

  test('8.3 home tells of counters and of what became of refused work to that device alone', async () => {
    const refused = mark(budi, 'tablet-b', { t: 'training', r: 't1', f: { name: 'Mine' } });
    await push(home, budi.token, [refused], report(home, 'tablet-b'));
    const decline = operation({
      stream,
      t: 'decision',
      r: refused.id,
      by: koordinator.person.id,
      dev: 'laptop-k',
      f: { outcome: 'decline', note: 'Tidak perlu' },
    });
    await push(home, koordinator.token, [decline], report(home, 'laptop-k'));
    const asked = { open: [refused.id], device: 'tablet-b', formerly: ['tablet-b'] };
    const { end } = await pull(home, amina.token, asked);
    expect(end.have).toBeUndefined();
    expect(end.resolved).toEqual([]);
    expect((await pull(home, budi.token, { open: [refused.id] })).end.resolved).toHaveLength(1);
  });
});

test('6.12 a device that took a new id is on the board with its people, and is shut out with the old one', async () => {
  const device = { ...report(home, 'tablet-new'), formerly: ['tablet-b'] };
  const carrying = { ...device, waiting: { ops: 3, pictures: 0, bytes: 0 } };
  expect(
    (await push(home, budi.token, [mark(budi, 'tablet-new')], carrying)).results,
  ).toMatchObject([{ s: 'ok' }]);
  expect(await waitingOf('tablet-new')).toBe(2);
  const { devices } = await read<DevicesResponse>(paths.devices, koordinator);
  expect(devices.find(({ id }) => id === 'tablet-new')).toMatchObject({
    name: 'Tablet tablet-b',
    people: [{ name: 'Budi' }],
    isRevoked: false,
  });
  await home.operations.revokeDevice('tablet-b');
  const again = await push(home, budi.token, [mark(budi, 'tablet-new')], device);
  expect(again.results).toMatchObject([{ code: 'device-revoked' }]);
});

test('4.13 nobody fills streams that nobody opened, nor undoes what a coordinator decided', async () => {
  const invented = mark(amina, 'tablet-a', {
    stream: 'training:invented',
    t: 'decision',
    r: '00000000-0000-4000-8000-00000000abcd',
    f: { outcome: 'withdraw' },
  });
  expect((await push(home, amina.token, [invented])).results).toMatchObject([
    { code: 'forbidden' },
  ]);
  expect((await pull(home, koordinator.token)).end.scopes.map(({ id }) => id)).not.toContain(
    'training:invented',
  );

  const refused = mark(budi, 'tablet-b', { t: 'training', r: 't1', f: { name: 'Mine' } });
  const decision = { stream, t: 'decision', r: refused.id };
  await push(home, budi.token, [refused], report(home, 'tablet-b'));
  const decline = operation({
    ...decision,
    by: koordinator.person.id,
    dev: 'laptop-k',
    f: { outcome: 'decline', note: 'Tidak perlu' },
  });
  await push(home, koordinator.token, [decline], report(home, 'laptop-k'));
  for (const p of [{}, { outcome: [] }, { outcome: [decline.id] }])
    await push(home, amina.token, [
      mark(amina, 'tablet-a', { ...decision, f: { outcome: null, note: 'Boleh' }, p }),
    ]);
  expect((await pull(home, budi.token, { open: [refused.id] })).end.resolved).toEqual([
    { id: refused.id, outcome: 'decline', note: 'Tidak perlu' },
  ]);
});

test('what is too long to show hides nothing else from the coordinator', async () => {
  const junk = Array.from({ length: 9 }, (_, index) => ({ index, junk: 'x'.repeat(1_000_000) }));
  const forbidden = mark(budi, 'tablet-b', { t: 'training', r: 't1', f: { name: 'Mine' } });
  await push(home, budi.token, [forbidden], report(home, 'tablet-b'));
  home.now += 1000;
  for (const line of junk) await push(home, amina.token, [line]);
  const { refused } = await read<AttentionResponse>(paths.attention, koordinator);
  expect(refused.map(({ id }) => id)).toContain(forbidden.id);
});

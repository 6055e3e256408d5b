import { beforeEach, describe, expect, test } from 'vitest';
import type { DevicesResponse } from '../../src/protocol/event-messages.ts';
import {
  paths,
  type DeviceReport,
  type EnrolResponse,
  type ReceiptsResponse,
} from '../../src/protocol/messages.ts';
import { wholeCode } from '../../src/protocol/whole.ts';
import { openHome, openTraining, push, report, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';

let home: TestHome;
let stream: string;
let koordinator: EnrolResponse;
let amina: EnrolResponse;

beforeEach(async () => {
  home = await openHome();
  ({ stream, koordinator, amina } = await openTraining(home));
});

async function entryOf(id: string) {
  const headers = { Authorization: `Bearer ${koordinator.token}` };
  const answer = await (await home.fetch(paths.devices, { headers })).json();
  return (answer as DevicesResponse).devices.find(device => device.id === id);
}

const mark = (by: EnrolResponse, dev: string, changes = {}) =>
  operation({ stream, by: by.person.id, dev, ...changes });

describe('13.6 whole', () => {
  async function claim(by: EnrolResponse, device: string): Promise<DeviceReport> {
    const headers = { Authorization: `Bearer ${by.token}` };
    const told = (await (await home.fetch(paths.receipts, { headers })).json()) as ReceiptsResponse;
    const places = told.receipts.map(
      receipt => [`${device}|${receipt.stream}|${receipt.kind}|${receipt.group}`, receipt] as const,
    );
    const operations = told.receipts.reduce((sum, receipt) => sum + receipt.operations, 0);
    const whole = { epoch: told.epoch, operations, code: wholeCode(new Map(places)) };
    return { ...report(home, device), whole };
  }

  test('is noted only if home counts the same again', async () => {
    await push(home, amina.token, [
      mark(amina, 'tablet-a', { n: 1 }),
      mark(amina, 'tablet-a', { n: 2, r: 's2:p1' }),
    ]);
    const said = await claim(amina, 'tablet-a');
    await push(home, amina.token, [], said);
    expect((await entryOf('tablet-a'))?.proof).toMatchObject({ operations: 2, at: home.now });
    for (const wrong of [
      { ...said, whole: { ...said.whole, operations: 3 } },
      { ...said, whole: { ...said.whole, code: 'AAAA' } },
      { ...said, whole: { ...said.whole, epoch: 'another' } },
      { ...said, waiting: { ops: 1, pictures: 0, bytes: 0 } },
      report(home, 'tablet-a'),
    ]) {
      await push(home, amina.token, [], wrong);
      expect((await entryOf('tablet-a'))?.proof).toBeNull();
    }
  });

  test('is not what lacks a decision or a picture', async () => {
    const picture = { sha256: 'a'.repeat(64), size: 10, mime: 'image/png', w: 1, h: 1 };
    await push(home, amina.token, [
      mark(amina, 'tablet-a', { n: 1, t: 'signature', r: 's1:p1', f: { picture } }),
    ]);
    await push(home, amina.token, [], await claim(amina, 'tablet-a'));
    expect((await entryOf('tablet-a'))?.proof).toBeNull();

    const budi = await home.letIn('fasilitator', { name: 'Budi', stream }, 'tablet-b');
    const refused = mark(budi, 'tablet-b', { n: 1, t: 'training', r: 't1', f: { name: 'Mine' } });
    await push(home, budi.token, [refused], report(home, 'tablet-b'));
    await push(home, budi.token, [], await claim(budi, 'tablet-b'));
    expect((await entryOf('tablet-b'))?.proof).toBeNull();
  });

  test('ends with the next thing that the device brings, and with the epoch', async () => {
    await push(home, amina.token, [mark(amina, 'tablet-a', { n: 1 })]);
    await push(home, amina.token, [], await claim(amina, 'tablet-a'));
    expect((await entryOf('tablet-a'))?.proof).not.toBeNull();
    await home.store.transaction(tx => tx.setEpoch('after-a-restore'));
    expect((await entryOf('tablet-a'))?.proof).toBeNull();
    await push(home, amina.token, [], await claim(amina, 'tablet-a'));
    expect((await entryOf('tablet-a'))?.proof).not.toBeNull();
    await push(home, amina.token, [mark(amina, 'tablet-a', { n: 2, r: 's3:p1' })]);
    expect((await entryOf('tablet-a'))?.proof).toBeNull();
  });

  test('nobody says it for another device', async () => {
    const budi = await home.letIn('fasilitator', { name: 'Budi', stream }, 'tablet-b');
    await push(home, budi.token, [mark(budi, 'tablet-b', { n: 1 })], report(home, 'tablet-b'));
    await push(home, amina.token, [], await claim(budi, 'tablet-b'));
    expect((await entryOf('tablet-b'))?.proof).toBeNull();
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { DevicesResponse } from '../../src/protocol/event-messages.ts';
import type {
  EnrolResponse,
  HistoryResponse,
  ReceiptsResponse,
  Verdict,
} from '../../src/protocol/messages.ts';
import { historyPath, paths, receiptsPath } from '../../src/protocol/messages.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import { receiptCode } from '../../src/protocol/receipt.ts';
import { openHome, openTraining, pull, push, report, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';

let home: TestHome;
let stream: string;
let koordinator: EnrolResponse;
let amina: EnrolResponse;

beforeEach(async () => {
  home = await openHome();
  ({ stream, koordinator, amina } = await openTraining(home));
});

let counter = 0;
const mark = (changes: Partial<Operation> = {}) =>
  operation({ stream, by: amina.person.id, dev: 'tablet-a', n: (counter += 1), ...changes });

const read = async <T>(path: string, by: EnrolResponse): Promise<T> => {
  const response = await home.fetch(path, { headers: { Authorization: `Bearer ${by.token}` } });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
};

/** A home with the same keys, to which nothing has come yet, as after an old backup came back. */
async function openRestored(): Promise<TestHome> {
  return openHome({ at: home.now });
}

describe('10.4 after a restore', () => {
  const given = (line: Operation, verdict: Verdict | undefined): Operation => {
    if (verdict?.s !== 'ok') throw new Error('not admitted');
    return { ...line, stamp: verdict.stamp, proof: verdict.proof };
  };

  test('what carries its proof is let in with its stamp, whoever comes first', async () => {
    const line = mark();
    const { results } = await push(home, amina.token, [line]);
    home.now += 3 * 86_400_000;
    const restored = await openRestored();
    const again = await push(restored, amina.token, [given(line, results[0])]);
    expect(again.results).toEqual([{ ...results[0], s: 'ok', seq: 1 }]);
    // Nothing of her place in the training was known: only the proof let it in.
    expect((await push(restored, amina.token, [mark()])).results).toMatchObject([
      { code: 'forbidden' },
    ]);
  });

  test('a proof for another body, stamp or home proves nothing', async () => {
    const line = mark();
    const { results } = await push(home, amina.token, [line]);
    const proven = given(line, results[0]);
    const restored = await openRestored();
    const forged = [
      { ...proven, f: { mark: { status: 'alpa' } } },
      { ...proven, id: mark().id, stamp: (proven.stamp ?? 0) + 1 },
      { ...proven, id: mark().id, proof: '0123456789abcdef' },
    ];
    const verdicts = (await push(restored, amina.token, forged)).results;
    expect(verdicts.map(it => it.s)).toEqual(['quarantined', 'quarantined', 'quarantined']);
  });

  test('a proof lets out of quarantine, too', async () => {
    const line = mark();
    const { results } = await push(home, amina.token, [line]);
    const restored = await openRestored();
    expect((await push(restored, amina.token, [line])).results).toMatchObject([
      { s: 'quarantined' },
    ]);
    expect((await push(restored, amina.token, [given(line, results[0])])).results).toMatchObject([
      { s: 'dup', seq: 1 },
    ]);
  });

  test('what home wrote to let somebody in comes back with her, and her place with it', async () => {
    const restored = await openRestored();
    const [own] = amina.given;
    expect(own).toMatchObject({ by: 'home', t: 'member', r: amina.person.id });
    expect((await push(restored, amina.token, [own, mark()])).results.map(({ s }) => s)).toEqual([
      'ok',
      'ok',
    ]);
    const { end } = await pull(restored, amina.token);
    expect(end.scopes.map(({ id }) => id)).toEqual([stream]);
  });

  test('a stamp without a proof is a claim, never later than now', async () => {
    const claim = mark({ stamp: home.now - 60_000, wall: 0 });
    const late = mark({ stamp: home.now + 60_000, wall: 0 });
    home.now += 1000;
    await openTraining(home, 't3');
    const { results } = await push(home, amina.token, [claim, late]);
    expect(results).toMatchObject([{ stamp: amina.server.now }, { stamp: home.now }]);
  });
});

describe('6.11 home tells which counters it holds', () => {
  const haveOf = async (device?: string) =>
    (await pull(home, amina.token, device ? { device } : {})).end.have;

  test('whatever became of the lines, and what the device gave up counts too', async () => {
    const lines = [3, 4, 6].map(n => mark({ n }));
    lines.push(mark({ n: 7, f: { mark: { status: 'terbang' } } }));
    await push(home, amina.token, lines);
    expect(await haveOf()).toEqual([
      [3, 4],
      [6, 7],
    ]);
    await push(home, amina.token, [], { ...report(home, 'tablet-a'), gone: [[5, 5]] });
    expect(await haveOf()).toEqual([[3, 7]]);
    expect(await haveOf('tablet-z')).toEqual([]);
  });
});

describe('6.12 two devices that go by one id', () => {
  test('19 are told apart at the first counter they share, and nothing of either is lost', async () => {
    const [mine, twins] = [mark({ n: 41 }), mark({ n: 41, r: 's1:p2' })];
    expect(await push(home, amina.token, [mine])).not.toHaveProperty('forked');
    const answer = await push(home, amina.token, [twins]);
    expect(answer).toMatchObject({ forked: true, results: [{ s: 'ok' }] });
    expect(await push(home, amina.token, [mine, twins])).not.toHaveProperty('forked');
  });

  test('within one delivery too; a repeat is no twin', async () => {
    const one = mark({ n: 50 });
    const answer = await push(home, amina.token, [one, one, mark({ n: 50, r: 's1:p2' })]);
    expect(answer).toMatchObject({
      forked: true,
      results: [{ s: 'ok' }, { s: 'dup' }, { s: 'ok' }],
    });
  });

  test('the same clock still counts for what was written under the id of before', async () => {
    const slow = { ...report(home, 'tablet-new'), now: home.now - 7_200_000 };
    const line = mark({ wall: home.now - 7_200_000 - 60_000, off: null });
    const { results } = await push(home, amina.token, [line], { ...slow, formerly: ['tablet-a'] });
    expect(results).toMatchObject([{ s: 'ok', stamp: amina.server.now }]);
    const entries = await read<HistoryResponse>(historyPath(stream, 'attendance', 's1:p1'), amina);
    expect(entries.entries).toMatchObject([{ isClockUncertain: false }]);
  });
});

describe('14 what another device carries home', () => {
  test('is stamped by the clocks that met on the way, and direct delivery later is a repeat', async () => {
    home.now += 3 * 3_600_000;
    const budi = await home.letIn('fasilitator', { name: 'Budi', stream }, 'tablet-b');
    // Amina's clock is an hour slow; Budi's is right, and the two met when he took it over.
    const line = mark({ wall: home.now - 7_200_000, off: null, clk: 4 });
    const via = { kind: 'qr', chain: [{ device: 'tablet-a', clk: 4, skew: 3_600_000 }] };
    const device = report(home, 'tablet-b', [amina.token]);
    const response = await home.fetch(paths.push, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${budi.token}` },
      body: JSON.stringify({ proto: 1, device, via, ops: [line] }),
    });
    const { results } = (await response.json()) as { results: Verdict[] };
    expect(results).toMatchObject([{ s: 'ok', stamp: home.now - 3_600_000 }]);
    expect((await push(home, amina.token, [line])).results).toMatchObject([
      { s: 'dup', stamp: home.now - 3_600_000 },
    ]);
  });

  test('is not stamped by the deliverer’s clock', async () => {
    const line = mark({ wall: 0, off: null, clk: 1 });
    const device = { ...report(home, 'tablet-b', []), now: 0 };
    const { results } = await push(home, amina.token, [line], device);
    expect(results).toMatchObject([{ s: 'ok' }]);
    const { entries } = await read<HistoryResponse>(
      historyPath(stream, 'attendance', 's1:p1'),
      amina,
    );
    expect(entries).toMatchObject([{ isClockUncertain: true }]);
  });
});

describe('10.2 history', () => {
  test('10 tells every value with its author, device and time, the refused ones included', async () => {
    const first = mark();
    const second = mark({ f: { mark: null, note: 'Pulang' }, p: { mark: [first.id] } });
    const refused = mark({ by: 'stranger', f: { mark: { status: 'alpa' } } });
    await push(home, amina.token, [first]);
    home.now += 60_000;
    await push(home, amina.token, [second, refused]);
    const path = historyPath(stream, 'attendance', 's1:p1');
    const { entries } = await read<HistoryResponse>(path, amina);
    const by = Object.fromEntries(entries.map(entry => [entry.id, entry]));
    expect(Object.keys(by)).toHaveLength(3);
    expect(by[first.id]).toMatchObject({
      by: amina.person.id,
      device: 'tablet-a',
      verdict: 'admitted',
      fields: first.f,
    });
    expect(by[second.id]).toMatchObject({ fields: second.f, parents: { mark: [first.id] } });
    expect(by[refused.id]).toMatchObject({ verdict: 'quarantined', code: 'unknown-author' });
  });

  test('16 is for those who may read the record', async () => {
    await push(home, amina.token, [mark()]);
    const path = historyPath(stream, 'attendance', 's1:p1');
    const budi = await home.letIn('fasilitator', { name: 'B', stream: 'training:t2' }, 'tablet-b');
    await expect(read(path, budi)).rejects.toThrow('404');
    await expect(read(historyPath(stream, 'attendance', 's9:p9'), amina)).rejects.toThrow('404');
    await expect(read(`${paths.history}/${stream}/%2e%2e/x`, amina)).rejects.toThrow('404');
  });
});

describe('10.1 receipts', () => {
  test('count what home holds of a device, group by group, with the code both sides compute', async () => {
    const lines = [mark({ r: 's1:p1' }), mark({ r: 's1:p2' }), mark({ r: 's2:p1' })];
    const again = mark({ r: 's1:p1', p: { mark: [lines[0]?.id ?? ''] } });
    const refused = mark({ r: 's1:p3', f: { mark: { status: 'terbang' } } });
    await push(home, amina.token, [...lines, again, refused]);
    const { receipts, epoch } = await read<ReceiptsResponse>(receiptsPath(), amina);
    expect(epoch).toBe(await home.store.readEpoch());
    const of = (group: string) => receipts.find(it => it.group === group);
    expect(of('s1')).toMatchObject({
      stream,
      kind: 'attendance',
      operations: 3,
      records: 2,
      refused: [refused.id],
      pictures: { named: 0, held: 0 },
      lastAt: home.now,
      code: receiptCode([again.id, lines[1]?.id ?? '', lines[0]?.id ?? '']),
    });
    expect(of('s2')).toMatchObject({ operations: 1, code: receiptCode([lines[2]?.id ?? '']) });
  });

  test('are the same for the coordinator; others see of a device what they may read', async () => {
    await push(home, amina.token, [mark()]);
    const own = await read<ReceiptsResponse>(receiptsPath('tablet-a'), amina);
    expect(await read<ReceiptsResponse>(receiptsPath('tablet-a'), koordinator)).toEqual(own);
    const budi = await home.letIn('fasilitator', { name: 'B', stream: 'training:t2' }, 'tablet-b');
    expect(await read<ReceiptsResponse>(receiptsPath('tablet-a'), budi)).toMatchObject({
      receipts: [],
    });
    await expect(read(receiptsPath('no device'), amina)).rejects.toThrow('400');
  });
});

describe('the devices of a coordinator', () => {
  test('are those of her people, with what they last said', async () => {
    await home.letIn('fasilitator', { name: 'Budi', stream: 'training:t2' }, 'tablet-b');
    await push(home, amina.token, [mark(), mark({ r: 's1:p2' })], {
      ...report(home, 'tablet-a'),
      waiting: { ops: 7, pictures: 2, bytes: 9 },
    });
    const all = await read<DevicesResponse>(paths.devices, koordinator);
    expect(all.devices.map(({ id }) => id).sort()).toEqual(['laptop-k', 'tablet-a', 'tablet-b']);
    expect(all.devices.find(({ id }) => id === 'tablet-a')).toMatchObject({
      name: 'Tablet tablet-a',
      people: [{ id: amina.person.id, name: 'Amina', role: 'fasilitator' }],
      isRevoked: false,
      lastSeenAt: home.now,
      // Two of the seven came with this very push.
      report: { waiting: { ops: 5, pictures: 2, bytes: 9 } },
    });
    const rini = await home.letIn('koordinator', { name: 'Rini', stream }, 'laptop-r');
    const hers = await read<DevicesResponse>(paths.devices, rini);
    expect(hers.devices.map(({ id }) => id).sort()).toEqual(['laptop-r', 'tablet-a']);
    await expect(read(paths.devices, amina)).rejects.toThrow('404');
  });

  test('4.15 can be shut out by an operation, and let in again', async () => {
    const revoke = (revoked: boolean, by: EnrolResponse, p: string[] = []) =>
      operation({
        stream: 'programme',
        t: 'device',
        r: 'tablet-a',
        by: by.person.id,
        dev: by === amina ? 'tablet-a' : 'laptop-k',
        f: { revoked },
        p: { revoked: p },
      });
    expect((await push(home, amina.token, [revoke(true, amina)])).results).toMatchObject([
      { code: 'forbidden' },
    ]);
    const out = revoke(true, koordinator);
    await push(home, koordinator.token, [out], report(home, 'laptop-k'));
    expect((await push(home, amina.token, [mark()])).results).toMatchObject([
      { code: 'device-revoked' },
    ]);
    await push(
      home,
      koordinator.token,
      [revoke(false, koordinator, [out.id])],
      report(home, 'laptop-k'),
    );
    expect((await push(home, amina.token, [mark()])).results).toMatchObject([{ s: 'ok' }]);
  });
});

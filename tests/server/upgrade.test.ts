import { expect, test } from 'vitest';
import type { Operation } from '../../src/protocol/operation.ts';
import { replayOpaque } from '../../src/server/admission/replay-opaque.ts';
import { openHome, openTraining, pull, push } from '../support/home.ts';
import { operation } from '../support/operations.ts';

test('18 what a server does not know yet is kept, and understood as if at once after an upgrade', async () => {
  const home = await openHome();
  const { stream, amina, koordinator } = await openTraining(home);
  const mark = (changes: Partial<Operation>) =>
    operation({ stream, by: amina.person.id, dev: 'tablet-a', ...changes });
  const known = mark({});
  const unknownKind = mark({ t: 'boat', r: 'b1', f: { name: 'Jukung' } });
  const unknownField = mark({ f: { mood: 'senang' }, p: {} });
  await push(home, amina.token, [known, unknownKind, unknownField]);

  // As a version before this one would have kept them, which did not know attendance.
  const early = mark({ r: 's1:p9', n: 77 });
  const foreign = mark({ r: 's1:p8', n: 78, by: koordinator.person.id, t: 'training' });
  await home.store.transaction(tx =>
    tx.saveOperations({
      added: [early, foreign].map(line => ({
        device: 'tablet-a',
        key: line.id,
        n: line.n,
        author: line.by,
        stream,
        kind: line.t,
        record: line.r,
        verdict: 'opaque',
        code: null,
        seq: null,
        stamp: home.now - 5000,
        isClockUncertain: false,
        receivedAt: home.now,
        body: JSON.stringify(line),
      })),
      settled: [],
    }),
  );
  const open = [early.id, unknownKind.id];
  expect((await pull(home, amina.token, { open })).end.resolved).toEqual([]);

  expect(await replayOpaque(home.home, home.operations)).toBe(2);
  expect(await replayOpaque(home.home, home.operations)).toBe(0);
  const { pages, end } = await pull(home, amina.token, { open });
  const records = pages.flatMap(page => page.records);
  expect(records.find(({ r }) => r === 's1:p9')?.f['mark']).toMatchObject({
    h: [{ o: early.id, s: home.now - 5000, by: amina.person.id }],
  });
  expect(end.resolved).toMatchObject([{ id: early.id, outcome: 'accept', stamp: home.now - 5000 }]);
  expect((await push(home, amina.token, [early, foreign])).results).toMatchObject([
    { s: 'dup' },
    { s: 'quarantined', code: 'invalid-value' },
  ]);
  // What is still not understood stays as it was.
  expect((await push(home, amina.token, [unknownKind, unknownField])).results).toMatchObject([
    { s: 'opaque' },
    { s: 'opaque' },
  ]);
});

import { describe, expect, test } from 'vitest';
import { createDevice } from '../../support/device.ts';
import { mark, outboxOf, pushesTo, sheet, tabletOfAmina, tamper } from './tablets.ts';

describe('6.11 what home does not hold', () => {
  test('is opened again and delivered with the stamp and the proof it was given', async () => {
    const { home, tablet } = await tabletOfAmina('have-1');
    for (const participant of ['p1', 'p2', 'p3']) await mark(tablet, participant);
    await tablet.runRound();
    home.lose(({ r }) => r === 's1:p2');
    expect(await tablet.runRound()).toBe(true);
    expect(home.operations()).toHaveLength(3);
    const [again] = pushesTo(home).at(-1)?.ops ?? [];
    expect(again).toMatchObject({ r: 's1:p2', proof: 'proof' });
    expect(again).toHaveProperty('stamp');
  });

  test('is on the screen all the while, though the base once held it', async () => {
    const { home, tablet, world } = await tabletOfAmina('have-2');
    await mark(tablet, 'p1');
    await tablet.runRound();
    home.lose(() => true);
    home.isHindered = () => true;
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'busy' });
    expect(await outboxOf(world)).toMatchObject([{ state: 'pending' }]);
    expect(await sheet(tablet)).toEqual({ p1: 'hadir' });
    const [view] = await tablet.records.readShelf('training:t1', 'attendance');
    expect(view?.delivery).toBe('waiting');
  });

  test('includes refused work, but not what is answered while the pull is under way', async () => {
    const { home, tablet, world } = await tabletOfAmina('have-3');
    home.refuse = ({ r }) => (r === 's1:p1' ? 'forbidden' : undefined);
    await mark(tablet, 'p1');
    await tablet.runRound();
    home.lose(() => true);
    const secondTab = await createDevice(world);
    // The answer to the first tab's pull is on its way while the second tab delivers.
    home.intercept = ({ path, body }) => {
      if (!path.endsWith('/pull')) return undefined;
      home.intercept = () => undefined;
      const answer = home.fetch(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { Authorization: 'Bearer token-amina' },
      });
      return answer.then(async response => {
        await mark(secondTab, 'p2');
        await secondTab.runRound();
        return response;
      });
    };
    await tablet.runRound();
    const rows = await outboxOf(world);
    expect(rows.map(row => row.state.split(' ')[0])).toEqual(['attention', 'sent']);
    expect(home.operations()).toHaveLength(2);
    expect(pushesTo(home).filter(({ ops }) => JSON.stringify(ops).includes('s1:p2'))).toHaveLength(
      1,
    );
  });

  test('says nothing of a line that the device itself put aside', async () => {
    const { home, tablet } = await tabletOfAmina('have-4');
    await tablet.runRound();
    home.intercept = ({ path, body }) =>
      path.endsWith('/push') && JSON.stringify(body).includes('s1:p1')
        ? new Response('{"code":"bad-request"}', {
            status: 400,
            headers: { 'Content-Type': 'application/problem+json' },
          })
        : undefined;
    await mark(tablet, 'p1');
    await tablet.runRound();
    const before = pushesTo(home).length;
    await tablet.runRound();
    expect(pushesTo(home)).toHaveLength(before);
    expect(tablet.sync.status.value.attention).toBe(1);
  });

  test('a home that does not tell opens nothing', async () => {
    const { home, tablet } = await tabletOfAmina('have-5');
    home.tellsHave = false;
    await mark(tablet, 'p1');
    await tablet.runRound();
    await tablet.runRound();
    expect(pushesTo(home)).toHaveLength(1);
  });
});

describe('6.11 counters that the device cannot fill', () => {
  test('are told once, also without any work to deliver', async () => {
    const { home, tablet, world } = await tabletOfAmina('have-6');
    for (const participant of ['p1', 'p2', 'p3', 'p4']) await mark(tablet, participant);
    await tamper(world, keep => keep.outbox.bulkDelete([2, 3]));
    await tablet.runRound();
    expect(pushesTo(home).at(-1)?.device.gone).toBeUndefined();
    await tablet.runRound();
    expect(pushesTo(home).at(-1)).toMatchObject({ ops: [], device: { gone: [[2, 3]] } });
    const told = pushesTo(home).length;
    await tablet.runRound();
    expect(pushesTo(home)).toHaveLength(told);
    expect(home.goneOf(tablet.device.id)).toEqual([[2, 3]]);
  });

  test('are told again when the word was lost, and once more to a home of a new epoch', async () => {
    const { home, tablet, world } = await tabletOfAmina('have-7');
    await mark(tablet, 'p1');
    await mark(tablet, 'p2');
    await tamper(world, keep => keep.outbox.delete(1));
    await tablet.runRound();
    home.intercept = ({ path }) => {
      if (path.endsWith('/push')) throw new TypeError('Failed to fetch');
      return undefined;
    };
    await expect(tablet.runRound()).rejects.toMatchObject({ code: 'offline' });
    home.intercept = () => undefined;
    await tablet.runRound();
    expect(home.goneOf(tablet.device.id)).toEqual([[1, 1]]);

    home.restore('epoch-2', () => false);
    await tablet.runRound();
    await tablet.runRound();
    expect(home.goneOf(tablet.device.id)).toEqual([[1, 1]]);
  });
});

import { baseOf, standingOf, stateOf, type KeepDatabase, type OutboxRow } from './keep.ts';

/**
 * What follows where home keeps a withdrawal itself apart, as from a device that was shut out: the withdrawal
 * is at an end, and what it was to take back stands before its author again.
 */
export function undoFailedWithdrawals(keep: KeepDatabase): Promise<void> {
  const { outbox } = keep;
  return keep.transaction('rw', outbox, async () => {
    const refused = await outbox.where('state').startsWith('attention ').toArray();
    const failed = refused.filter(isWithdrawal);
    if (failed.length === 0) return;
    const ids = failed.filter(({ body }) => body.f['outcome'] === 'withdraw');
    const targets = await outbox
      .where('id')
      .anyOf(ids.map(({ body }) => body.r))
      .toArray();
    const takenBack = targets.filter(
      row => standingOf(row) === 'closed' && row.settled?.outcome === 'withdraw',
    );
    await outbox.bulkPut([
      ...failed.map(row => ({ ...row, state: stateOf('closed', baseOf(row)) })),
      ...takenBack.map(({ settled: _settled, ...row }) => ({
        ...row,
        state: stateOf('attention', baseOf(row)),
      })),
    ]);
  });
}

/** Taking back, or taking that back: what needs no right, and fails only with its device or its author. */
function isWithdrawal({ body: { t, f } }: OutboxRow): boolean {
  return t === 'decision' && (f['outcome'] === 'withdraw' || f['outcome'] === null);
}

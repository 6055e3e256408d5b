import { baseOf, standingOf, stateOf, type KeepDatabase, type OutboxRow } from './keep.ts';

/**
 * What follows where home keeps a withdrawal itself apart, as from a device that was shut out: the withdrawal
 * is at an end, and what it was to take back stands before its author again. Gives the rows to be stored.
 * To be called within the transaction that stores them; `answered` are the rows with home's new verdicts.
 */
export async function undoFailedWithdrawals(
  keep: KeepDatabase,
  answered: readonly OutboxRow[],
): Promise<OutboxRow[]> {
  const failed = answered.filter(row => standingOf(row) === 'attention' && isWithdrawal(row));
  if (failed.length === 0) return [];
  const targets = await keep.outbox
    .where('id')
    .anyOf(failed.filter(({ body }) => body.f['outcome'] === 'withdraw').map(({ body }) => body.r))
    .toArray();
  const takenBack = targets.filter(
    row => standingOf(row) === 'closed' && row.settled?.outcome === 'withdraw',
  );
  return [
    ...failed.map(row => ({ ...row, state: stateOf('closed', baseOf(row)) })),
    ...takenBack.map(({ settled: _settled, ...row }) => ({
      ...row,
      state: stateOf('attention', baseOf(row)),
    })),
  ];
}

/** Taking back, or taking that back: what needs no right, and fails only with its device or its author. */
function isWithdrawal({ body: { t, f } }: OutboxRow): boolean {
  return t === 'decision' && (f['outcome'] === 'withdraw' || f['outcome'] === null);
}

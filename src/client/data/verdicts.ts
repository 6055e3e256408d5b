import type { Operation } from '../../protocol/operation.ts';
import {
  operationOf,
  pendingState,
  standingOf,
  stateOf,
  type OutboxRow,
  type Standing,
  type StoredVerdict,
} from './keep.ts';

/** After a change of epoch an operation goes up with the stamp home once gave, and its proof if any. */
export function asPushed(row: OutboxRow): Operation {
  const given =
    row.verdicts.findLast(({ proof }) => proof !== undefined) ??
    row.verdicts.findLast(({ stamp }) => stamp !== undefined);
  if (given?.stamp === undefined) return operationOf(row);
  const { stamp, proof } = given;
  return { ...operationOf(row), stamp, ...(proof === undefined ? {} : { proof }) };
}

/** A row with what home said of it now. */
export function withVerdict(row: OutboxRow, verdict: StoredVerdict): OutboxRow {
  const earlier = row.verdicts.filter(({ base }) => base !== verdict.base);
  const standing = standingAfter(row, verdict);
  const { settled, ...rest } = row;
  return {
    ...rest,
    ...(settled && standing === 'closed' && { settled }),
    state: stateOf(standing, verdict.base),
    verdicts: [...earlier, verdict],
  };
}

function standingAfter(row: OutboxRow, { s }: StoredVerdict): Exclude<Standing, 'pending'> {
  // Whatever was said of it here: what home admitted is admitted.
  if (s === 'ok' || s === 'dup') return 'sent';
  // What is settled stays settled in a new epoch; it goes up again only for what it names.
  if (standingOf(row) === 'closed') return 'closed';
  return s === 'quarantined' ? 'attention' : 'opaque';
}

/**
 * A row that home turned out not to hold: it goes up again with the stamp and the proof it was given, and
 * its number of this base means nothing any more.
 */
export function reopened(row: OutboxRow, base: string): OutboxRow {
  return {
    ...row,
    state: standingOf(row) === 'closed' ? stateOf('closed', '') : pendingState,
    verdicts: row.verdicts
      .filter(verdict => verdict.base !== '')
      .map(verdict => (verdict.base === base ? { ...verdict, base: '' } : verdict)),
  };
}

/** Nothing admitted is ever un-admitted: a late answer of a second loop says nothing any more. */
export function isOutrun(row: OutboxRow, base: string): boolean {
  return row.state === stateOf('sent', base);
}

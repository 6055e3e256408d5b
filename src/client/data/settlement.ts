import type { Resolution } from '../../protocol/messages.ts';
import { decisionKey } from './decisions.ts';
import { markUnproven } from './groups.ts';
import {
  baseOf,
  settledStates,
  standingOf,
  stateOf,
  type KeepDatabase,
  type OutboxRow,
} from './keep.ts';
import { readPresent, type Present } from './outbox.ts';
import { isOutrun, withVerdict } from './verdicts.ts';

/**
 * Takes over what became of operations that home first kept apart (rule 6.10): what was let in is sent,
 * what was declined or withdrawn is closed. Does nothing if the base is another since the pull was asked.
 */
export async function settle(
  keep: KeepDatabase,
  asked: Present,
  resolved: readonly Resolution[],
  now: number,
): Promise<void> {
  if (resolved.length === 0) return;
  const { outbox, notes } = keep;
  await keep.transaction('rw', outbox, notes, async () => {
    const { base } = asked;
    if ((await readPresent(keep))?.base !== base) return;
    const outcomes = new Map(resolved.map(resolution => [resolution.id, resolution]));
    const rows = await outbox
      .where('id')
      .anyOf([...outcomes.keys()])
      .toArray();
    const takenBack = await readTakenBack(keep, rows, base);
    const changed = rows.flatMap(row => {
      const resolution = outcomes.get(row.id);
      if (!resolution || isOutrun(row, base)) return [];
      return resolution.outcome === 'accept'
        ? [withVerdict(row, { s: 'ok', base, at: now, ...givenBy(resolution) })]
        : closedBy(row, resolution, base, now, takenBack.has(row.id));
    });
    await outbox.bulkPut(changed);
    await markUnproven(keep, changed);
  });
}

type Accepted = Extract<Resolution, { outcome: 'accept' }>;
type Closing = Exclude<Resolution, Accepted>;

const givenBy = ({ seq, stamp, proof }: Accepted) => ({ seq, stamp, proof });

/** The row as it is to be stored; nothing if it says all that already. */
function closedBy(
  row: OutboxRow,
  { outcome, note }: Closing,
  base: string,
  at: number,
  isTakenBack: boolean,
): OutboxRow[] {
  if (outcome === 'withdraw' && isTakenBack) return [];
  const held = standingOf(row) === 'closed' ? row.settled : undefined;
  const isKnown = held?.outcome === outcome && held.note === note;
  // What its author took back says nothing new when a coordinator declines it too.
  const settled = held && (isKnown || held.outcome === 'withdraw') ? held : { outcome, note, at };
  if (settled === held && baseOf(row) === base) return [];
  return [{ ...row, state: stateOf('closed', base), settled }];
}

/** Of these, the ones whose withdrawal was taken back here, which home does not know yet. */
async function readTakenBack(
  keep: KeepDatabase,
  rows: readonly OutboxRow[],
  base: string,
): Promise<Set<string>> {
  const byDecision = new Map(rows.map(row => [decisionKey(row), row.id]));
  const decisions = await keep.outbox
    .where('record')
    .anyOf([...byDecision.keys()])
    .sortBy('n');
  const settled = settledStates(base);
  const latest = new Map(decisions.map(row => [row.record, row]));
  return new Set(
    [...latest.values()]
      .filter(({ body, state }) => body.f['outcome'] === null && !settled.includes(state))
      .map(({ record }) => byDecision.get(record) ?? ''),
  );
}

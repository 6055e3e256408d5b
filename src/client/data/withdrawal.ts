import { withRoom } from './ballast.ts';
import type { CacheDatabase } from './cache.ts';
import { decisionRow, withdrawn } from './decision-row.ts';
import { decisionOn } from './decisions.ts';
import { readDeviceId } from './device-id.ts';
import { markUnproven } from './groups.ts';
import { baseOf, standingOf, stateOf, type KeepDatabase, type OutboxRow } from './keep.ts';
import type { WriterWorld } from './new-row.ts';
import type { RecordState } from '../../protocol/merge.ts';
import { readHeld, shelfOf } from './shelves.ts';
import { readBase } from './shown-base.ts';

/** Taking back one's own refused work, and undoing that. */
export interface Withdrawals {
  /** Resolves when it is durably stored. Does nothing to what is not refused and unsettled. Throws `Problem` `device-full`. */
  withdraw: (n: number) => Promise<void>;
  /** Does nothing to what was not withdrawn here. Throws `Problem` `device-full`. */
  undoWithdraw: (n: number) => Promise<void>;
}

/**
 * Opens the taking back of refused work. A device is shared and locks nobody out, so whoever is at it may
 * take back what stands there as refused; it is signed by its author, from whom alone it counts
 * (rule 4.13).
 */
export function createWithdrawals(
  keep: KeepDatabase,
  cache: CacheDatabase,
  world: WriterWorld,
): Withdrawals {
  /** Changes a row and adds what is decided of it, or does neither. */
  async function decide(
    n: number,
    outcome: 'withdraw' | null,
    change: (row: OutboxRow) => OutboxRow | undefined,
  ): Promise<void> {
    const found = await keep.outbox.get(n);
    if (!found) return;
    const seen = await readSeen(cache, found);
    const clock = world.clock();
    await withRoom(keep, clock.wall, () =>
      keep.transaction('rw', keep.outbox, keep.notes, async () => {
        const row = await keep.outbox.get(n);
        const changed = row && change(row);
        if (!row || !changed) return;
        const dev = (await readDeviceId(keep)) ?? world.device;
        const signer = { ...clock, id: world.newId(), dev, by: row.person };
        await keep.outbox.add(await decisionRow(keep, row, outcome, signer, seen));
        await keep.outbox.put(changed);
        await markUnproven(keep, [row]);
      }),
    );
  }

  return {
    withdraw: n =>
      decide(n, 'withdraw', row =>
        standingOf(row) === 'attention' ? withdrawn(row, world.clock().wall) : undefined,
      ),

    undoWithdraw: n =>
      decide(n, null, row => {
        const { settled, ...rest } = row;
        if (standingOf(row) !== 'closed' || settled?.outcome !== 'withdraw') return undefined;
        return { ...rest, state: stateOf('attention', baseOf(row)) };
      }),
  };
}

/** What home holds of decisions on a refused operation. */
async function readSeen(cache: CacheDatabase, refused: OutboxRow): Promise<RecordState> {
  const { stream, t, r } = decisionOn(refused.id, refused.body);
  const { records } = await readBase(cache, async base => {
    const held = await readHeld(cache, base, shelfOf(stream, t, r), r);
    return held ? [{ records: { [r]: held } }] : [];
  });
  return records.get(r)?.f ?? {};
}

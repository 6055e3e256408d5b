import { countIds } from '../../domain/ids.ts';
import { withRoom } from './ballast.ts';
import type { CacheDatabase } from './cache.ts';
import { decisionRow, withdrawn } from './decision-row.ts';
import { readDeviceId } from './device-id.ts';
import { markUnproven } from './groups.ts';
import { recordKey, standingOf, type KeepDatabase, type OutboxRow } from './keep.ts';
import { newRow, type ClockReading, type NewRow, type WriterWorld } from './new-row.ts';
import { isOverlaid } from './overlay.ts';
import type { Change } from './record-view.ts';
import { readRows, shelfOf } from './shelves.ts';
import { readBase, type HeldRecords } from './shown-base.ts';

/** Who wrote, and what the clock said when they did. */
type Moment = { by: string } & ClockReading;

/** See `Records.write`. Throws an `Error` if nobody is at the device: no screen lets anybody write then. */
export function createWriter(keep: KeepDatabase, cache: CacheDatabase, world: WriterWorld) {
  let latest: Promise<unknown> = Promise.resolve();

  return async (changes: readonly Change[]): Promise<void> => {
    const by = world.author();
    if (by === undefined) throw new Error('Nobody is at this device');
    const made = changes.filter(({ fields }) => Object.keys(fields).length > 0);
    if (made.length === 0) return;
    const moment = { by, ...world.clock() };
    // One after another: a short write must not overtake the long one that was asked for before it.
    const turn = latest.then(() => writeNow(made, moment));
    latest = turn.catch(() => undefined);
    return turn;
  };

  /** Most edits are the first of this device on their record: they need not wait for the base. */
  async function writeNow(made: readonly Change[], moment: Moment): Promise<void> {
    const isLikelyFirst = !made.some(change => hasOwnHead(change, moment.by));
    try {
      await writeOver(isLikelyFirst ? undefined : await readHeldOf(cache, made), made, moment);
    } catch (failure) {
      if (!(failure instanceof NeedsBase)) throw failure;
      await writeOver(await readHeldOf(cache, made), made, moment);
    }
  }

  /** Throws `NeedsBase` and writes nothing if it depends on what is held, and that is not known. */
  async function writeOver(
    held: HeldRecords | undefined,
    made: readonly Change[],
    moment: Moment,
  ): Promise<void> {
    // What is written together counts on from one id: the others need not travel (rules 1.1, 5.8).
    const ids = countIds(world.newId);
    const nextId = () => ids.next().value;
    await withRoom(keep, moment.wall, () =>
      keep.transaction('rw', keep.outbox, keep.notes, async () => {
        const keys = made.map(change => recordKey(change.stream, change.t, change.r));
        // One question for all: as many as there are people on a sheet would hold up the screen.
        const [written, dev = world.device] = await Promise.all([
          readWritten(keep, keys),
          // Asked for here, so that nothing is signed with an id that was given up meanwhile (rule 6.12).
          readDeviceId(keep),
        ]);
        const earlier = new Map<string, NewRow[]>();
        for (const row of written) {
          if (!held) throw new NeedsBase();
          const seq = held.records.get(row.record)?.seq;
          if (isOverlaid(row, seq, held)) push(earlier, row);
        }
        const rows = made.map((change, index) => {
          const key = keys[index] as string;
          const signer = { ...moment, id: nextId(), dev };
          const row = newRow(change, change.seen?.state ?? {}, earlier.get(key) ?? [], signer);
          push(earlier, row);
          return row;
        });
        await keep.outbox.bulkAdd(rows);
        const corrected = written.filter(row => rows.some(later => isCorrectedBy(row, later)));
        if (corrected.length > 0) await withdraw(corrected, { ...moment, dev }, nextId);
      }),
    );
  }

  /** Takes back what was refused and is now corrected; within the transaction that corrects it. */
  async function withdraw(
    corrected: readonly OutboxRow[],
    moment: Moment & { dev: string },
    nextId: () => string,
  ): Promise<void> {
    for (const row of corrected) {
      const signer = { ...moment, id: nextId() };
      await keep.outbox.add(await decisionRow(keep, row, 'withdraw', signer));
    }
    await keep.outbox.bulkPut(corrected.map(row => withdrawn(row, moment.wall)));
    await markUnproven(keep, corrected);
  }
}

/** True if a refused operation has nothing left to say once its author's later one is there. */
function isCorrectedBy(row: OutboxRow, later: NewRow): boolean {
  return (
    standingOf(row) === 'attention' &&
    row.record === later.record &&
    row.person === later.person &&
    Object.keys(row.body.f).every(field => Object.hasOwn(later.body.f, field))
  );
}

/** What this device wrote earlier decides, with what home sent of it, which of that is named as seen. */
class NeedsBase extends Error {}

/** True if the screen shows something of the same author, so that this device probably wrote of it before. */
function hasOwnHead({ seen }: Change, by: string): boolean {
  return Object.values(seen?.state ?? {}).some(({ h }) => h.some(head => head.by === by));
}

/** All operations on these records. */
function readWritten(keep: KeepDatabase, keys: readonly string[]): PromiseLike<OutboxRow[]> {
  const [key, ...others] = keys;
  const records = keep.outbox.where('record');
  // For one, the index is asked; for several, it is stepped through.
  return (
    others.length === 0 && key !== undefined ? records.equals(key) : records.anyOf(keys)
  ).toArray();
}

function push(byRecord: Map<string, NewRow[]>, row: NewRow): void {
  const rows = byRecord.get(row.record);
  if (rows) rows.push(row);
  else byRecord.set(row.record, [row]);
}

/** The records to be changed as the base holds them, by their keys. */
function readHeldOf(cache: CacheDatabase, changes: readonly Change[]): Promise<HeldRecords> {
  return readBase(cache, async base => {
    const shelves = new Map(
      changes.map(change => [shelfOf(change.stream, change.t, change.r), change]),
    );
    const found = await Promise.all(
      [...shelves].map(async ([shelf, { stream, t }]) => {
        const rows = await readRows(cache, base, shelf);
        return rows.map(row => ({
          records: Object.fromEntries(
            Object.entries(row.records).map(([id, record]) => [recordKey(stream, t, id), record]),
          ),
        }));
      }),
    );
    return found.flat();
  });
}

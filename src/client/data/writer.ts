import { kindNamed } from '../../domain/records/kinds.ts';
import { envelopeVersion, type Operation } from '../../protocol/operation.ts';
import { withRoom } from './ballast.ts';
import type { CacheDatabase } from './cache.ts';
import { pendingState, recordKey, type KeepDatabase, type OutboxRow } from './keep.ts';
import { isOverlaid } from './overlay.ts';
import { parentsOf } from './parents.ts';
import type { Change } from './record-view.ts';
import { readRows, shelfOf } from './shelves.ts';
import { readBase, type HeldRecords } from './shown-base.ts';

/** What an operation says of its device's clock. */
export interface ClockReading {
  wall: number;
  off: number | null;
  clk: number;
}

/** What a writer must be told of the device and of who is at it. */
export interface WriterWorld {
  /** The id this device signs with. */
  device: string;
  /** Who is at the device; undefined before the first enrolment. */
  author: () => string | undefined;
  clock: () => ClockReading;
  newId: () => string;
}

/** Who wrote, and what the clock said when they did. */
type Moment = { by: string } & ClockReading;

/** A row that has no counter yet. */
type NewRow = Omit<OutboxRow, 'n'>;

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

  async function writeNow(made: readonly Change[], moment: Moment): Promise<void> {
    const held = await readHeldOf(cache, made);

    await withRoom(keep, () =>
      keep.transaction('rw', keep.outbox, async () => {
        const keys = made.map(change => recordKey(change.stream, change.t, change.r));
        const earlier = new Map<string, NewRow[]>();
        // One question for all: as many as there are people on a sheet would hold up the screen.
        for (const row of await keep.outbox.where('record').anyOf(keys).toArray()) {
          const seq = held.records.get(row.record)?.seq;
          if (isOverlaid(row, seq, held)) push(earlier, row);
        }
        const rows = made.map((change, index) => {
          const key = keys[index] as string;
          const row = rowOf(change, key, earlier.get(key) ?? [], moment);
          push(earlier, row);
          return row;
        });
        await keep.outbox.bulkAdd(rows);
      }),
    );
  }

  function rowOf(
    { stream, t, r, fields, seen }: Change,
    record: string,
    overlaid: readonly NewRow[],
    { by, wall, off, clk }: Moment,
  ): NewRow {
    const id = world.newId();
    const earlier = overlaid.map(row => row.body);
    const body: Omit<Operation, 'n'> = {
      v: envelopeVersion,
      id,
      dev: world.device,
      by,
      stream,
      t,
      r,
      sv: kindNamed(t)?.version ?? 1,
      f: fields,
      p: parentsOf(Object.keys(fields), seen?.state ?? {}, earlier),
      wall,
      off,
      clk,
    };
    return { id, person: by, state: pendingState, record, body, verdicts: [] };
  }
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

import { hash } from 'node:crypto';
import { fromBatch, type Batch } from './lines.ts';
import { partOf } from './shelves.ts';
import { rowsText, type Column, type Sql } from './sql.ts';
import type { RecordKey, StoredOperation, StreamKey, Stretch } from './store.ts';

const place: readonly Column[] = [
  ['stream', 'text'],
  ['seq', 'bigint'],
];

const shelfPlace: readonly Column[] = [
  ['stream', 'text'],
  ['kind', 'text'],
  ['part', 'text'],
];

/** What operations are looked up by: one batch serves all the places where they may lie. */
export const keyColumns: readonly Column[] = [
  ['stream', 'text'],
  ['key', 'text'],
  ['short', 'bigint'],
];

/** Keys as the parameter that goes with `keyColumns`. */
export function keysText(keys: readonly StreamKey[], shorten: ShortKey): string {
  return rowsText(keys.map(({ stream, key }) => [stream, key, shorten(key)]));
}

/** Shortens keys for one database. */
export type ShortKey = (key: string) => number;

/**
 * An operation's key as 52 bits, by which it is looked up: a random key of full length in an index would be
 * most of what a commit has to write. Two keys that share them are told apart by their lines; so that nobody
 * can make many that do, all but the counted end of a key goes through a hash with the database's own salt.
 * What was written together, and counts on, stays together in the index.
 */
export function shortenWith(salt: string): ShortKey {
  let last = { beginning: '', bits: 0 };
  return key => {
    const beginning = key.slice(0, -4);
    if (beginning !== last.beginning) {
      const digits = hash('sha256', `${salt} ${beginning}`).slice(0, 9);
      last = { beginning, bits: Number.parseInt(digits, 16) * 65_536 };
    }
    return last.bits + (Number.parseInt(key.slice(-4), 16) || 0);
  };
}

/**
 * The way this database shortens keys. Asked for anew in each transaction and each reading: a backup that
 * comes back beside a server that serves brings its own salt.
 */
export async function readShortKey(sql: Sql): Promise<ShortKey> {
  const [row] = await sql.all<{ value: string }>(`select value from meta where name = 'salt'`);
  return shortenWith(row?.value ?? '');
}

/** Reading admitted operations out of their batches. */
export function readBatches(sql: Sql) {
  const { engine } = sql;
  const columns = 'b.stream, b.seq, b.last, b.device, b.body';
  // The batch first and its text afterwards: to tell rows apart by their texts would read them all.
  const batchOfCounter = `select ${columns} from (
      select distinct k.stream, (
        select max(c.seq) from batch as c where c.stream = k.stream and c.seq <= k.seq
      ) as seq from ${engine.rowsOf(place)} as k
    ) as w join batch as b on b.stream = w.stream and b.seq = w.seq`;
  const batchesOfShelf = `select ${columns} from (
      select distinct t.stream, t.seq from ${engine.rowsOf(shelfPlace)} as k
        join shelf_batch as t on t.stream = k.stream and t.kind = k.kind and t.part = k.part
    ) as w join batch as b on b.stream = w.stream and b.seq = w.seq`;
  const countersOfKeys = `select distinct a.stream, a.seq from ${engine.rowsOf(keyColumns)} as k
    join admitted as a on a.stream = k.stream and a.short = k.short`;
  const batchesOfDevice = `select ${columns} from batch as b
    where b.device = ? and b.stream in (select k.stream from ${engine.rowsOf([['stream', 'text']])} as k)`;

  // A batch that begins before the stretch may reach into it: the last such.
  const batchesBetween = `select ${columns} from batch as b where b.stream = ? and b.seq <= ?
    and b.seq >= coalesce(
      (select max(c.seq) from batch as c where c.stream = ? and c.seq <= ?), 0)
    order by b.seq desc`;

  async function at(places: readonly { stream: string; seq: number }[]) {
    if (places.length === 0) return [];
    const rows = rowsText(places.map(({ stream, seq }) => [stream, seq]));
    const batches = await sql.all<Batch>(batchOfCounter, rows);
    return batches.flatMap(batch => {
      const isHere = ({ stream, seq }: { stream: string; seq: number }) =>
        stream === batch.stream && seq >= batch.seq && seq <= batch.last;
      return fromBatch(batch, new Set(places.filter(isHere).map(({ seq }) => seq)));
    });
  }

  return {
    /** The operations with these counters. */
    at,

    /** The operations with counters in a stretch, the latest first. */
    async between({ stream, from, to }: Stretch): Promise<StoredOperation[]> {
      const found = await sql.all<Batch>(batchesBetween, stream, to, stream, from);
      return found.flatMap(batch => {
        const counters = new Set<number>();
        for (let seq = Math.max(from, batch.seq); seq <= Math.min(to, batch.last); seq += 1)
          counters.add(seq);
        return fromBatch(batch, counters).reverse();
      });
    },

    /** The operations with these keys that are admitted in these streams. */
    async under(keys: readonly StreamKey[], rows: string): Promise<StoredOperation[]> {
      const places = await sql.all<{ stream: string; seq: number }>(countersOfKeys, rows);
      if (places.length === 0) return [];
      const wanted = new Set(keys.map(({ stream, key }) => `${stream} ${key}`));
      return (await at(places)).filter(({ stream, key }) => wanted.has(`${stream} ${key}`));
    },

    /** All operations on these records. */
    async of(records: readonly RecordKey[]): Promise<StoredOperation[]> {
      if (records.length === 0) return [];
      const wanted = new Set(
        records.map(({ stream, kind, record }) => `${stream}|${kind}|${record}`),
      );
      const shelves = new Map(
        records.map(({ stream, kind, record }) => {
          const shelf = [stream, kind, partOf(kind, record)];
          return [shelf.join('|'), shelf];
        }),
      );
      const batches = await sql.all<Batch>(batchesOfShelf, rowsText([...shelves.values()]));
      return batches.flatMap(batch =>
        fromBatch(batch).filter(it => wanted.has(`${it.stream}|${it.kind}|${it.record}`)),
      );
    },

    /** All operations that a device wrote in these streams. */
    async writtenOn(device: string, streams: readonly string[]): Promise<StoredOperation[]> {
      const rows = rowsText(streams.map(stream => [stream]));
      const batches = await sql.all<Batch>(batchesOfDevice, device, rows);
      return batches.flatMap(batch => fromBatch(batch));
    },
  };
}

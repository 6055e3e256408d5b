import { Dexie, type EntityTable, type Table } from 'dexie';
import type { JsonValue } from '../../domain/records/kind.ts';
import type { RefusalCode } from '../../domain/problem.ts';
import type { Operation } from '../../protocol/operation.ts';
import { keepName } from './export-unsent.ts';

/**
 * The precious database: whatever was written on this device. Its schema is frozen for ever, so that no
 * upgrade of the program can block or fail here; rows may carry more than they do today.
 */
export class KeepDatabase extends Dexie {
  declare readonly outbox: EntityTable<OutboxRow, 'n'>;
  declare readonly drafts: Table<{ key: string; body: unknown }, string>;
  declare readonly bytes: Table<{ sha: string; body: ArrayBuffer; state: string }, string>;
  declare readonly notes: Table<Note, [kind: string, key: string]>;

  constructor(databaseName: string) {
    // What is said to be saved is on the disk; and screens show only what is saved (rule 7.1).
    super(keepName(databaseName), { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({
      outbox: '++n, id, state, record',
      drafts: 'key',
      bytes: 'sha, state',
      notes: '[kind+key], kind',
    });
  }
}

/** One operation written on this device, and what home said of it. */
export interface OutboxRow {
  /** The outbox's own counter, which is also the operation's. */
  n: number;
  /** The operation's id. */
  id: string;
  /** Its author. */
  person: string;
  /** `stateOf(standing, base)`: indexed, so that counting opens no body. */
  state: string;
  /** `recordKey` of the record it is about. */
  record: string;
  /** Opaque to the database. Read it by `operationOf` alone. */
  body: Omit<Operation, 'n'>;
  /** What home said, newest last: one for each base in which it was asked. */
  verdicts: readonly StoredVerdict[];
  /** What its fields showed before, where they showed anything: so that it can be taken back. */
  was?: Readonly<Record<string, JsonValue>>;
  /** Of a closed one: what settled it, what was said, and when this device learnt of it, ms. */
  settled?: Settled;
}

/** How refused work was settled. */
export interface Settled {
  outcome: 'decline' | 'withdraw';
  note: string;
  at: number;
}

/** What home said of an operation in one base. */
export interface StoredVerdict {
  s: 'ok' | 'dup' | 'opaque' | 'quarantined';
  /** The base it holds in, see `Present`. */
  base: string;
  /** When it came, ms on this device's clock. */
  at: number;
  code?: RefusalCode;
  seq?: number;
  stamp?: number;
  proof?: string;
}

/** Small things kept beside the outbox. */
export interface Note {
  kind: string;
  key: string;
  body: unknown;
}

/**
 * `pending`: no verdict yet. `sent`: admitted. `opaque`: kept by home for a later version. `attention`:
 * refused and unsettled. `closed`: refused and settled.
 */
export type Standing = 'pending' | 'sent' | 'opaque' | 'attention' | 'closed';

/**
 * A standing with the base in which home gave it. A verdict of another base than the present one is
 * worth nothing, so a change of epoch opens everything again without touching a row (rule 5.6).
 */
export function stateOf(standing: Exclude<Standing, 'pending'>, base: string): string {
  return `${standing} ${base}`;
}

/** The state of an operation that home has not answered in any base. */
export const pendingState = 'pending';

/** Where an operation stands, whatever the base. */
export function standingOf(row: Pick<OutboxRow, 'state'>): Standing {
  return row.state.split(' ', 1)[0] as Standing;
}

/** The base in which home gave an operation its standing; empty where none holds. */
export function baseOf(row: Pick<OutboxRow, 'state'>): string {
  return row.state.split(' ', 2)[1] ?? '';
}

/** The states that need nothing more from home in this base. */
export function settledStates(base: string | undefined): string[] {
  if (base === undefined) return [];
  return (['sent', 'opaque', 'attention', 'closed'] as const).map(it => stateOf(it, base));
}

/** The operation of a row, as it was written. */
export function operationOf(row: OutboxRow): Operation {
  return { ...row.body, n: row.n };
}

/**
 * The key that operations on one record share: one index then answers both for a record (equals) and
 * for a shelf (begins with). The bar is in no stream, kind or id.
 */
export function recordKey(stream: string, kind: string, id: string): string {
  return `${stream}|${kind}|${id}`;
}

/** What the keys of all records on a shelf begin with. */
export function shelfPrefix(stream: string, kind: string, parent: string): string {
  return parent === '' ? `${stream}|${kind}|` : `${stream}|${kind}|${parent}:`;
}

/** What a key was made of. */
export function readRecordKey(key: string): { stream: string; kind: string; id: string } {
  const [stream = '', kind = '', id = ''] = key.split('|');
  return { stream, kind, id };
}

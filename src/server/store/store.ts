import type { RefusalCode } from '../../domain/problem.ts';
import type { Role } from '../../domain/records/member.ts';

/**
 * What home keeps, and how the verbs reach it. The contract is asynchronous and speaks in batches, so
 * that a whole push is a handful of statements; it knows streams, records and operations as rows, and
 * nothing of merging, rights or HTTP. One suite of tests (tests/server/store-contract.ts) holds every
 * implementation to it.
 *
 * Every member rejects with a `Problem`: `busy` if the database could not be had for a moment,
 * `server-full` if its disk is full. Anything else that is thrown is a bug.
 */
export interface Store extends StoreReader {
  readonly engine: 'sqlite' | 'postgres';
  /** Made once, when the database was. The epoch changes when an old backup comes back. */
  readonly identity: StoreIdentity;
  /**
   * Runs `work` in one transaction: all it wrote is durable when the promise resolves, none of it if
   * `work` throws. Within `work` use only the `tx` handed in; asking the store itself may wait for ever.
   */
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** Finishes what runs and lets go of the database. Nothing may be asked afterwards. */
  close(): Promise<void>;
}

/** Names this database for good, and the stretch of its life without a restore. */
export interface StoreIdentity {
  serverId: string;
  epoch: string;
}

/** Reading. Each member sees one consistent moment; two calls may see two. */
export interface StoreReader {
  /** Every stream in which something was admitted, with its counter. */
  readHeads(): Promise<Map<string, number>>;
  /**
   * Records of a stream that last changed after `from` and not after `to`, by counter, at most `most`.
   * With a village, only that village's.
   */
  readChanges(range: ChangeRange): Promise<StoredRecord[]>;
  /** The records with these keys; those that do not exist are missing. In no order. */
  findRecords(keys: readonly RecordKey[]): Promise<StoredRecord[]>;
  /** The `member` records of a person, in every stream. */
  findMemberships(person: string): Promise<StoredRecord[]>;
  /**
   * The operations with these keys; and those of the same record that use such a key under another
   * device, which is how an id that was used twice is found. In no order.
   */
  findOperations(keys: readonly (OperationKey & RecordKey)[]): Promise<StoredOperation[]>;
  /** All operations known of these records, refused and opaque ones included. In no order. */
  findOperationsOf(keys: readonly RecordKey[]): Promise<StoredOperation[]>;
  /** Those of `findOperationsOf` that are not admitted; cheap, because there are hardly ever any. */
  findOperationsApart(keys: readonly RecordKey[]): Promise<StoredOperation[]>;
  /** Operations, by any of these people in any stream, that were refused as `forbidden`. In the order of arrival. */
  findForbidden(people: readonly string[]): Promise<StoredOperation[]>;
  /** Which of a device's operations were admitted in a stream at or before the counter `to`. */
  findAdmitted(query: AdmittedQuery): Promise<{ id: string; seq: number }[]>;
  /** Refused operations of the streams named, or of any stream for `'all'`, or of the author; newest first, at most `most`. */
  findRefused(query: RefusedQuery): Promise<StoredOperation[]>;
  /** Which of these devices were revoked. */
  findRevoked(devices: readonly string[]): Promise<Set<string>>;
  /** An invitation by the hash of its code. */
  findInvitation(codeHash: string): Promise<StoredInvitation | undefined>;
  /** Who came in with an invitation, in the order they did. */
  findEnrolments(codeHash: string): Promise<StoredEnrolment[]>;
  /** True once anybody has come in. */
  hasEnrolments(): Promise<boolean>;
}

/** Writing, within one transaction. Reads here see what was written here. */
export interface StoreTransaction extends StoreReader {
  /**
   * Holds these streams against every other writer until the transaction ends, and gives their
   * counters, 0 for a new one. To be called once, before anything of the streams is read; the
   * implementation takes them in one order, so two transactions never wait for each other.
   */
  lockStreams(streams: readonly string[]): Promise<Map<string, number>>;
  /** Sets the counters of locked streams. */
  saveCounters(counters: ReadonlyMap<string, number>): Promise<void>;
  /** Adds operations; one whose key is already there is left as it was. */
  insertOperations(operations: readonly StoredOperation[]): Promise<void>;
  /** Gives stored operations their new verdict, code and seq; nothing else of them changes. */
  settleOperations(operations: readonly StoredOperation[]): Promise<void>;
  /** Adds or replaces records. */
  saveRecords(records: readonly StoredRecord[]): Promise<void>;
  insertInvitation(invitation: StoredInvitation): Promise<void>;
  /** Adds an enrolment, and the device if it is new; a known device takes the new name. */
  insertEnrolment(enrolment: StoredEnrolment, deviceName: string): Promise<void>;
  /** Revokes a device; false if there is no such device. Again is harmless: the first moment stays. */
  revokeDevice(device: string, revokedAt: number): Promise<boolean>;
}

/** Where a record lives: stream, kind, id. */
export interface RecordKey {
  stream: string;
  kind: string;
  record: string;
}

/** A record as it stands: `state` is the JSON text of a `RecordState`. */
export interface StoredRecord extends RecordKey {
  /** The stream's counter at its last change. */
  seq: number;
  /** The village it belongs to, for narrowed scopes; null for none. */
  village: string | null;
  state: string;
}

/** `key` is the operation's id; a hash of the line for what has no id of its own. */
export interface OperationKey {
  device: string;
  key: string;
}

/** Home's verdict on an operation. `code` goes with `quarantined`, `seq` with `admitted`. */
export type StoredVerdict =
  | { verdict: 'admitted'; code: null; seq: number }
  | { verdict: 'quarantined'; code: RefusalCode; seq: null }
  | { verdict: 'opaque'; code: null; seq: null };

/** An operation, kept in full whatever the verdict. Lines that could not be read have empty names. */
export type StoredOperation = OperationKey &
  RecordKey &
  StoredVerdict & {
    /** The device's counter; 0 if it could not be read. */
    n: number;
    author: string;
    /** Ms, fixed at arrival. */
    stamp: number;
    isClockUncertain: boolean;
    /** Ms, home's clock. */
    receivedAt: number;
    /** The line as it came, JSON text. */
    body: string;
  };

export interface ChangeRange {
  stream: string;
  village?: string | undefined;
  from: number;
  to: number;
  most: number;
}

export interface AdmittedQuery {
  device: string;
  ids: readonly string[];
  stream: string;
  to: number;
}

export interface RefusedQuery {
  streams: readonly string[] | 'all';
  author: string;
  most: number;
}

/**
 * Whom an invitation lets in: `one-device` a single time; `same-person` any device, always the same
 * person; `new-person` any device, each time the next of `guests`.
 */
export type Admits = 'one-device' | 'same-person' | 'new-person';

/** A name to be taken, the stream in which the right is given, and the village it is narrowed to, if any. */
export interface Guest {
  name: string;
  stream: string;
  village?: string;
}

/** An invitation. The code itself is nowhere. */
export interface StoredInvitation {
  codeHash: string;
  admits: Admits;
  role: Role;
  /** Who comes in; empty for `new-person`. */
  person: string;
  guests: readonly Guest[];
  createdAt: number;
  /** Null for one that does not run out. */
  expiresAt: number | null;
}

/** A person let in on a device. */
export interface StoredEnrolment {
  device: string;
  person: string;
  name: string;
  role: Role;
  codeHash: string;
  enrolledAt: number;
}

import type { RefusalCode } from '../../domain/problem.ts';
import type { Outcome } from '../../domain/records/decision.ts';
import type { Role } from '../../domain/records/member.ts';
import type { Ranges } from '../../protocol/messages.ts';

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
  /** Names this database for good; made once, when the database was. */
  readonly serverId: string;
  /**
   * Runs `work` in one transaction: all it wrote is durable when the promise resolves, none of it if
   * `work` throws. Within `work` use only the `tx` handed in; asking the store itself may wait for ever.
   */
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** Finishes what runs and lets go of the database. Nothing may be asked afterwards. */
  close(): Promise<void>;
}

/** Reading. Each member sees one consistent moment; two calls may see two. */
export interface StoreReader {
  /** The stretch of this database's life without a restore. Changes while serving if a backup comes back. */
  readEpoch(): Promise<string>;
  /** Every stream in which something was admitted, with its counter. */
  readHeads(): Promise<Map<string, number>>;
  /**
   * All records of a stream that last changed after `from` and not after `to`, by counter. With a village,
   * only that village's. What it costs depends on what changed, not on how much there is.
   */
  readChanges(range: ChangeRange): Promise<StoredRecord[]>;
  /** Those of the streams in which there is a record that is not a decision. */
  findOpened(streams: readonly string[]): Promise<Set<string>>;
  /** The records with these keys; those that do not exist are missing. In no order. */
  findRecords(keys: readonly RecordKey[]): Promise<StoredRecord[]>;
  /** The `member` records of a person, in every stream. */
  findMemberships(person: string): Promise<StoredRecord[]>;
  /** The admitted `member` operations about these people, in every stream. In no order. */
  findMemberOperations(people: readonly string[]): Promise<StoredOperation[]>;
  /**
   * The operations, admitted or kept apart, that have one of these keys in that stream, whichever device
   * wrote them: so an id is found that was used twice. In no order.
   */
  findOperations(keys: readonly StreamKey[]): Promise<StoredOperation[]>;
  /** All operations known of these records, refused and opaque ones included. In no order. */
  findOperationsOf(keys: readonly RecordKey[]): Promise<StoredOperation[]>;
  /**
   * The operations admitted in a stream whose counters lie in `from` to `to`, both included, the latest first.
   * What it costs depends on the stretch, not on how much there is.
   */
  findStretch(stretch: Stretch): Promise<StoredOperation[]>;
  /**
   * What is kept apart in a stream, decided or not, refused or not understood: the latest to arrive first, at
   * most `most` of those that follow `after` in that order. Costs what it gives.
   */
  findApartOf(query: ApartQuery): Promise<StoredOperation[]>;
  /** Those of the records on which something is kept apart. Reads no operation. */
  findPlacesApart(keys: readonly RecordKey[]): Promise<RecordKey[]>;
  /** What was ever kept apart under these keys, also what was admitted since. In no order. */
  findEverApart(keys: readonly OperationKey[]): Promise<ApartOperation[]>;
  /** What is kept apart in these streams under these keys, whichever device wrote it. In no order. */
  findApartIn(places: readonly StreamKey[]): Promise<StoredOperation[]>;
  /** Operations that are not understood yet, in the order of arrival, at most `most` of those that follow `after`. */
  findOpaque(most: number, after?: StoredOperation): Promise<StoredOperation[]>;
  /** Operations, by any of these people in any stream, that were refused as `forbidden`. In the order of arrival. */
  findForbidden(people: readonly string[]): Promise<StoredOperation[]>;
  /** Which of these operations were admitted in a stream at or before the counter `to`, by counter. */
  findAdmitted(query: AdmittedQuery): Promise<{ id: string; seq: number }[]>;
  /** Refused and undecided operations of the streams named, or of any stream for `'all'`, or of the author; newest first, at most `most`. */
  findRefused(query: RefusedQuery): Promise<StoredOperation[]>;
  /** The admitted operations written on a device, in these streams. In no order. */
  findWrittenOn(device: string, streams: readonly string[]): Promise<StoredOperation[]>;
  /** The refused and undecided operations written on a device. In no order. */
  findRefusedFrom(device: string): Promise<StoredOperation[]>;
  /** A device's counters that are held, whatever the verdict, and those it reported as gone; ranges in order. */
  readHeld(device: string): Promise<Ranges>;
  /** Every device that was ever let in, by name. */
  readDevices(): Promise<StoredDevice[]>;
  /** Records, operations or not understood lines that name any of these pictures, now or ever. */
  findNamesOf(sha256s: readonly string[]): Promise<(RecordKey & { sha256: string })[]>;
  /** Everybody let in on these devices. In no order. */
  findEnrolledOn(devices: readonly string[]): Promise<StoredEnrolment[]>;
  /** An invitation by the hash of its code. */
  findInvitation(codeHash: string): Promise<StoredInvitation | undefined>;
  /** How many invitations of this person nobody has come in with, and have not run out at that moment (ms). */
  countOpenInvitations(inviter: string, at: number): Promise<number>;
  /** Who came in with an invitation, in the order they did. */
  findEnrolments(codeHash: string): Promise<StoredEnrolment[]>;
  /** True once anybody has come in. */
  hasEnrolments(): Promise<boolean>;
}

/** Writing, within one transaction. Reads here see what was written here. */
export interface StoreTransaction extends StoreReader {
  /**
   * Holds these streams against every other writer until the transaction ends, and gives their
   * counters, 0 for a new one; and the programme against whoever would change it, because rights are read
   * there. To be called before anything of the streams is read. They are taken in one order, so that two
   * transactions do not wait for each other; should a second call make them, one of the two is `busy`.
   */
  lockStreams(streams: readonly string[]): Promise<Map<string, number>>;
  /** Sets the counters of locked streams. */
  saveCounters(counters: ReadonlyMap<string, number>): Promise<void>;
  /**
   * Adds operations, and gives others that were kept apart until now their new verdict, seq and stamp, with
   * what follows from them: which counters of their devices are held, and which pictures are named. Every
   * one that is admitted has a seq that follows all that were there in its stream. What is kept apart and
   * already there is left as it was.
   */
  saveOperations(operations: {
    added: readonly StoredOperation[];
    settled: readonly StoredOperation[];
  }): Promise<void>;
  /** Notes what was decided of operations that are kept apart; null for nothing, any more. */
  decideApart(decisions: readonly ApartDecision[]): Promise<void>;
  /** Counts counters of a device as held though nothing is there, because the device says they are gone. */
  noteGone(device: string, gone: Ranges): Promise<void>;
  /**
   * Keeps what a device said of itself, JSON text, and when. One that nobody was let in on is added under the
   * name of `like`, the device it was before; nothing if that is not known either.
   */
  saveReport(device: string, report: string, at: number, like?: string): Promise<void>;
  /** Begins a new epoch. */
  setEpoch(epoch: string): Promise<void>;
  /** Adds or replaces records. */
  saveRecords(records: readonly StoredRecord[]): Promise<void>;
  /** As for reading, but held against everybody else until the transaction ends. */
  findInvitation(codeHash: string): Promise<StoredInvitation | undefined>;
  insertInvitation(invitation: StoredInvitation): Promise<void>;
  /** Adds an enrolment, and the device if it is new; a known device takes the new name. */
  insertEnrolment(enrolment: StoredEnrolment, deviceName: string): Promise<void>;
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

/** A key within a stream, where it stands for one operation only; the stream is empty for what names none. */
export interface StreamKey {
  stream: string;
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

/** An operation that is or was kept apart, and what was decided of it. */
export type ApartOperation = StoredOperation & Pick<ApartDecision, 'outcome' | 'note'>;

/** What was decided of an operation that is kept apart, and the words that go with it. */
export interface ApartDecision extends OperationKey, StreamKey {
  outcome: Outcome | null;
  note: string;
}

/** A device that was let in. `report` is what it last said of itself, JSON text; `held` as in `readHeld`. */
export interface StoredDevice {
  id: string;
  name: string;
  lastSeenAt: number | null;
  report: string | null;
  held: Ranges;
}

export interface ChangeRange {
  stream: string;
  village?: string | undefined;
  from: number;
  to: number;
}

export interface Stretch {
  stream: string;
  from: number;
  to: number;
}

/** Where something that is kept apart stands in the order of arrival. */
export type ApartPlace = OperationKey & Pick<StoredOperation, 'receivedAt'>;

export interface ApartQuery {
  stream: string;
  after?: ApartPlace | undefined;
  most: number;
}

export interface AdmittedQuery {
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
  /** Further streams in which the same role is given. */
  also?: readonly string[];
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
  /** The person who made it; missing for one that home made. */
  invitedBy?: string;
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

import type { JsonValue } from '../../domain/records/kind.ts';
import { isDeleted, isDisputed, shownValue, type RecordState } from '../../protocol/merge.ts';

/**
 * One record as a screen sees it: what home holds, overlaid with what was written on this device.
 * Computed at each reading, never stored.
 */
export interface RecordView {
  stream: string;
  /** Kind and id. */
  t: string;
  r: string;
  /** Fields with all their heads: also what a later edit names as seen. */
  state: RecordState;
  /** How far this device's own edits of the record have come. */
  delivery: Delivery;
}

/**
 * `home`: nothing of this device is under way. `waiting`: something is saved here and has no verdict
 * yet. `attention`: home keeps something of it apart, with a reason.
 */
export type Delivery = 'home' | 'waiting' | 'attention';

/** The shown value of every field that has one. `T` is the record's type, such as `Participant`. */
export function valuesOf<T extends object>(view: RecordView | undefined): T {
  const values: Record<string, JsonValue> = {};
  for (const [field, state] of Object.entries(view?.state ?? {})) {
    const value = shownValue(state);
    if (value !== undefined) values[field] = value;
  }
  // Whatever home admitted and this device wrote passed the kind's schemas, field by field.
  return values as T;
}

/** True if the record is deleted as far as is known here. */
export function isDeletedView(view: RecordView): boolean {
  return isDeleted(view.state);
}

/** The fields of a record on which people disagree. */
export function disputedFields(view: RecordView): string[] {
  return Object.keys(view.state).filter(field => isDisputed(view.state[field]));
}

/** An edit to be made: which record, and the fields it sets (`null` takes a value back). */
export interface Change {
  stream: string;
  t: string;
  r: string;
  fields: Record<string, JsonValue>;
  /** The record as its author had it on the screen; undefined if it was not there. */
  seen: RecordView | undefined;
}

/** Reading and writing records on this device. Reads may be wrapped in a live query. */
export interface Records {
  /** All records of a kind in a stream that share a parent (a session's marks), deleted ones included, by id. */
  readShelf(stream: string, kind: string, parent?: string): Promise<RecordView[]>;
  /** One record; undefined if nobody has set anything of it as far as is known here. */
  readRecord(stream: string, kind: string, id: string): Promise<RecordView | undefined>;
  /**
   * Writes edits of one moment, all or none, under the person who is at the device. Resolves when they
   * are durably stored, and not before. Throws `Problem` `device-full` if there is no room: then
   * nothing was written. Never fails for sync, clock, sign-in or network.
   */
  write(changes: readonly Change[]): Promise<void>;
  /** Streams of which anything is held or written here, in order. */
  readStreams(): Promise<string[]>;
}

import * as v from 'valibot';
import { isDay, isTimeOfDay, type Day } from '../day.ts';
import { isRecordId } from '../ids.ts';
import type { StreamKind, StreamName } from '../stream.ts';
import { isRegencyCode, isVillageCode } from '../territory.ts';

/** A value a field may hold on the wire. `null` takes a value back and is allowed for every field. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Looks at one value; `today` is the day by whoever judges, without which nothing is in the future. */
export type FieldCheck = (value: JsonValue, today: Day | undefined) => boolean;

/** What a record's fields are called and what each may hold: looked at one by one, never one beside another. */
export type FieldSchemas = Readonly<Record<string, v.GenericSchema | FieldCheck>>;

/**
 * A kind of record. Everything else (admission, merge, shelves, screens) reads this and knows no
 * kind by name. What its fields may hold stands apart, in schemas.ts: only who admits needs that.
 */
export interface RecordKind {
  /** Its name on the wire, `t`. Never renamed. */
  name: string;
  /** Version of the fields, `sv`; rises when a field is added. */
  version: number;
  /** The kinds of stream a record of this kind may live in. */
  streams: readonly StreamKind[];
  /** True if a record of this kind with this id may live in this stream. Looks at nothing else. */
  hasId(id: string, stream: StreamName): boolean;
  /**
   * The beginning of the id that groups records which screens read together (a session's marks),
   * without its last colon; empty when all records of a stream's kind are read together.
   */
  parentOf(id: string): string;
  /** The village a record belongs to, for narrowed scopes; undefined when it belongs to none. */
  villageOf(id: string): string | undefined;
}

/** A line of text, trimmed by whoever wrote it: 1 to `most` characters, no control characters. */
export function text(most: number) {
  return v.pipe(v.string(), v.minLength(1), v.maxLength(most), v.check(isPlainText));
}

/** A text of several lines. */
export function longText(most: number) {
  return v.pipe(v.string(), v.minLength(1), v.maxLength(most), v.check(isPlainParagraph));
}

const isPlainText = (value: string) => !/\p{Cc}/u.test(value);

const isPlainParagraph = (value: string) => !/[^\P{Cc}\t\n\r]/u.test(value);

/** A calendar day. */
export const day = v.pipe(v.string(), v.check(isDay));

/** A time of day. */
export const timeOfDay = v.pipe(v.string(), v.check(isTimeOfDay));

/** The id of another record. */
export const recordId = v.pipe(v.string(), v.check(isRecordId));

/** A regency's code, `62.03`. */
export const regencyCode = v.pipe(v.string(), v.check(isRegencyCode));

/** A village's code, `62.03.01.2001`; whether such a village exists is a finding, not a refusal. */
export const villageCode = v.pipe(v.string(), v.check(isVillageCode));

/** Largest picture, in bytes. A photo is about 250 kB when it leaves a device. */
export const mostPictureBytes = 8 * 1024 * 1024;

/**
 * A picture that a field names; its bytes travel on a lane of their own, behind the operations. `sha256`
 * is the hash of the bytes in hex and their address, `size` their number, `w` and `h` pixels.
 */
export const picture = v.strictObject({
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostPictureBytes)),
  mime: v.picklist(['image/jpeg', 'image/png', 'image/webp']),
  w: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000)),
  h: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000)),
});

export type Picture = v.InferOutput<typeof picture>;

/**
 * The pictures that a value names, however deep. Takes anything: what was refused or is not understood
 * may name pictures too.
 */
export function picturesIn(value: unknown): Picture[] {
  if (typeof value !== 'object' || value === null) return [];
  if (v.is(picture, value)) return [value];
  return Object.values(value).flatMap(picturesIn);
}

/** Every kind can be deleted and brought back. */
export const deleted = v.boolean();

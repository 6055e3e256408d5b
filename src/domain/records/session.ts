import * as v from 'valibot';
import { isIdPart } from '../ids.ts';
import { day, deleted, text, timeOfDay, type RecordKind } from './kind.ts';

/** What its fields may hold. */
export const sessionFields = {
  title: text(200),
  day,
  startsAt: timeOfDay,
  endsAt: timeOfDay,
  /** Training hours (jam pelajaran). No source gives them for this course, so they may stay unknown. */
  jp: v.pipe(v.number(), v.minValue(0), v.maxValue(24)),
  /** Names of who teaches, as they are to be printed. */
  trainers: v.pipe(v.array(text(200)), v.maxLength(12)),
  room: text(200),
  /** Why the session did not take place. */
  notHeld: text(500),
  deleted,
};

/** What is known of a session. */
export type Session = {
  -readonly [K in keyof typeof sessionFields]?: v.InferOutput<(typeof sessionFields)[K]>;
};

/** A session (sesi) of a training: one line of its timetable. */
export const session: RecordKind = {
  name: 'session',
  version: 1,
  streams: ['training'],
  hasId: isIdPart,
  parentOf: () => '',
  villageOf: () => undefined,
};

import * as v from 'valibot';
import { isIdPart } from '../ids.ts';
import { deleted, recordId, regencyCode, text, villageCode, type RecordKind } from './kind.ts';

const score = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

/** What its fields may hold. */
export const participantFields = {
  name: text(200),
  nip: text(30),
  gender: v.picklist(['L', 'P']),
  position: text(200),
  institution: text(200),
  /** People from the province have no village. */
  village: villageCode,
  regency: regencyCode,
  phone: text(30),
  /** Points of the tests before and after, 0 to 100. */
  scores: v.strictObject({ pre: v.exactOptional(score), post: v.exactOptional(score) }),
  /** The participant this one was entered twice for. */
  sameAs: recordId,
  /** Number of the badge that counts, from 1; those before it are void. Without it, the first one counts. */
  badge: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9_999)),
  /** Where somebody came in who had not been on the list: before it nobody waited for them. */
  firstSession: recordId,
  deleted,
};

/** What is known of a participant. */
export type Participant = {
  -readonly [K in keyof typeof participantFields]?: v.InferOutput<(typeof participantFields)[K]>;
};

/** A participant (peserta) of a training. */
export const participant: RecordKind = {
  name: 'participant',
  version: 3,
  streams: ['training'],
  hasId: isIdPart,
  parentOf: () => '',
  villageOf: () => undefined,
};

import type * as v from 'valibot';
import { isDay } from '../day.ts';
import { isRecordId } from '../ids.ts';
import { picture, text, type RecordKind } from './kind.ts';

/** What its fields may hold. */
export const signatureFields = {
  image: picture,
  /** Why somebody who was there could not sign, as the trainer says it. */
  unable: text(200),
};

/** How one participant signed for one day. */
export type Signature = {
  -readonly [K in keyof typeof signatureFields]?: v.InferOutput<(typeof signatureFields)[K]>;
};

/** One participant's signature for one day; the id is `<day>:<participant>`. */
export const signature: RecordKind = {
  name: 'signature',
  version: 2,
  streams: ['training'],
  hasId(id) {
    const [day = '', participant, ...rest] = id.split(':');
    return isRecordId(id) && isDay(day) && participant !== undefined && rest.length === 0;
  },
  parentOf: id => id.slice(0, id.indexOf(':')),
  villageOf: () => undefined,
};

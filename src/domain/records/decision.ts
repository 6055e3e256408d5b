import * as v from 'valibot';
import { isOperationKey } from '../ids.ts';
import { longText, type RecordKind } from './kind.ts';

/**
 * What can become of refused work: a coordinator lets it in (`accept`) or leaves it out for good
 * (`decline`); its author takes it back (`withdraw`).
 */
export const outcomes = ['accept', 'decline', 'withdraw'] as const;

export type Outcome = (typeof outcomes)[number];

/** What its fields may hold. */
export const decisionFields = {
  outcome: v.picklist(outcomes),
  /** Why, for the author to read. */
  note: longText(500),
};

/** What was decided of one refused operation. */
export type Decision = {
  -readonly [K in keyof typeof decisionFields]?: v.InferOutput<(typeof decisionFields)[K]>;
};

/**
 * A decision on a refused operation; the id is that operation's. It lives in that operation's stream, or
 * in the programme if that operation names none. It may arrive before what it decides on.
 */
export const decision: RecordKind = {
  name: 'decision',
  version: 1,
  streams: ['training', 'region', 'programme'],
  hasId: isOperationKey,
  parentOf: () => '',
  villageOf: () => undefined,
};

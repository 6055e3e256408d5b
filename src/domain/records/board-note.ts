import * as v from 'valibot';
import { isIdPart } from '../ids.ts';
import { deleted, longText, type RecordKind } from './kind.ts';

/**
 * What the coordinator says of a device or a person on the board: it is waited for though nothing says so
 * (`expected`), it is not waited for (`notExpected`), or it will not come, as one that is lost or broken
 * (`writtenOff`).
 */
export const boardStates = ['expected', 'notExpected', 'writtenOff'] as const;

export type BoardState = (typeof boardStates)[number];

/** What its fields may hold. */
export const boardNoteFields = {
  state: v.picklist(boardStates),
  /** Why, for whoever asks later. */
  note: longText(500),
  deleted,
};

/** What was said of a device or a person. */
export type BoardNote = {
  -readonly [K in keyof typeof boardNoteFields]?: v.InferOutput<(typeof boardNoteFields)[K]>;
};

/** A correction of the board of one training; the id is the device's, or the person's who has none. */
export const boardNote: RecordKind = {
  name: 'boardNote',
  version: 1,
  streams: ['training'],
  hasId: isIdPart,
  parentOf: () => '',
  villageOf: () => undefined,
};

import * as v from 'valibot';
import { isIdPart } from '../ids.ts';
import { type RecordKind } from './kind.ts';

/** What its fields may hold. */
export const deviceFields = {
  /** True for a device that was shut out: it may deliver, into quarantine, but no longer read. */
  revoked: v.boolean(),
};

/** What was decided of a device. */
export type Device = {
  -readonly [K in keyof typeof deviceFields]?: v.InferOutput<(typeof deviceFields)[K]>;
};

/** One device, by its id, for those who watch over all of them. */
export const device: RecordKind = {
  name: 'device',
  version: 1,
  streams: ['programme'],
  hasId: isIdPart,
  parentOf: () => '',
  villageOf: () => undefined,
};

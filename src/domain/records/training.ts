import * as v from 'valibot';
import { isIdPart } from '../ids.ts';
import { day, deleted, text, type RecordKind } from './kind.ts';

const line = text(200);

/** Letterhead and signers of the official papers. */
const paper = v.strictObject({
  letterhead: v.pipe(v.array(line), v.maxLength(8)),
  signers: v.pipe(
    v.array(
      v.strictObject({
        role: line,
        name: line,
        nip: v.exactOptional(text(30)),
        rank: v.exactOptional(line),
      }),
    ),
    v.maxLength(6),
  ),
});

/** What its fields may hold. */
export const trainingFields = {
  name: text(200),
  batch: text(100),
  place: text(200),
  startsOn: day,
  endsOn: day,
  /** Share of the sessions, in percent, that a certificate asks for. A setting; no default is official. */
  minimumAttendance: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  paper,
  deleted,
};

/** What is known of a training. Every field may be missing: it may not have arrived yet. */
export type Training = {
  -readonly [K in keyof typeof trainingFields]?: v.InferOutput<(typeof trainingFields)[K]>;
};

/** A training event (Bimtek). Its id is that of its stream. */
export const training: RecordKind = {
  name: 'training',
  version: 1,
  streams: ['training'],
  hasId: (id, stream) => isIdPart(id) && id === stream.id,
  parentOf: () => '',
  villageOf: () => undefined,
};

import * as v from 'valibot';
import type { Day } from '../day.ts';
import { isIdPart } from '../ids.ts';
import { deleted, regencyCode, text, type RecordKind } from './kind.ts';

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

/** What those of its fields may hold that `trainingForm` does not ask for. */
export const trainingFields = {
  /** The kabupaten whose people it is for; missing where they come from several. */
  regency: regencyCode,
  paper,
  deleted,
};

/** What is known of a training. Every field may be missing: it may not have arrived yet. */
export interface Training {
  name?: string;
  batch?: string;
  place?: string;
  regency?: string;
  startsOn?: Day;
  endsOn?: Day;
  /** Share of the sessions, in percent, that a certificate asks for. A setting; no default is official. */
  minimumAttendance?: number;
  paper?: v.InferOutput<typeof paper>;
  deleted?: boolean;
}

/** A training event (Bimtek). Its id is that of its stream. */
export const training: RecordKind = {
  name: 'training',
  version: 2,
  streams: ['training'],
  hasId: (id, stream) => isIdPart(id) && id === stream.id,
  parentOf: () => '',
  villageOf: () => undefined,
};

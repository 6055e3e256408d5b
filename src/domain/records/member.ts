import * as v from 'valibot';
import { isIdPart } from '../ids.ts';
import { day, text, villageCode, type RecordKind } from './kind.ts';

/** Coordinator, trainer, village librarian: the words of the programme. */
export const roles = ['koordinator', 'fasilitator', 'pengelola'] as const;

export type Role = (typeof roles)[number];

/** What its fields may hold. */
export const memberFields = {
  name: text(200),
  role: v.picklist(roles),
  /** Narrows a village librarian to her village. */
  village: villageCode,
  /** The last day on which the right holds. */
  until: day,
};

/** What is known of a person's place in a stream. */
export type Member = {
  -readonly [K in keyof typeof memberFields]?: v.InferOutput<(typeof memberFields)[K]>;
};

/** A person's name and right in one stream; the id is the person's. Taking the role back ends the right. */
export const member: RecordKind = {
  name: 'member',
  version: 1,
  streams: ['training', 'region', 'programme'],
  hasId: isIdPart,
  parentOf: () => '',
  villageOf: () => undefined,
};

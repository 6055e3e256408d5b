import type { Day, TimeOfDay } from '../day.ts';
import { isIdPart } from '../ids.ts';
import type { RecordKind } from './kind.ts';

/** What is known of a session; what each field may hold stands in `sessionForm`. */
export interface Session {
  title?: string;
  day?: Day;
  startsAt?: TimeOfDay;
  endsAt?: TimeOfDay;
  /** Training hours (jam pelajaran). No source gives them for this course, so they may stay unknown. */
  jp?: number;
  /** What is taught (materi). */
  material?: string;
  /** Names of who teaches, as they are to be printed. */
  trainers?: string[];
  room?: string;
  /** Why the session did not take place. */
  notHeld?: string;
  deleted?: boolean;
}

/** A session (sesi) of a training: one line of its timetable. */
export const session: RecordKind = {
  name: 'session',
  version: 2,
  streams: ['training'],
  hasId: isIdPart,
  parentOf: () => '',
  villageOf: () => undefined,
};

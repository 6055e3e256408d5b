import * as v from 'valibot';
import { readAttendanceId, isRecordId } from '../ids.ts';
import { longText, type RecordKind } from './kind.ts';

/**
 * The words of the Indonesian attendance sheet: present, late, excused, sick, absent without notice.
 * *Not yet recorded* is none of them: it is a mark that is missing or `null`, and never counts as absent.
 */
export const attendanceStatuses = ['hadir', 'terlambat', 'izin', 'sakit', 'alpa'] as const;

export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** Status and minutes are only true together, so they are one field. Minutes go with `terlambat` alone. */
const mark = v.variant('status', [
  v.strictObject({ status: v.picklist(['hadir', 'izin', 'sakit', 'alpa']) }),
  v.strictObject({
    status: v.literal('terlambat'),
    minutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600))),
  }),
]);

export type AttendanceMark = v.InferOutput<typeof mark>;

/** What its fields may hold. */
export const attendanceFields = { mark, note: longText(500) };

/** How one participant attended one session, as far as it was recorded. */
export type Attendance = {
  -readonly [K in keyof typeof attendanceFields]?: v.InferOutput<(typeof attendanceFields)[K]>;
};

/** One participant at one session; the id is `<session>:<participant>`. */
export const attendance: RecordKind = {
  name: 'attendance',
  version: 1,
  streams: ['training'],
  hasId: id => isRecordId(id) && readAttendanceId(id) !== undefined,
  parentOf: id => id.slice(0, id.indexOf(':')),
  villageOf: () => undefined,
};

import { attendanceId } from '../../../domain/ids.ts';
import type { Attendance, AttendanceMark } from '../../../domain/records/attendance.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { valuesOf, type Change, type RecordView } from '../../data/record-view.ts';
import type { RosterEntry } from '../roster.ts';

/** Fields of an attendance record as they are written; `null` takes a value back. */
interface MarkEdit {
  mark?: AttendanceMark | null;
  note?: string | null;
}

/**
 * The edits that change how one person attended one session: on the record that stands for the person, and
 * where a double of theirs says something of the same kind, there too. What was settled once must not show
 * as a difference again. `marks` are the session's records by participant.
 */
export function markChanges(
  stream: string,
  session: string,
  entry: Pick<RosterEntry, 'id' | 'ids'>,
  edit: MarkEdit,
  marks: ReadonlyMap<string, RecordView>,
): Change[] {
  const change = (participant: string, fields: Record<string, JsonValue>): Change => ({
    stream,
    t: 'attendance',
    r: attendanceId(session, participant),
    fields,
    seen: marks.get(participant),
  });
  const doubles = entry.ids.slice(1).flatMap(id => {
    const { mark, note } = valuesOf<Attendance>(marks.get(id));
    const fields: Record<string, JsonValue> = {};
    if (mark && edit.mark !== undefined) fields['mark'] = edit.mark;
    // A note is read from all of them as one; changed, it is the first's alone.
    if (note !== undefined && edit.note !== undefined) fields['note'] = null;
    return Object.keys(fields).length === 0 ? [] : [change(id, fields)];
  });
  return [change(entry.id, { ...edit }), ...doubles];
}

import type { AttendanceMark } from '../../domain/records/attendance.ts';
import type { CastMember } from './cast.ts';
import type { ProgrammeSession } from './programme.ts';

/** How one of the cast attended one session. */
export interface RecordedMark {
  session: string;
  participant: string;
  mark: AttendanceMark;
}

const present: AttendanceMark = { status: 'hadir' };
const excused: AttendanceMark = { status: 'izin' };
const sick: AttendanceMark = { status: 'sakit' };
const absent: AttendanceMark = { status: 'alpa' };
const late = (minutes: number): AttendanceMark => ({ status: 'terlambat', minutes });

/** Who was not simply there, session by session; whoever has no further mark was. */
const exceptions: Readonly<Record<string, readonly AttendanceMark[]>> = {
  // The boats from upriver came after the test had begun.
  'Silpanus Atingan': [late(45)],
  'Katarina Bulauwati': [late(45)],
  'Yuliana Siangwati': [late(20)],
  'Herto Mangkuan': [late(20)],
  Baderun: [late(10)],
  'Muhammad Syahdanur': [present, late(15)],
  'Ruth Meilania, S.I.Kom.': [present, present, late(5)],
  'Tri Wahyuningtyas': [sick, sick, sick],
  'Lisae Tundanan': [present, present, sick],
  'Drs. H. Abdul Gafarudin': [present, present, excused],
  'Dr. Hj. Noorlaila Sambayan, M.Si.': [excused, present, excused],
  Lampangan: [present, present, absent],
};

/** A finished day: a mark for everybody of the cast in each of the day's sessions. */
export function attendanceOfFirstDay(
  sessions: readonly ProgrammeSession[],
  cast: readonly CastMember[],
): RecordedMark[] {
  const firstDay = sessions.filter(({ fields }) => fields.day === sessions[0]?.fields.day);
  return firstDay.flatMap((session, index) =>
    cast.map(participant => ({
      session: session.id,
      participant: participant.id,
      mark: exceptions[participant.fields.name]?.[index] ?? present,
    })),
  );
}

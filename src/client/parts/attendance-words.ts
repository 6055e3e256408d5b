import type { AttendanceMark, AttendanceStatus } from '../../domain/records/attendance.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Tone } from '../ui/tone.ts';

/** A status, or that nothing is recorded yet. */
export type ShownStatus = AttendanceStatus | 'none';

/** Each status has a colour of its own, beside its letter and its word. */
export const toneOfStatus: Readonly<Record<ShownStatus, Tone>> = {
  hadir: 'good',
  terlambat: 'caution',
  izin: 'notice',
  sakit: 'care',
  alpa: 'problem',
  none: 'neutral',
};

/** "Hadir", "Terlambat 15 menit", "Belum dicatat". */
export function markWords(t: Translate, mark: AttendanceMark | null): string {
  if (mark?.status === 'terlambat' && mark.minutes !== undefined) {
    return t('all.attendance.lateBy', { n: mark.minutes });
  }
  return t(`all.attendance.${mark?.status ?? 'none'}`);
}

import type { AttendanceStatus } from '../../../domain/records/attendance.ts';

/** What a key does on a row of the sheet. */
export type SheetKey =
  { does: 'mark'; status: AttendanceStatus } | { does: 'clear' } | { does: 'move'; by: 1 | -1 };

/** The initials of the Indonesian words, in whatever language the screen is. */
const statusOfLetter: Readonly<Record<string, AttendanceStatus>> = {
  h: 'hadir',
  t: 'terlambat',
  i: 'izin',
  s: 'sakit',
  a: 'alpa',
};

/** Reads a key pressed on a row; undefined for one that means nothing here, or that belongs to the browser. */
export function readSheetKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): SheetKey | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  switch (event.key) {
    case 'ArrowDown':
      return { does: 'move', by: 1 };
    case 'ArrowUp':
      return { does: 'move', by: -1 };
    case 'Delete':
    case 'Backspace':
      return { does: 'clear' };
    default: {
      const status = statusOfLetter[event.key.toLowerCase()];
      return status && { does: 'mark', status };
    }
  }
}

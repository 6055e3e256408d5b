import { dayAt } from '../../../domain/day.ts';
import type { Format } from '../../i18n/format.ts';

/** When something was stored: the time alone if it was on the same day as `nowMs`. */
export function storedWords(format: Format, atMs: number, nowMs: number): string {
  return dayAt(atMs) === dayAt(nowMs) ? format.time(atMs) : format.dateTime(atMs);
}

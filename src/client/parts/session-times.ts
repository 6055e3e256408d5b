import type { Session } from '../../domain/records/session.ts';
import type { Format } from '../i18n/format.ts';

/** "08.00–09.30", as much of it as is known. */
export function sessionTimes(format: Format, { startsAt, endsAt }: Session): string {
  return [startsAt, endsAt]
    .filter(time => time !== undefined)
    .map(time => format.timeOfDay(time))
    .join('–');
}

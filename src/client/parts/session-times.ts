import type { Session } from '../../domain/records/session.ts';
import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';

/** "08.00–09.30", as much of it as is known. */
export function sessionTimes(format: Format, { startsAt, endsAt }: Session): string {
  return [startsAt, endsAt]
    .filter(time => time !== undefined)
    .map(time => format.timeOfDay(time))
    .join('–');
}

/** When, how many training hours, where and by whom: one line, as much of it as is known. */
export function sessionFacts(
  { t, format }: { t: Translate; format: Format },
  session: Session,
): string {
  const { jp, room, trainers } = session;
  return [
    sessionTimes(format, session),
    jp !== undefined && t('all.session.jp', { n: format.number(jp) }),
    room,
    trainers?.join(', '),
  ]
    .filter(Boolean)
    .join(' · ');
}

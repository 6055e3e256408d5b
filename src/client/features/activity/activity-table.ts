import { dayAt, timeOfDayAt } from '../../../domain/day.ts';
import { kindWords } from '../../parts/work/describe-work.ts';
import { fieldsWords, type Speech } from '../../parts/work/value-words.ts';
import { verdictWords } from '../../parts/work/verdict-words.ts';
import type { ToldEntry } from './told-entry.ts';

/** What stands above the columns of `tableRow`. */
export function tableHead({ t }: Speech): string[] {
  return [
    t('koordinator.table.written'),
    t('koordinator.table.arrived'),
    t('koordinator.table.person'),
    t('koordinator.table.device'),
    t('koordinator.table.kind'),
    t('koordinator.table.about'),
    t('koordinator.table.place'),
    t('koordinator.table.said'),
    t('koordinator.table.state'),
    t('koordinator.table.record'),
    t('koordinator.table.number'),
  ];
}

/** An entry as a line of the table. `nameOf` says what a device is called. */
export function tableRow(
  speech: Speech,
  { entry, title, place, author }: ToldEntry,
  nameOf: (device: string) => string,
): string[] {
  const { t } = speech;
  const { kind, record, fields, stamp, receivedAt } = entry;
  const state = [
    verdictWords(t, entry) ?? t('koordinator.activity.admitted'),
    entry.isClockUncertain && t('all.history.clockUncertain'),
  ];
  return [
    moment(stamp),
    moment(receivedAt),
    author ?? t('all.person.unknown'),
    nameOf(entry.device),
    kindWords(t, kind),
    title,
    place,
    fieldsWords(speech, kind, fields).join(' · '),
    state.filter(Boolean).join(' · '),
    `${kind}/${record}`,
    entry.id,
  ];
}

/** `2021-06-30 08:30`: spreadsheets sort it, and in most languages read it as a date. */
const moment = (atMs: number) => `${dayAt(atMs)} ${timeOfDayAt(atMs)}`;

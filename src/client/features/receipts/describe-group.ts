import { isDay } from '../../../domain/day.ts';
import type { Session } from '../../../domain/records/session.ts';
import type { Training } from '../../../domain/records/training.ts';
import { readStream } from '../../../domain/stream.ts';
import type { Receipt } from '../../../protocol/messages.ts';
import { valuesOf } from '../../data/record-view.ts';
import { kindWords, type WordsForWork } from '../../parts/work/describe-work.ts';
import { describeChecklist } from '../../parts/work/describe-checklist.ts';
import { textOr } from '../../parts/work/read-work.ts';

/** A group of records in words. */
export interface DescribedGroup {
  title: string;
  /** Which kind, which training, which day. */
  detail: string;
  /** True if each of its records is about a participant. */
  isOfPeople: boolean;
}

/** Records of these kinds are about one participant each. */
const kindsOfPeople = new Set(['attendance', 'signature', 'participant']);

/** What a group is called, as far as it can be told on this device. */
export async function describeGroup(
  { records, t, format }: WordsForWork,
  { stream, kind, group }: Pick<Receipt, 'stream' | 'kind' | 'group'>,
): Promise<DescribedGroup> {
  const isOfPeople = kindsOfPeople.has(kind);
  const read = readStream(stream);
  const training =
    read?.kind === 'training'
      ? textOr(
          valuesOf<Training>(await records.readRecord(stream, 'training', read.id)).name,
          undefined,
        )
      : undefined;
  const word = kindWords(t, kind);
  if (kind === 'attendance') {
    const session = valuesOf<Session>(await records.readRecord(stream, 'session', group));
    const day = session.day === undefined ? undefined : format.day(session.day, 'short');
    return {
      title: textOr(session.title, t('all.session.untitled')),
      detail: [word, day, training].filter(Boolean).join(' · '),
      isOfPeople,
    };
  }
  if (kind === 'checklistItem') {
    const { title, place } = await describeChecklist({ records, t }, stream, 'checklist', group);
    return { title, detail: [place, training].filter(Boolean).join(' · '), isOfPeople };
  }
  const part = isDay(group) ? format.day(group, 'long') : group;
  return { title: word, detail: [part, training].filter(Boolean).join(' · '), isOfPeople };
}

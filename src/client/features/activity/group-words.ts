import { kindWords } from '../../parts/work/describe-work.ts';
import { fieldWords, type Speech } from '../../parts/work/value-words.ts';
import type { ActivityGroup } from './group-activity.ts';

/** More different marks than this are not told of one by one. */
const mostMarks = 6;

/** What a group of several did, in a line: "49 orang: Hadir", "12 catatan: Isi daftar periksa". */
export function groupWords(speech: Speech, group: ActivityGroup): string {
  const { t } = speech;
  const [{ entry }] = group;
  const marks = new Map<string, Set<string>>();
  for (const { entry: one } of group) {
    if (one.kind !== 'attendance' || !('mark' in one.fields)) continue;
    const words = fieldWords(speech, one.kind, 'mark', one.fields['mark']);
    marks.set(words, (marks.get(words) ?? new Set()).add(one.record));
  }
  if (marks.size === 0)
    return t('all.changes.several', { n: group.length, what: kindWords(t, entry.kind) });
  const told = [...marks]
    .sort(([, one], [, other]) => other.size - one.size)
    .map(([words, people]) => t('koordinator.activity.marked', { n: people.size, words }));
  return told.length > mostMarks
    ? [...told.slice(0, mostMarks), '…'].join(' · ')
    : told.join(' · ');
}

import { daysOverdue } from '../../../domain/checklists/due.ts';
import type { Words } from '../../../domain/checklists/template.ts';
import { daysBetween, type Day } from '../../../domain/day.ts';
import type { Format } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { ChecklistView } from './checklist-view.ts';

/** A template's words in the language of the app; a coordinator's own are in one language alone. */
export function templateWords(words: Words, language: Language): string {
  return (language === 'en' ? words.en : undefined) ?? words.id;
}

/** What a list is called; its key where its template has not arrived. */
export function titleOfChecklist(
  { version, template }: Pick<ChecklistView, 'version' | 'template'>,
  language: Language,
): string {
  return version ? templateWords(version.content.title, language) : template;
}

/** By when it is to be done, calmly, also when that is past; empty where no day is known. */
export function dueWords(t: Translate, format: Format, due: Day | undefined, today: Day): string {
  if (due === undefined) return '';
  const late = daysOverdue(due, today);
  if (late > 0) return t('checklist.due.past', { n: late });
  if (due === today) return t('checklist.due.today');
  if (daysBetween(today, due) === 1) return t('checklist.due.tomorrow');
  return t('checklist.due.on', { day: format.day(due, 'short') });
}

/** "3 hal lagi sebelum berangkat", or that nothing is waited for any more; empty for a list on which nothing waits. */
export function waitingWords(t: Translate, { items, progress }: ChecklistView): string {
  const { leaving, closing } = progress;
  if (leaving > 0) return t('checklist.wait.leaving', { n: leaving });
  if (closing > 0) return t('checklist.wait.closing', { n: closing });
  if (items.some(({ item }) => item.blocks === 'leaving')) return t('checklist.wait.leave');
  return items.some(({ item }) => item.blocks === 'closing') ? t('checklist.wait.close') : '';
}

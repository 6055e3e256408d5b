import { daysOverdue } from '../../../domain/checklists/due.ts';
import type { Day } from '../../../domain/day.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronIcon } from '../../ui/icons.ts';
import { ListRow } from '../../ui/ListRow.tsx';
import type { ChecklistView } from './checklist-view.ts';
import { dueWords, titleOfChecklist } from './checklist-words.ts';
import styles from './ChecklistRow.module.css';
import { ChecklistRing } from './ChecklistRing.tsx';

interface ChecklistRowProps {
  list: ChecklistView;
  /** Instead of the list's own title. */
  title?: string | undefined;
  /** When what it is about takes place, instead of when it is due. */
  when?: string | undefined;
  today: Day;
  href: string;
}

/** A checklist among others: how far it is, when it is due, what waits for it. */
export function ChecklistRow({ list, title, when, today, href }: ChecklistRowProps) {
  const { t, format, language } = useI18n();
  const { progress, due } = list;
  const { settled, total, leaving, closing, isComplete } = progress;
  const isLate = !isComplete && daysOverdue(due, today) > 0;
  const waiting = leaving + closing;
  return (
    <ListRow
      href={href}
      title={title ?? titleOfChecklist(list, language)}
      detail={
        <>
          {[
            when,
            t('checklist.list.progress', { done: settled, total }),
            isComplete || isLate || when !== undefined ? '' : dueWords(t, format, due, today),
          ]
            .filter(Boolean)
            .join(' · ')}
          {(isLate || waiting > 0) && (
            <span class={styles.badges}>
              {isLate && <Badge tone="caution">{dueWords(t, format, due, today)}</Badge>}
              {waiting > 0 && <Badge>{t('checklist.list.important', { n: waiting })}</Badge>}
            </span>
          )}
        </>
      }
      leading={<ChecklistRing progress={progress} />}
      trailing={
        <>
          {isComplete && <Badge tone="good">{t('checklist.list.complete')}</Badge>}
          <Icon shape={chevronIcon} />
        </>
      }
    />
  );
}

import { useState } from 'preact/hooks';
import { daysOverdue } from '../../../domain/checklists/due.ts';
import { isDay } from '../../../domain/day.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { calendarIcon, clockIcon } from '../../ui/icons.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ChecklistHead.module.css';
import { dueWords } from './checklist-words.ts';
import { ChecklistRing } from './ChecklistRing.tsx';
import type { ChecklistBook } from './use-checklist.ts';

/** How far a checklist is, and by when it is to be done. */
export function ChecklistHead({ book }: { book: ChecklistBook }) {
  const { t, format } = useI18n();
  const [isChanging, setIsChanging] = useState(false);
  const { progress, due, today, version } = book;
  const isLate = !progress.isComplete && daysOverdue(due, today) > 0;
  return (
    <Card>
      <div class={styles.head}>
        <ChecklistRing progress={progress} />
        <div class={styles.words}>
          <p class={styles.strong}>
            {t('checklist.list.progress', { done: progress.settled, total: progress.total })}
          </p>
          {due !== undefined && !progress.isComplete && (
            <Badge tone={isLate ? 'caution' : 'neutral'} icon={clockIcon}>
              {dueWords(t, format, due, today)}
            </Badge>
          )}
        </div>
      </div>
      {isLate && due !== undefined && (
        <p class={styles.soft}>{t('checklist.due.calm', { day: format.day(due, 'short') })}</p>
      )}
      <div class={styles.foot}>
        {version && (
          <span class={styles.soft}>
            {t('checklist.list.version', { n: version.content.number })}
          </span>
        )}
        {book.canTick && (
          <Button kind="quiet" icon={calendarIcon} onPress={() => setIsChanging(true)}>
            {t('checklist.due.change')}
          </Button>
        )}
      </div>
      {isChanging && <DueSheet book={book} onClose={() => setIsChanging(false)} />}
    </Card>
  );
}

function DueSheet({ book, onClose }: { book: ChecklistBook; onClose: () => void }) {
  const { t } = useI18n();
  const [typed, setTyped] = useState(book.due ?? '');

  async function save(due: string | null): Promise<void> {
    if (await book.setDue(due)) onClose();
  }

  return (
    <Sheet
      title={t('checklist.due.change')}
      closeLabel={t('all.action.close')}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={() => void save(null)}>
            {t('checklist.due.asTemplate')}
          </Button>
          <Button kind="primary" disabled={!isDay(typed)} onPress={() => void save(typed)}>
            {t('all.action.save')}
          </Button>
        </>
      }
    >
      <TextField label={t('checklist.due.day')} type="date" value={typed} onType={setTyped} />
    </Sheet>
  );
}

import { leftOutCodes } from '../../../domain/roster/row-note.ts';
import type { NotesOfKind } from '../../../domain/roster/summarise-plan.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronDownIcon } from '../../ui/icons.ts';
import { Stack } from '../../ui/Stack.tsx';
import styles from './NotesCard.module.css';

/** What of a list does not come in, or otherwise than it is written, row by row. */
export function NotesCard({ notes }: { notes: readonly NotesOfKind[] }) {
  const { t, format } = useI18n();
  if (notes.length === 0) return null;

  return (
    <Card title={t('import.notes.title')}>
      <Stack>
        <p>{t('import.notes.text')}</p>
        {notes.map(({ code, count, first }) => (
          <details key={code} class={styles.notes} open={notes.length <= 3 && count <= 5}>
            <summary class={styles.summary}>
              <Badge tone={leftOutCodes.has(code) ? 'caution' : 'neutral'}>
                {format.number(count)}
              </Badge>
              <span class={styles.what}>{t(`import.note.${code}`)}</span>
              <span class={styles.turn}>
                <Icon shape={chevronDownIcon} size="small" />
              </span>
            </summary>
            <ul class={styles.rows}>
              {first.map(({ row, said, taken }, at) => (
                <li key={at}>
                  {taken === undefined
                    ? t('import.notes.row', { row, said })
                    : t(code === 'repeated' ? 'import.notes.rowAsRow' : 'import.notes.rowTaken', {
                        row,
                        said,
                        taken,
                      })}
                </li>
              ))}
            </ul>
            {count > first.length && <p>{t('import.notes.more', { n: count - first.length })}</p>}
          </details>
        ))}
      </Stack>
    </Card>
  );
}

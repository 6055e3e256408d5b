import { leftOutCodes, type RowNote } from '../../../domain/roster/row-note.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronDownIcon } from '../../ui/icons.ts';
import { Stack } from '../../ui/Stack.tsx';
import styles from './NotesCard.module.css';
import type { MadePlan } from './use-import-plan.ts';

/** So many rows are named of each kind: the rest is seen once these are put right. */
const mostRows = 30;

/** What of a list does not come in, or otherwise than it is written, row by row. */
export function NotesCard({ plan: { rows, repeated, leftOut } }: Pick<MadePlan, 'plan'>) {
  const { t, format } = useI18n();
  const notes = [...leftOut, ...repeated, ...rows.flatMap(({ notes: ofRow }) => ofRow)];
  if (notes.length === 0) return null;
  const byCode = new Map<RowNote['code'], RowNote[]>();
  for (const note of notes) byCode.set(note.code, [...(byCode.get(note.code) ?? []), note]);

  return (
    <Card title={t('import.notes.title')}>
      <Stack>
        <p>{t('import.notes.text')}</p>
        {[...byCode].map(([code, ofCode]) => (
          <details key={code} class={styles.notes} open={byCode.size <= 3 && ofCode.length <= 5}>
            <summary class={styles.summary}>
              <Badge tone={leftOutCodes.has(code) ? 'caution' : 'neutral'}>
                {format.number(ofCode.length)}
              </Badge>
              <span class={styles.what}>{t(`import.note.${code}`)}</span>
              <span class={styles.turn}>
                <Icon shape={chevronDownIcon} size="small" />
              </span>
            </summary>
            <ul class={styles.rows}>
              {ofCode.slice(0, mostRows).map(({ row, said, taken }, at) => (
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
            {ofCode.length > mostRows && (
              <p>{t('import.notes.more', { n: ofCode.length - mostRows })}</p>
            )}
          </details>
        ))}
      </Stack>
    </Card>
  );
}

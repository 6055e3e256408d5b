import type { Territory } from '../../../domain/territory.ts';
import type {
  ImportCounts,
  PlanSummary,
  UpdatedRow,
} from '../../../domain/roster/summarise-plan.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { villageWords } from '../../parts/place.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronDownIcon } from '../../ui/icons.ts';
import { Stack } from '../../ui/Stack.tsx';
import styles from './PlanCard.module.css';

interface PlanCardProps {
  summary: PlanSummary;
  counts: ImportCounts;
  territory: Territory | undefined;
  /** The regency the training is for. */
  regency: string | undefined;
}

/** What is going to happen, before it does. */
export function PlanCard({ summary, counts, territory, regency }: PlanCardProps) {
  const { t, format } = useI18n();
  const { people, updates, leftOut, homes } = summary;
  const elsewhere = homes
    .filter(([code]) => regency !== undefined && code !== regency)
    .map(([code, n]) => `${territory?.regency(code)?.name ?? code} (${format.number(n)})`)
    .join(', ');
  const lines = [
    [counts.added, 'import.plan.added'],
    [counts.updated, 'import.plan.updated'],
    [counts.same, 'import.plan.same'],
    [counts.undecided, 'import.plan.undecided'],
    [leftOut, 'import.plan.leftOut'],
  ] as const;
  return (
    <Card title={t('import.plan.title')}>
      <Stack>
        {elsewhere !== '' && regency !== undefined && (
          <Banner kind="warning" title={t('import.plan.elsewhere')}>
            {t('import.plan.elsewhereText', {
              regency: territory?.regency(regency)?.name ?? regency,
              others: elsewhere,
            })}
          </Banner>
        )}
        <ul class={styles.counts}>
          {lines.map(
            ([n, key]) =>
              n > 0 && (
                <li key={key}>
                  <strong>{format.number(n)}</strong> {t(key)}
                </li>
              ),
          )}
        </ul>
        {people === 0 && <p>{t('import.plan.nobody')}</p>}
        {updates.length > 0 && (
          <details>
            <summary class={styles.summary}>
              {t('import.plan.showUpdates')}
              <Icon shape={chevronDownIcon} size="small" />
            </summary>
            <ul class={styles.updates}>
              {updates.map(row => (
                <li key={row.row}>
                  <strong>{row.person.name}</strong>
                  {changesOf(row).map(([field, was, now]) => (
                    <span key={field} class={styles.change}>
                      {t('import.plan.change', {
                        field: t(`import.column.${field}`),
                        was: words(field, was) || t('import.plan.nothing'),
                        now: words(field, now),
                      })}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
            {summary.updated > updates.length && (
              <p>{t('import.notes.more', { n: summary.updated - updates.length })}</p>
            )}
          </details>
        )}
      </Stack>
    </Card>
  );

  function words(field: string, value: string): string {
    if (field === 'village') {
      const label = territory?.villageLabel(value);
      return label ? villageWords(t, label) : value;
    }
    return field === 'regency' ? (territory?.regency(value)?.name ?? value) : value;
  }
}

type ChangedField = keyof UpdatedRow['changes'];

function changesOf({ changes, was }: UpdatedRow): [ChangedField, string, string][] {
  return (Object.keys(changes) as ChangedField[]).map(field => [
    field,
    was[field] ?? '',
    changes[field] ?? '',
  ]);
}

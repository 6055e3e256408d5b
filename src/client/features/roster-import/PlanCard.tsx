import type { Territory } from '../../../domain/territory.ts';
import type { PlannedRow } from '../../../domain/roster/plan-import.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { villageWords } from '../../parts/place.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronDownIcon } from '../../ui/icons.ts';
import { Stack } from '../../ui/Stack.tsx';
import type { ImportCounts } from './import-changes.ts';
import styles from './PlanCard.module.css';
import type { MadePlan } from './use-import-plan.ts';

interface PlanCardProps {
  made: MadePlan;
  counts: ImportCounts;
  territory: Territory | undefined;
  /** The regency the training is for. */
  regency: string | undefined;
}

/** So many people are named of those who are brought up to date. */
const mostNamed = 50;

/** What is going to happen, before it does. */
export function PlanCard({ made, counts, territory, regency }: PlanCardProps) {
  const { t, format } = useI18n();
  const { rows, repeated, leftOut } = made.plan;
  const updates = rows.filter(row => row.is === 'update');
  const elsewhere = placesElsewhere(rows, regency)
    .map(([code, n]) => `${territory?.regency(code)?.name ?? code} (${format.number(n)})`)
    .join(', ');
  const lines = [
    [counts.added, 'import.plan.added'],
    [counts.updated, 'import.plan.updated'],
    [counts.same, 'import.plan.same'],
    [counts.undecided, 'import.plan.undecided'],
    [repeated.length + leftOut.length, 'import.plan.leftOut'],
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
        {rows.length === 0 && <p>{t('import.plan.nobody')}</p>}
        {updates.length > 0 && (
          <details>
            <summary class={styles.summary}>
              {t('import.plan.showUpdates')}
              <Icon shape={chevronDownIcon} size="small" />
            </summary>
            <ul class={styles.updates}>
              {updates.slice(0, mostNamed).map(row => (
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
            {updates.length > mostNamed && (
              <p>{t('import.notes.more', { n: updates.length - mostNamed })}</p>
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

type UpdateRow = Extract<PlannedRow, { is: 'update' }>;
type ChangedField = keyof UpdateRow['changes'];

function changesOf({ changes, was }: UpdateRow): [ChangedField, string, string][] {
  return (Object.keys(changes) as ChangedField[]).map(field => [
    field,
    was[field] ?? '',
    changes[field] ?? '',
  ]);
}

/** From which other regencies how many come; of a training for one regency only. */
function placesElsewhere(
  rows: readonly PlannedRow[],
  regency: string | undefined,
): [string, number][] {
  const others = new Map<string, number>();
  if (regency === undefined) return [];
  for (const { person } of rows) {
    const home: string | undefined = person.village?.slice(0, regency.length) ?? person.regency;
    if (home !== undefined && home !== regency) others.set(home, (others.get(home) ?? 0) + 1);
  }
  return [...others].sort(([, one], [, other]) => other - one);
}

import type { JsonValue } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';
import { isDeletedView, valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import type { ProfileWords } from '../../i18n/profile/profile-words.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Card } from '../../ui/Card.tsx';
import { comparedFigures } from './compared-figures.ts';
import styles from './LastYearCard.module.css';
import type { LibraryBook } from './use-library.ts';

/** The figures of the year before beside this year's, where there are any. */
export function LastYearCard({ book, words }: { book: LibraryBook; words: ProfileWords }) {
  const { records } = useServices();
  const { t, format } = useI18n();
  const { stream, village, isBegun } = book;
  const years = useLiveQuery(
    () => (isBegun ? Promise.resolve([]) : records.readShelf(stream, 'libraryYear', village)),
    [records, stream, village],
  );
  const present = book.answers['tahun_data'];
  const last = (years ?? [])
    .filter(view => !isDeletedView(view))
    .map(view => ({ year: Number(view.r.slice(village.length + 1)), view }))
    .filter(({ year }) => typeof present !== 'number' || year < present)
    .sort((one, other) => other.year - one.year)[0];
  if (!years) return null;
  if (!last) return <p class={styles.none}>{t('library.standard.lastYearNone')}</p>;
  const before = valuesOf<Record<string, JsonValue>>(last.view);
  return (
    <Card title={t('library.standard.lastYear', { year: String(last.year) })} padding="flush">
      <dl class={styles.years}>
        {comparedFigures(before, book.answers).map(figure => {
          const change = figure.after - figure.before;
          return (
            <div key={figure.key} class={styles.year}>
              <dt>{words.fields[figure.key]?.label ?? figure.key}</dt>
              <dd>
                <span>
                  {t('library.standard.fromTo', {
                    before: format.number(figure.before),
                    after: `${format.number(figure.after)} ${words.units[figure.unit] ?? ''}`,
                  })}
                </span>
                <span class={styles.change} data-grows={change > 0} aria-hidden="true">
                  {change === 0
                    ? t('library.standard.same')
                    : `${change > 0 ? '+' : '−'}${format.number(Math.abs(change))}`}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}

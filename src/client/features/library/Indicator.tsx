import { fieldNamed } from '../../../domain/forms/field-named.ts';
import type { Judgement } from '../../../domain/standard/judge-library.ts';
import type { ProfileWords } from '../../i18n/profile/profile-words.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { paths } from '../../paths.ts';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, minusIcon } from '../../ui/icons.ts';
import styles from './Indicator.module.css';
import { sectionOf } from '../../parts/profile/section-of.ts';
import type { LibraryBook } from './use-library.ts';

interface IndicatorProps {
  judgement: Judgement;
  book: LibraryBook;
  words: ProfileWords;
}

/** One indicator of the standard: what it asks, how far the library is, and where to answer what is not known. */
export function Indicator({ judgement, book, words }: IndicatorProps) {
  const { t, format } = useI18n();
  const { id, state, value, threshold, missing = [], fields } = judgement;
  const { title, asks } = words.standard[id] ?? { title: id, asks: '' };
  const field = fieldNamed(fields[0] ?? '');
  const isShare = id === 'mutakhir_min';
  const unit = field?.type === 'number' && !isShare ? ` ${words.units[field.unit] ?? ''}` : '';
  const figure = (number: number) => (isShare ? format.percent(number) : format.number(number));
  const open = fields.find(key => {
    const answer = book.answers[key];
    return answer === undefined || answer === null;
  });
  return (
    <li class={styles.row}>
      <Sign state={state} />
      <div class={styles.words}>
        <h3 class={styles.title}>{title}</h3>
        <p class={styles.asks}>
          {missing.length > 0
            ? t('library.standard.missing', {
                list: format.list(missing.map(option => optionName(words, fields, option))),
              })
            : asks}
        </p>
        {state === 'short' && value !== undefined && threshold !== undefined && (
          <span class={styles.bar} aria-hidden="true">
            <span style={{ inlineSize: `${Math.min(100, (value / threshold) * 100)}%` }} />
          </span>
        )}
        {state === 'no-data' && open !== undefined && (
          <a
            class={styles.fill}
            href={paths.librarySection(book.village, sectionOf(open) ?? '', open)}
          >
            {t('library.standard.fill', { field: words.fields[open]?.label ?? open })}
          </a>
        )}
      </div>
      {value !== undefined && threshold !== undefined && (
        <p class={styles.figure}>
          {state === 'meets'
            ? figure(value) + unit
            : t('library.standard.figure', {
                value: figure(value),
                threshold: figure(threshold) + unit,
              })}
        </p>
      )}
    </li>
  );
}

/** The mark of a state, as on the boat's loads. */
export function Sign({ state }: { state: Judgement['state'] }) {
  return (
    <span class={styles.sign} data-state={state} aria-hidden="true">
      {state === 'no-data' ? '?' : <Icon shape={state === 'meets' ? checkIcon : minusIcon} />}
    </span>
  );
}

function optionName(words: ProfileWords, fields: readonly string[], option: string): string {
  for (const key of fields) {
    const name = words.fields[key]?.options?.[option];
    if (name !== undefined) return name;
  }
  return option;
}

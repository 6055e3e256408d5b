import type { Field } from '../../../domain/forms/field.ts';
import { fieldNamed } from '../../../domain/forms/field-named.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { judgeLibrary, type Judgement } from '../../../domain/standard/judge-library.ts';
import { nationalStandard } from '../../../domain/standard/perka-6-2017.ts';
import { useServices } from '../../app-services.ts';
import { isDeletedView, valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import type { ProfileWords } from '../../i18n/profile/profile-words.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, minusIcon } from '../../ui/icons.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { answerWords } from '../../parts/profile/answer-words.ts';
import { StandardPicture } from './StandardPicture.tsx';
import styles from './StandardScreen.module.css';
import { sectionOf } from '../../parts/profile/section-of.ts';
import { UnknownProfile } from './UnknownProfile.tsx';
import { useLibrary, type LibraryBook } from './use-library.ts';
import { useProfileWords } from '../../parts/profile/use-profile-words.ts';

/** Where a library stands against the national standard: a picture to show, and what would come next. */
export function StandardScreen({ village }: { village: string }) {
  const { t } = useI18n();
  const book = useLibrary(village);
  const words = useProfileWords();
  const name = book.answers['nama_perpustakaan'];
  if (book.isElsewhere) return <UnknownProfile back={paths.home()} book={book} />;
  return (
    <Screen
      title={t('library.standard.title')}
      detail={typeof name === 'string' ? name : t('library.standard.lead')}
      back={paths.library(village)}
    >
      {book.isRead && words ? (
        <Standing book={book} words={words} />
      ) : (
        <Skeleton label={t('library.profile.loading')} rows={6} />
      )}
    </Screen>
  );
}

function Standing({ book, words }: { book: LibraryBook; words: ProfileWords }) {
  const { t } = useI18n();
  const standing = judgeLibrary(book.answers);
  const meets = standing.filter(({ state }) => state === 'meets').length;
  const regulation = `${nationalStandard.regulation}`;
  return (
    <>
      <Card>
        <div class={styles.hero}>
          <StandardPicture standing={standing} label={t('library.standard.picture', { meets })} />
          <p class={styles.count}>
            {t('library.standard.count', { n: meets, total: standing.length })}
          </p>
          <p class={styles.lead}>{t('library.standard.lead')}</p>
        </div>
      </Card>
      <ul class={styles.tiles}>
        {standing.map(one => (
          <Tile key={one.id} judgement={one} book={book} words={words} />
        ))}
      </ul>
      <LastYear book={book} words={words} />
      <p class={styles.source}>{t('library.standard.source', { regulation })}</p>
    </>
  );
}

interface TileProps {
  judgement: Judgement;
  book: LibraryBook;
  words: ProfileWords;
}

/** One indicator: met, not yet, or not known; and how far. */
function Tile({ judgement, book, words }: TileProps) {
  const { t, format } = useI18n();
  const { id, state, value, threshold, missing, fields } = judgement;
  const { title, asks } = words.standard[id] ?? { title: id, asks: '' };
  const figure = (number: number) =>
    id === 'mutakhir_min' ? format.percent(number) : format.number(number);
  const open = fields.find(key => {
    const answer = book.answers[key];
    return answer === undefined || answer === null;
  });
  return (
    <li class={styles.tile} data-state={state}>
      <span class={styles.sign} aria-hidden="true">
        {state === 'no-data' ? '?' : <Icon shape={state === 'meets' ? checkIcon : minusIcon} />}
      </span>
      <div class={styles.words}>
        <h2 class={styles.title}>{title}</h2>
        <p class={styles.state}>{t(`library.standard.${state}`)}</p>
        {value !== undefined && threshold !== undefined && (
          <>
            <p class={styles.figure}>
              {t('library.standard.figure', {
                value: figure(value),
                threshold: figure(threshold),
              })}
            </p>
            <span class={styles.bar} aria-hidden="true">
              <span style={{ inlineSize: `${Math.min(100, (value / threshold) * 100)}%` }} />
            </span>
          </>
        )}
        {missing !== undefined && missing.length > 0 && (
          <p class={styles.asks}>
            {t('library.standard.missing', {
              list: format.list(missing.map(option => optionName(words, fields, option))),
            })}
          </p>
        )}
        {state !== 'meets' && !(missing && missing.length > 0) && <p class={styles.asks}>{asks}</p>}
        {state === 'no-data' && open !== undefined && (
          <a
            class={styles.fill}
            href={paths.librarySection(book.village, sectionOf(open) ?? '', open)}
          >
            {t('library.standard.fill', { field: words.fields[open]?.label ?? open })}
          </a>
        )}
      </div>
    </li>
  );
}

function optionName(words: ProfileWords, fields: readonly string[], option: string): string {
  for (const key of fields) {
    const name = words.fields[key]?.options?.[option];
    if (name !== undefined) return name;
  }
  return option;
}

/** The figures of the year before beside this year's, where there are any. */
function LastYear({ book, words }: { book: LibraryBook; words: ProfileWords }) {
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
  if (!last) return <p class={styles.source}>{t('library.standard.lastYearNone')}</p>;
  const before = valuesOf<Record<string, JsonValue>>(last.view);
  const pairs = Object.keys(before)
    .map(key => ({ field: fieldNamed(key), key }))
    .filter((pair): pair is { field: Field; key: string } => pair.field !== undefined)
    .filter(({ key }) => {
      const now = book.answers[key];
      return now !== undefined && now !== null;
    });
  return (
    <Card title={t('library.standard.lastYear', { year: String(last.year) })}>
      <dl class={styles.years}>
        {pairs.map(({ field, key }) => (
          <div key={key}>
            <dt>{words.fields[key]?.label ?? key}</dt>
            <dd>
              {t('library.standard.fromTo', {
                before: answerWords({ t, format }, words, field, before[key]),
                after: answerWords({ t, format }, words, field, book.answers[key]),
              })}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

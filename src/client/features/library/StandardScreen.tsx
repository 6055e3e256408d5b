import { judgeLibrary, type Judgement } from '../../../domain/standard/judge-library.ts';
import { nationalStandard } from '../../../domain/standard/perka-6-2017.ts';
import type { ProfileWords } from '../../i18n/profile/profile-words.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Indicator, Sign } from './Indicator.tsx';
import { LastYearCard } from './LastYearCard.tsx';
import { StandardPicture } from './StandardPicture.tsx';
import styles from './StandardScreen.module.css';
import { UnknownProfile } from './UnknownProfile.tsx';
import { useLibrary, type LibraryBook } from './use-library.ts';
import { usePlaceOf } from './use-place-of.ts';
import { useProfileWords } from '../../parts/profile/use-profile-words.ts';

/** Where a library stands against the national standard: a picture to show, and what would come next. */
export function StandardScreen({ village }: { village: string }) {
  const { t } = useI18n();
  const book = useLibrary(village);
  const words = useProfileWords();
  if (book.isElsewhere) return <UnknownProfile back={paths.home()} book={book} />;
  return (
    <Screen title={t('library.standard.title')} back={paths.library(village)} width="wide">
      {book.isRead && words ? (
        <Standing book={book} words={words} />
      ) : (
        <Skeleton label={t('library.profile.loading')} rows={6} />
      )}
    </Screen>
  );
}

/** What is asked for next stands before what is there already. */
const groups: readonly Judgement['state'][] = ['short', 'no-data', 'meets'];

function Standing({ book, words }: { book: LibraryBook; words: ProfileWords }) {
  const { t, format } = useI18n();
  const standing = judgeLibrary(book.answers);
  const inState = (state: Judgement['state']) => standing.filter(one => one.state === state);
  return (
    <div class={styles.standing}>
      <div class={styles.aside}>
        <Hero book={book} standing={standing} />
      </div>
      <div class={styles.groups}>
        {groups
          .map(state => ({ state, members: inState(state) }))
          .filter(({ members }) => members.length > 0)
          .map(({ state, members }) => (
            <Card
              key={state}
              title={t(`library.standard.${state}`)}
              trailing={<Badge>{format.number(members.length)}</Badge>}
              padding="flush"
            >
              <ul class={styles.list}>
                {members.map(one => (
                  <Indicator key={one.id} judgement={one} book={book} words={words} />
                ))}
              </ul>
            </Card>
          ))}
        <LastYearCard book={book} words={words} />
        <p class={styles.source}>
          {t('library.standard.source', { regulation: nationalStandard.regulation })}
        </p>
      </div>
    </div>
  );
}

/** Whose picture it is, the picture, and what it says in one line: enough to hold it up to somebody. */
function Hero({ book, standing }: { book: LibraryBook; standing: readonly Judgement[] }) {
  const { t, format } = useI18n();
  const place = usePlaceOf(book);
  const name = book.answers['nama_perpustakaan'];
  const year = book.answers['tahun_data'];
  const states: readonly Judgement['state'][] = ['meets', 'short', 'no-data'];
  const count = (state: Judgement['state']) => standing.filter(one => one.state === state).length;
  return (
    <Card padding="flush">
      <div class={styles.whose}>
        <h2 class={styles.name}>{typeof name === 'string' ? name : t('library.begun.title')}</h2>
        {place !== undefined && <p class={styles.soft}>{place}</p>}
      </div>
      <StandardPicture
        standing={standing}
        label={t('library.standard.picture', { meets: count('meets') })}
      />
      <div class={styles.says}>
        <p class={styles.count}>
          {t('library.standard.count', { n: count('meets'), total: standing.length })}
        </p>
        <p class={styles.soft}>{t('library.standard.lead')}</p>
        {typeof year === 'number' && (
          <p class={styles.soft}>{t('library.standard.ofYear', { year: String(year) })}</p>
        )}
        <ul class={styles.key}>
          {states
            .filter(state => count(state) > 0)
            .map(state => (
              <li key={state}>
                <Sign state={state} />
                <span>
                  <strong>{format.number(count(state))}</strong> {t(`library.standard.${state}`)}
                </span>
              </li>
            ))}
        </ul>
      </div>
    </Card>
  );
}

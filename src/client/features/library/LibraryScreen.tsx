import { nextUnanswered } from '../../../domain/forms/progress.ts';
import { libraryProfile } from '../../../domain/forms/library-profile.ts';
import { judgeLibrary } from '../../../domain/standard/judge-library.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, chevronIcon, historyIcon, warningIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { ProgressRing } from '../../ui/ProgressRing.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './LibraryScreen.module.css';
import { useBegunMove } from './use-begun-move.ts';
import { UnknownProfile } from './UnknownProfile.tsx';
import { useLibrary, type LibraryBook } from './use-library.ts';
import { usePlaceOf } from './use-place-of.ts';
import { useProfileWords } from '../../parts/profile/use-profile-words.ts';
import type { ProfileWords } from '../../i18n/profile/profile-words.ts';

/** A library's profile as a whole: how far it is, what comes next, its nine sections, where it stands. */
export function LibraryScreen({ village }: { village: string }) {
  const { account } = useServices();
  const { t } = useI18n();
  const book = useLibrary(village);
  const words = useProfileWords();
  const hasMoved = useBegunMove(book);
  const name = book.answers['nama_perpustakaan'];
  const back = account.active.value?.role === 'pengelola' ? paths.home() : paths.libraries();
  const isReady = book.isRead && words !== undefined;
  if (book.isElsewhere) return <UnknownProfile back={paths.home()} book={book} />;
  return (
    <Screen
      title={typeof name === 'string' ? name : t('library.begun.title')}
      back={book.isBegun ? paths.enrol() : back}
      width="wide"
    >
      {book.isBegun && (
        <Banner
          kind="info"
          actions={<ButtonLink href={paths.enrol()}>{t('library.begun.join')}</ButtonLink>}
        >
          <p>{t('library.begun.text')}</p>
        </Banner>
      )}
      {hasMoved && <Banner kind="info">{t('library.begun.moved')}</Banner>}
      {!isReady ? (
        <Skeleton label={t('library.profile.loading')} rows={6} />
      ) : (
        <Overview book={book} words={words} />
      )}
    </Screen>
  );
}

function Overview({ book, words }: { book: LibraryBook; words: ProfileWords }) {
  const { t, format } = useI18n();
  const { village, progress, answers } = book;
  const place = usePlaceOf(book);
  const next = nextUnanswered(libraryProfile, answers);
  const { requiredAnswered, requiredTotal } = progress;
  const answered = progress.sections.reduce((sum, section) => sum + section.answered, 0);
  const total = progress.sections.reduce((sum, section) => sum + section.total, 0);
  const standing = judgeLibrary(answers);
  const count = (state: string) => standing.filter(one => one.state === state).length;
  return (
    <div class={styles.overview}>
      <div class={styles.standing}>
        <Card>
          {place !== undefined && <p class={styles.place}>{place}</p>}
          <div class={styles.head}>
            <ProgressRing
              label={t('library.profile.progress', {
                answered: requiredAnswered,
                total: requiredTotal,
              })}
              value={requiredTotal === 0 ? 0 : requiredAnswered / requiredTotal}
            >
              {requiredAnswered === requiredTotal ? (
                <Icon shape={checkIcon} />
              ) : (
                format.percent(Math.floor((requiredAnswered / requiredTotal) * 100) / 100)
              )}
            </ProgressRing>
            <div class={styles.headWords}>
              <Badge tone={progress.isComplete ? 'good' : 'neutral'}>
                {t(progress.isComplete ? 'library.state.complete' : 'library.state.draft')}
              </Badge>
              <p class={styles.strong}>
                {t('library.profile.progress', {
                  answered: requiredAnswered,
                  total: requiredTotal,
                })}
              </p>
              <p class={styles.soft}>{t('library.profile.progressAll', { answered, total })}</p>
            </div>
          </div>
          {next ? (
            <ButtonLink
              kind="primary"
              block
              href={paths.librarySection(village, next.section.id, next.field.key)}
            >
              {t('library.profile.next', {
                field: words.fields[next.field.key]?.label ?? next.field.key,
              })}
            </ButtonLink>
          ) : (
            <p class={styles.done}>
              <Icon shape={checkIcon} /> {t('library.profile.allDone')}.{' '}
              {t('library.profile.allDoneText')}
            </p>
          )}
        </Card>
        <Card padding="flush">
          <List>
            <ListRow
              href={paths.libraryStandard(village)}
              title={t('library.standard.title')}
              detail={t('library.standard.card', {
                meets: count('meets'),
                short: count('short'),
                none: count('no-data'),
              })}
              leading={<Load meets={count('meets')} total={standing.length} />}
              trailing={<Icon shape={chevronIcon} />}
            />
          </List>
        </Card>
        {book.view && (
          <ButtonLink
            kind="quiet"
            icon={historyIcon}
            href={paths.history(book.stream, 'library', village)}
          >
            {t('all.word.history')}
          </ButtonLink>
        )}
      </div>
      <Card padding="flush" title={t('library.profile.sections')}>
        <List label={t('library.profile.sections')}>
          {progress.sections.map(section => {
            const missing = section.requiredTotal - section.requiredAnswered;
            const refused = section.issues.filter(({ level }) => level === 'refused').length;
            return (
              <ListRow
                key={section.id}
                href={paths.librarySection(village, section.id)}
                title={words.sections[section.id]?.title}
                detail={
                  refused > 0
                    ? t('library.profile.sectionIssues', { n: refused })
                    : missing > 0
                      ? t('library.profile.sectionMissing', { n: missing })
                      : section.requiredTotal > 0
                        ? t('library.profile.sectionDone')
                        : t('library.profile.sectionOptional')
                }
                leading={
                  <ProgressRing
                    label={t('library.profile.progressAll', {
                      answered: section.answered,
                      total: section.total,
                    })}
                    value={section.total === 0 ? 0 : section.answered / section.total}
                  >
                    {refused > 0 ? (
                      <Icon shape={warningIcon} size="small" />
                    ) : missing === 0 && section.requiredTotal > 0 ? (
                      <Icon shape={checkIcon} size="small" />
                    ) : (
                      section.answered
                    )}
                  </ProgressRing>
                }
                trailing={<Icon shape={chevronIcon} />}
              />
            );
          })}
        </List>
      </Card>
    </div>
  );
}

/** How many of the standard's indicators are met, at a glance. */
function Load({ meets, total }: { meets: number; total: number }) {
  return (
    <span class={styles.load} aria-hidden="true">
      {meets}/{total}
    </span>
  );
}

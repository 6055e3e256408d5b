import { nextUnanswered, type SectionProgress } from '../../../domain/forms/progress.ts';
import { libraryProfile } from '../../../domain/forms/library-profile.ts';
import { judgeLibrary } from '../../../domain/standard/judge-library.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { villageWords } from '../../parts/place.ts';
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
import { useSectionMarks, type SectionMarks } from './use-section-marks.ts';
import { useProfileWords } from '../../parts/profile/use-profile-words.ts';
import type { ProfileWords } from '../../i18n/profile/profile-words.ts';

/** A library's profile as a whole: how far it is, what comes next, its nine sections, where it stands. */
export function LibraryScreen({ village }: { village: string }) {
  const { account, loadTerritory } = useServices();
  const { t } = useI18n();
  const territory = useLoaded(loadTerritory);
  const placeOf = (code: string) => {
    const label = territory?.villageLabel(code);
    return label ? villageWords(t, label) : code;
  };
  const book = useLibrary(village);
  const words = useProfileWords();
  const moved = useBegunMove(book);
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
      {moved && (
        <Banner kind="info">
          {moved.chosen === undefined || moved.chosen === village
            ? t('library.begun.moved')
            : t('library.begun.otherVillage', {
                chosen: placeOf(moved.chosen),
                given: placeOf(village),
              })}
        </Banner>
      )}
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
  const marks = useSectionMarks(book);
  const toCheck = marks.flatMap(section => section.toCheck);
  const isComplete = progress.isComplete && toCheck.length === 0;
  const next = nextToDo(book, marks);
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
              <Badge tone={isComplete ? 'good' : 'neutral'}>
                {t(isComplete ? 'library.state.complete' : 'library.state.draft')}
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
              href={paths.librarySection(village, next.section, next.field)}
            >
              {t(next.isEmpty ? 'library.profile.next' : 'library.profile.check', {
                field: words.fields[next.field]?.label ?? next.field,
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
          {progress.sections.map((section, index) => (
            <SectionRow
              key={section.id}
              village={village}
              section={section}
              marks={marks[index]}
              title={words.sections[section.id]?.title}
            />
          ))}
        </List>
      </Card>
    </div>
  );
}

interface Next {
  section: string;
  field: string;
  /** False for one that is answered and wants a look. */
  isEmpty: boolean;
}

/** Where to go on: the next required question without an answer, else the first that wants a look. */
function nextToDo({ answers }: LibraryBook, marks: readonly SectionMarks[]): Next | undefined {
  const empty = nextUnanswered(libraryProfile, answers);
  if (empty) return { section: empty.section.id, field: empty.field.key, isEmpty: true };
  const first = (wanting: (section: SectionMarks) => readonly string[]) =>
    marks.flatMap(marked =>
      wanting(marked).map(field => ({ section: marked.id, field, isEmpty: false })),
    )[0];
  return first(({ toCheck }) => toCheck) ?? first(({ differing }) => differing);
}

interface SectionRowProps {
  village: string;
  section: SectionProgress;
  marks: SectionMarks | undefined;
  title: string | undefined;
}

/** One section: how far it is, and what in it wants a look. */
function SectionRow({ village, section, marks, title }: SectionRowProps) {
  const { t } = useI18n();
  const missing = section.requiredTotal - section.requiredAnswered;
  const toCheck = marks?.toCheck.length ?? 0;
  const differing = marks?.differing.length ?? 0;
  const standing =
    toCheck > 0
      ? t('library.profile.sectionIssues', { n: toCheck })
      : missing > 0
        ? t('library.profile.sectionMissing', { n: missing })
        : section.requiredTotal > 0
          ? t('library.profile.sectionDone')
          : t('library.profile.sectionOptional');
  const detail = [
    standing,
    differing > 0 && t('library.list.differences', { n: differing }),
    marks?.hasNote === true && t('library.profile.sectionNote'),
  ];
  return (
    <ListRow
      href={paths.librarySection(village, section.id)}
      title={title}
      detail={detail.filter(Boolean).join(' · ')}
      leading={
        <ProgressRing
          label={t('library.profile.progressAll', {
            answered: section.answered,
            total: section.total,
          })}
          value={section.total === 0 ? 0 : section.answered / section.total}
        >
          {toCheck + differing > 0 ? (
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
}

/** How many of the standard's indicators are met, at a glance. */
function Load({ meets, total }: { meets: number; total: number }) {
  return (
    <span class={styles.load} aria-hidden="true">
      {meets}/{total}
    </span>
  );
}

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { libraryProfile } from '../../../domain/forms/library-profile.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { FieldRow } from './FieldRow.tsx';
import styles from './SectionScreen.module.css';
import { draftPrefix } from './profile-place.ts';
import { ReviewCard } from './ReviewCard.tsx';
import { UnknownProfile } from './UnknownProfile.tsx';
import { useShownAnswers } from './use-shown-answers.ts';
import { useLibrary, type LibraryBook } from './use-library.ts';
import { useDrafting } from '../../parts/record-form/use-drafting.ts';
import { useStoredDrafts } from '../../parts/record-form/use-stored-drafts.ts';
import { useProfileWords } from '../../parts/profile/use-profile-words.ts';
import type { ProfileWords } from '../../i18n/profile/profile-words.ts';

interface SectionScreenProps {
  village: string;
  section: string;
  /** The field to begin at. */
  at?: string | undefined;
}

/** One section of a profile: its questions, each saved by itself. */
export function SectionScreen({ village, section: id, at }: SectionScreenProps) {
  const { t } = useI18n();
  const book = useLibrary(village);
  const words = useProfileWords();
  const index = libraryProfile.sections.findIndex(section => section.id === id);
  if (index < 0) return <UnknownProfile back={paths.library(village)} />;
  if (book.isElsewhere) return <UnknownProfile back={paths.home()} book={book} />;
  return (
    <Screen
      title={words?.sections[id]?.title ?? t('library.begun.title')}
      detail={t('library.profile.sectionOf', {
        n: index + 1,
        total: libraryProfile.sections.length,
      })}
      back={paths.library(village)}
    >
      {book.isRead && words ? (
        <Section key={id} book={book} words={words} index={index} at={at} />
      ) : (
        <Skeleton label={t('library.profile.loading')} rows={6} />
      )}
    </Screen>
  );
}

/** A section once it is known what was being typed in it; each visit asks anew. */
function Section(props: Omit<QuestionsProps, 'drafts'>) {
  const { t } = useI18n();
  const drafts = useStoredDrafts(draftPrefix(props.book.village));
  if (!drafts) return <Skeleton label={t('library.profile.loading')} rows={6} />;
  return <Questions {...props} drafts={drafts} />;
}

interface QuestionsProps {
  book: LibraryBook;
  words: ProfileWords;
  drafts: Readonly<Record<string, JsonValue>>;
  index: number;
  at: string | undefined;
}

function Questions({ book, words, drafts, index, at }: QuestionsProps) {
  const { t } = useI18n();
  const section = libraryProfile.sections[index];
  const issues = useMemo(
    () => book.progress.sections.flatMap(({ issues: found }) => found),
    [book.progress],
  );

  const { shown, give } = useShownAnswers(book.answers, book.answer);
  const { type, answer } = useDrafting(draftPrefix(book.village), give);

  if (!section) return null;
  const next = libraryProfile.sections[index + 1];
  return (
    <>
      <p class={styles.intro}>{words.sections[section.id]?.intro}</p>
      <Stack>
        {section.fields.map(field => (
          <At key={field.key} isHere={field.key === at}>
            <FieldRow
              field={field}
              book={book}
              words={words}
              value={shown(field.key)}
              draft={drafts[field.key]}
              issues={issues.filter(({ key }) => key === field.key)}
              onType={type}
              onAnswer={answer}
            />
          </At>
        ))}
      </Stack>
      {!book.isBegun && <ReviewCard book={book} section={section.id} />}
      <ButtonLink
        kind="primary"
        block
        href={next ? paths.librarySection(book.village, next.id) : paths.library(book.village)}
      >
        {next
          ? t('library.profile.nextSection', { section: words.sections[next.id]?.title ?? next.id })
          : t('library.profile.backToSections')}
      </ButtonLink>
    </>
  );
}

/** Brings the question that was asked for into sight, once. */
function At({ isHere, children }: { isHere: boolean; children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!isHere) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current
      ?.querySelector<HTMLElement>('input, textarea, button')
      ?.focus({ preventScroll: true });
  }, [isHere]);
  return <div ref={place}>{children}</div>;
}

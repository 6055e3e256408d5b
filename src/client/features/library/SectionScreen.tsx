import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { libraryProfile } from '../../../domain/forms/library-profile.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { useStable } from '../../parts/use-stable.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
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
import { useProfileWords } from './use-profile-words.ts';
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
  if (book.isElsewhere) return <UnknownProfile back={paths.home()} movedTo={book.movedTo} />;
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
  const drafts = useStoredDrafts(props.book.village);
  if (!drafts) return <Skeleton label={t('library.profile.loading')} rows={6} />;
  return <Questions {...props} drafts={drafts} />;
}

/** What was being typed when the section was last left; read once. */
function useStoredDrafts(village: string): Record<string, JsonValue> | undefined {
  const { loadDrafts } = useServices();
  const [stored, setStored] = useState<Record<string, JsonValue>>();
  useEffect(() => {
    let isGone = false;
    async function read(): Promise<void> {
      const drafts = await loadDrafts();
      await drafts.settle();
      const typed = await drafts.read(draftPrefix(village));
      if (!isGone) setStored(typed);
    }

    void read();
    return () => {
      isGone = true;
    };
  }, [loadDrafts, village]);
  return stored;
}

interface QuestionsProps {
  book: LibraryBook;
  words: ProfileWords;
  drafts: Readonly<Record<string, JsonValue>>;
  index: number;
  at: string | undefined;
}

function Questions({ book, words, drafts, index, at }: QuestionsProps) {
  const { loadDrafts } = useServices();
  const { t } = useI18n();
  const saving = useSaving();
  const section = libraryProfile.sections[index];
  const issues = useMemo(
    () => book.progress.sections.flatMap(({ issues: found }) => found),
    [book.progress],
  );

  const type = useStable((key: string, typed: JsonValue | undefined) => {
    void saving(async () => (await loadDrafts()).put(draftPrefix(book.village) + key, typed));
  });
  const strokes = useRef(new Map<string, number>());
  const typeOn = useStable((key: string, typed: JsonValue | undefined) => {
    strokes.current.set(key, (strokes.current.get(key) ?? 0) + 1);
    type(key, typed);
  });
  const { shown, give } = useShownAnswers(book.answers, book.answer);
  // The draft goes only when the answer is on the disk, and not if it has been typed in since.
  const answer = useStable(async (key: string, value: JsonValue) => {
    const stroke = strokes.current.get(key);
    if ((await give(key, value)) && strokes.current.get(key) === stroke) type(key, undefined);
  });

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
              onType={typeOn}
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
      {book.view && (
        <ButtonLink kind="quiet" block href={paths.history(book.stream, 'library', book.village)}>
          {t('all.word.history')}
        </ButtonLink>
      )}
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

import { useMemo } from 'preact/hooks';
import { dayAt } from '../../../domain/day.ts';
import type { Field } from '../../../domain/forms/field.ts';
import type { Issue } from '../../../domain/forms/issue.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';
import { FieldControl, isDrawnHere } from '../../forms/FieldControl.tsx';
import { issueWords } from '../../forms/issue-words.ts';
import type { ProfileWords } from '../../i18n/profile/profile-words.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useStable } from '../../parts/use-stable.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { historyIcon, warningIcon } from '../../ui/icons.ts';
import { answerWords } from '../../parts/profile/answer-words.ts';
import { ConsentControl } from './ConsentControl.tsx';
import styles from './FieldRow.module.css';
import { PhotoAnswer } from '../../parts/photo/PhotoAnswer.tsx';
import { RecordsControl } from './RecordsControl.tsx';
import type { LibraryBook } from './use-library.ts';
import { VillageControl } from './VillageControl.tsx';

interface FieldRowProps {
  field: Field;
  book: LibraryBook;
  words: ProfileWords;
  value: JsonValue | undefined;
  draft: JsonValue | undefined;
  issues: readonly Issue[];
  onType: (key: string, typed: JsonValue | undefined) => void;
  onAnswer: (key: string, value: JsonValue) => Promise<boolean>;
}

/** One question with its answer, what is odd about it, who gave it, and where people disagree. */
export function FieldRow(props: FieldRowProps) {
  const { field, book, words, value, issues } = props;
  const { t, format } = useI18n();
  const head = book.view?.state[field.key]?.h[0];
  const isAnswered = value !== undefined && value !== null;
  // Drawn again only when its own question has changed: a section has up to twenty, and one is typed into.
  const isAboutBook = ['village', 'consent', 'records'].includes(field.type);
  const control = useMemo(
    () => <Control {...props} />,
    [field, words, book.village, JSON.stringify(value), issues.length, isAboutBook && book],
  );
  return (
    <Card>
      {field.isRequired && <p class={styles.required}>{t('library.profile.required')}</p>}
      {control}
      {isAnswered &&
        issues.map(issue => (
          <output
            key={`${issue.code} ${issue.other ?? ''}`}
            class={styles.issue}
            data-level={issue.level}
          >
            <Icon shape={warningIcon} size="small" />
            <span>{issueWords(t, format, issue, words)}</span>
          </output>
        ))}
      <Sides {...props} />
      {head && isAnswered && (
        <a
          class={styles.who}
          href={paths.history(book.stream, 'library', book.village, { field: field.key })}
        >
          <Icon shape={historyIcon} size="small" />
          {[book.nameOf(head.by), format.day(dayAt(head.s), 'medium')].filter(Boolean).join(' · ')}
        </a>
      )}
    </Card>
  );
}

/** Both answers side by side where neither knew of the other; a tap settles it. */
function Sides({ field, book, words, onAnswer }: FieldRowProps) {
  const { t, format } = useI18n();
  const heads = book.view?.state[field.key]?.h ?? [];
  const isDisputed = new Set(heads.map(({ v }) => JSON.stringify(v))).size > 1;
  if (!isDisputed) return null;
  return (
    <fieldset class={styles.sides}>
      <legend>{t('library.profile.differs')}</legend>
      {heads.map(({ o, v, by, s }) => (
        <button
          key={o}
          type="button"
          class={styles.side}
          onClick={() => void onAnswer(field.key, v)}
        >
          <strong>{answerWords({ t, format }, words, field, v)}</strong>
          <span>{[book.nameOf(by), format.dateTime(s)].filter(Boolean).join(' · ')}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** The control alone. */
function Control({ field, book, words, value, draft, issues, onType, onAnswer }: FieldRowProps) {
  const { device } = useServices();
  const { t, format } = useI18n();
  const type = useStable((typed: JsonValue | undefined) => onType(field.key, typed));
  const answer = useStable((given: JsonValue | null) => onAnswer(field.key, given));
  const named = words.fields[field.key] ?? { label: field.key };
  if (field.type === 'day' && field.isAutomatic) {
    return (
      <p>
        <strong>{named.label}</strong>
        <br />
        {typeof value === 'string' ? format.day(value, 'long') : t('all.word.noDataYet')}
      </p>
    );
  }
  if (isDrawnHere(field)) {
    return (
      <FieldControl
        field={field}
        words={named}
        units={words.units}
        value={value}
        draft={draft}
        issues={issues}
        today={book.today}
        onType={type}
        onAnswer={answer}
        locate={() => device.locate()}
      />
    );
  }
  if (field.type === 'village') return <VillageControl book={book} words={named} />;
  if (book.isBegun) {
    return (
      <p>
        <strong>{named.label}</strong>
        <br />
        {t('library.begun.notYet')}
      </p>
    );
  }
  switch (field.type) {
    case 'photo':
      return <PhotoAnswer words={named} value={value} onAnswer={answer} />;
    case 'consent':
      return <ConsentControl book={book} words={named} value={value} onAnswer={answer} />;
    case 'records':
      return <RecordsControl book={book} field={field} words={named} />;
  }
}

import type { AttendanceMark } from '../../domain/records/attendance.ts';
import { useI18n } from '../i18n/use-i18n.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { markWords } from './attendance-words.ts';
import { StatusMark } from './StatusMark.tsx';
import styles from './DifferenceLine.module.css';

/** What one person recorded, where others recorded something else. */
export interface Difference {
  /** The operation that says so: tells two entries apart. */
  operation: string;
  /** Undefined where the name has not arrived yet. */
  author: string | undefined;
  /** When it was recorded, ms. */
  at: number;
  mark: AttendanceMark | null;
}

interface DifferenceLineProps {
  /** Whom it is about, for a screen reader. */
  name: string;
  differences: readonly Difference[];
  /** Settles it; left out where one only reads. */
  onSettle?: ((mark: AttendanceMark | null) => void) | undefined;
}

/** "Rina: Hadir 08.10 · Budi: Izin 08.12", and a tap on either settles it. */
export function DifferenceLine({ name, differences, onSettle }: DifferenceLineProps) {
  const { t, format } = useI18n();
  return (
    <fieldset class={styles.line}>
      <legend>
        <VisuallyHidden>{t('all.difference.label', { name })}</VisuallyHidden>
      </legend>
      <p class={styles.question}>{t(onSettle ? 'all.difference.settle' : 'all.difference.open')}</p>
      {differences.map(({ operation, author, at, mark }) => {
        const content = (
          <>
            <StatusMark status={mark?.status ?? 'none'} size="small" />
            <span>{`${author ?? t('all.person.unknown')}: ${markWords(t, mark)} ${format.time(at)}`}</span>
          </>
        );
        return onSettle ? (
          <button key={operation} class={styles.side} type="button" onClick={() => onSettle(mark)}>
            {content}
          </button>
        ) : (
          <span key={operation} class={styles.side}>
            {content}
          </span>
        );
      })}
    </fieldset>
  );
}

import type { Field } from '../../domain/forms/field.ts';
import styles from './FieldFrame.module.css';

interface EntryProps {
  id: string;
  value: string;
  onType: (value: string) => void;
  onLeave?: () => void;
  describedBy?: string | undefined;
  isInvalid: boolean;
  /** Before or after the place, as the unit is written. */
  before?: string | undefined;
  after?: string | undefined;
  lines?: number;
  keyboard?: Keyboard;
  isFigure?: boolean;
}

/** Which keyboard a phone brings up, and what it does by itself. */
export interface Keyboard {
  type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time';
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel';
  autoCapitalize?: 'none' | 'words' | 'sentences';
  autoComplete?: string;
  max?: string;
}

/** The keyboard that fits a field of text. */
export function keyboardOf(format: Extract<Field, { type: 'text' }>['format']): Keyboard {
  switch (format) {
    case 'phone':
      return { type: 'tel', inputMode: 'tel', autoComplete: 'off' };
    case 'email':
      return { type: 'email', autoCapitalize: 'none', autoComplete: 'off' };
    case 'link':
      return { autoCapitalize: 'none', autoComplete: 'off' };
    case 'name':
      return { autoCapitalize: 'words', autoComplete: 'off' };
    case 'line':
    case 'paragraph':
      return { autoCapitalize: 'sentences', autoComplete: 'off' };
  }
}

/** A place to write, with its unit beside it. */
export function Entry({
  id,
  value,
  onType,
  onLeave,
  describedBy,
  isInvalid,
  before,
  after,
  lines = 1,
  keyboard = {},
  isFigure = false,
}: EntryProps) {
  const shared = {
    id,
    value,
    class: isFigure ? `${styles.input} ${styles.figure}` : styles.input,
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid,
    onInput: (event: { currentTarget: { value: string } }) => onType(event.currentTarget.value),
    onBlur: onLeave,
  };
  const { type = 'text', ...rest } = keyboard;
  return (
    <span class={styles.control} data-invalid={isInvalid}>
      {before !== undefined && (
        <span class={styles.unit} aria-hidden="true">
          {before}
        </span>
      )}
      {lines > 1 ? (
        <textarea {...shared} {...rest} rows={lines} />
      ) : (
        <input {...shared} {...rest} type={type as 'text'} />
      )}
      {after !== undefined && (
        <span class={styles.unit} aria-hidden="true">
          {after}
        </span>
      )}
    </span>
  );
}

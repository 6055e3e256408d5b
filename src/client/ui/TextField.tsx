import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { warningIcon } from './icons.ts';
import styles from './TextField.module.css';

interface TextFieldProps {
  label: string;
  value: string;
  /** Told at every stroke, so that nothing typed is lost. */
  onType: (value: string) => void;
  /** How to answer, before anything is wrong. */
  hint?: string | undefined;
  /** What is wrong and how to put it right. */
  error?: string | undefined;
  /** More than one: room for a longer text. */
  lines?: number;
  type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time';
  inputMode?: 'text' | 'numeric' | 'decimal';
  autoComplete?: string;
  autoCapitalize?: 'none' | 'words' | 'sentences' | 'characters';
  required?: boolean;
  disabled?: boolean;
  maxLength?: number;
}

/** A labelled place to write. */
export function TextField({
  label,
  value,
  onType,
  hint,
  error,
  lines = 1,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ');
  const shared = {
    ...rest,
    id,
    class: styles.input,
    value,
    'aria-invalid': error !== undefined,
    'aria-describedby': describedBy || undefined,
    onInput: (event: { currentTarget: { value: string } }) => onType(event.currentTarget.value),
  };

  // Preact's types want each type of input on its own; these differ only in the keyboard they bring.
  return (
    <div class={styles.field}>
      <label class={styles.label} for={id}>
        {label}
      </label>
      {hint && (
        <p class={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
      {lines > 1 ? (
        <textarea {...shared} rows={lines} />
      ) : (
        <input {...shared} type={type as 'text'} />
      )}
      {error && (
        <p class={styles.error} id={errorId}>
          <Icon shape={warningIcon} size="small" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

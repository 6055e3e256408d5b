import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useI18n } from '../i18n/use-i18n.tsx';
import { Icon } from '../ui/Icon.tsx';
import { warningIcon } from '../ui/icons.ts';
import styles from './FieldFrame.module.css';

interface FieldFrameProps {
  label: string;
  /** Names the question to the group inside. */
  labelId: string;
  hint?: string | undefined;
  hintId?: string;
  /** What is wrong. */
  error?: string | undefined;
  errorId?: string;
  /** For what has one place to write; a group is named by `labelId`. */
  inputId?: string;
  children: ComponentChildren;
}

/** The question, how to answer it, the answer's place, and what is wrong with it. */
export function FieldFrame({
  label,
  labelId,
  hint,
  hintId,
  error,
  errorId,
  inputId,
  children,
}: FieldFrameProps) {
  return (
    <div class={styles.field}>
      {inputId === undefined ? (
        <p class={styles.label} id={labelId}>
          {label}
        </p>
      ) : (
        <label class={styles.label} id={labelId} for={inputId}>
          {label}
        </label>
      )}
      {hint !== undefined && (
        <p class={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
      {children}
      <p class={styles.error} id={errorId} role={error === undefined ? undefined : 'alert'}>
        {error !== undefined && (
          <>
            <Icon shape={warningIcon} size="small" />
            <span>{error}</span>
          </>
        )}
      </p>
    </div>
  );
}

/** Takes an answer back, where a control has no other way to. */
export function ClearAnswer({ label, onPress }: { label: string; onPress: () => void }) {
  const { t } = useI18n();
  const button = useRef<HTMLButtonElement>(null);

  /** The button goes with the answer: whoever has a keyboard goes on where it was given. */
  function clear() {
    const places = button.current?.parentElement?.querySelectorAll<HTMLElement>('input, button');
    [...(places ?? [])].find(place => place !== button.current)?.focus();
    onPress();
  }

  return (
    <button
      ref={button}
      type="button"
      class={styles.clear}
      onClick={clear}
      aria-label={t('form.answer.clear', { label })}
    >
      {t('all.action.clear')}
    </button>
  );
}

import type { ComponentChildren } from 'preact';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import styles from './ProgressRing.module.css';

interface ProgressRingProps {
  /** What is counted, for a screen reader. */
  label: string;
  /** How much is done, from 0 to 1; null when nobody can tell. */
  value: number | null;
  /** In the middle: a short number. */
  children?: ComponentChildren;
}

/** How far something is, as a ring around a number. */
export function ProgressRing({ label, value, children }: ProgressRingProps) {
  const share = value === null ? 0.25 : Math.min(1, Math.max(0, value));
  return (
    <span class={styles.ring}>
      <VisuallyHidden>
        <progress aria-label={label} value={value === null ? undefined : share} max={1} />
      </VisuallyHidden>
      <svg
        class={styles.circle}
        data-unknown={value === null}
        viewBox="0 0 40 40"
        aria-hidden="true"
      >
        <circle class={styles.track} cx="20" cy="20" r="17" />
        {share > 0 && (
          <circle
            class={styles.done}
            cx="20"
            cy="20"
            r="17"
            pathLength="1"
            stroke-dasharray={`${share} 1`}
          />
        )}
      </svg>
      <span class={styles.number}>{children}</span>
    </span>
  );
}

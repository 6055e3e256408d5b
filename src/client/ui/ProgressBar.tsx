import { useId } from 'preact/hooks';
import styles from './ProgressBar.module.css';

interface ProgressBarProps {
  /** What is under way; stands over the bar. */
  label: string;
  /** How far, in words: "12 dari 38". */
  detail?: string;
  /** How much is done of `max`; null when nobody can tell. */
  value: number | null;
  /** Default 1. */
  max?: number;
}

/** How far a long job is. */
export function ProgressBar({ label, detail, value, max = 1 }: ProgressBarProps) {
  const id = useId();
  return (
    <div class={styles.progress}>
      <div class={styles.words}>
        <label for={id}>{label}</label>
        {detail && <span class={styles.detail}>{detail}</span>}
      </div>
      <progress id={id} class={styles.bar} value={value ?? undefined} max={max} />
    </div>
  );
}

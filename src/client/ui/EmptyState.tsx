import type { ComponentChildren } from 'preact';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  /** A `RiverPicture`. */
  picture?: ComponentChildren;
  title: string;
  /** Why there is nothing, and what will change it. */
  children?: ComponentChildren;
  /** The one next step. */
  action?: ComponentChildren;
}

/** Stands where there is nothing yet, and says what comes next. */
export function EmptyState({ picture, title, children, action }: EmptyStateProps) {
  return (
    <div class={styles.empty}>
      {picture}
      <h2>{title}</h2>
      {children && <p class={styles.text}>{children}</p>}
      {action}
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import styles from './List.module.css';

interface ListProps {
  /** What the list holds, for a screen reader; left out where a heading says it. */
  label?: string;
  /** `ListRow`s, each with a key. */
  children: ComponentChildren;
}

/** Rows under one another. Rows out of sight cost nothing to draw, so thousands are fine. */
export function List({ label, children }: ListProps) {
  return (
    <ul class={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}

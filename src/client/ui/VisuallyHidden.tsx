import type { ComponentChildren } from 'preact';
import styles from './VisuallyHidden.module.css';

interface VisuallyHiddenProps {
  children: ComponentChildren;
}

/** Words for a screen reader that the eye does not need. */
export function VisuallyHidden({ children }: VisuallyHiddenProps) {
  return <span class={styles.hidden}>{children}</span>;
}

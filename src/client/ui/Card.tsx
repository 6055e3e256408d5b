import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './Card.module.css';

interface CardProps {
  /** Heads the card and names it for a screen reader. */
  title?: string;
  /** Beside the title: a badge, a number, a small button. */
  trailing?: ComponentChildren;
  /** `flush` lets a list reach the card's edges. Default 'roomy'. */
  padding?: 'roomy' | 'flush';
  children: ComponentChildren;
}

/** Things that belong together, on a surface of their own. */
export function Card({ title, trailing, padding = 'roomy', children }: CardProps) {
  const titleId = useId();
  return (
    <section class={styles.card} data-padding={padding} aria-labelledby={title && titleId}>
      {title && (
        <header class={styles.head}>
          <h2 id={titleId}>{title}</h2>
          {trailing}
        </header>
      )}
      {children}
    </section>
  );
}

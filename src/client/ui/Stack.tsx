import type { ComponentChildren } from 'preact';
import styles from './Stack.module.css';

interface StackProps {
  /** `row` wraps where the place is narrow. Default 'column'. */
  direction?: 'column' | 'row';
  /** The air between. Default 'medium'. */
  gap?: 'small' | 'medium' | 'large';
  children: ComponentChildren;
}

/** Things under or beside one another, with even air between. */
export function Stack({ direction = 'column', gap = 'medium', children }: StackProps) {
  return (
    <div class={styles.stack} data-direction={direction} data-gap={gap}>
      {children}
    </div>
  );
}

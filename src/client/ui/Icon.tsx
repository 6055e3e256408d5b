import type { IconShape } from './icons.ts';
import styles from './Icon.module.css';

interface IconProps {
  /** One of the shapes in icons.ts. */
  shape: IconShape;
  /** Default 'medium': 24 px at the usual text size. */
  size?: 'small' | 'medium' | 'large';
}

/** A picture for the eye alone: the words beside it, or the button's label, say what it means. */
export function Icon({ shape, size = 'medium' }: IconProps) {
  return (
    <svg class={styles.icon} data-size={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={shape} />
    </svg>
  );
}

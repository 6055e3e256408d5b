import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconShape } from './icons.ts';
import type { Tone } from './tone.ts';
import styles from './Badge.module.css';

interface BadgeProps {
  children: ComponentChildren;
  /** Default 'neutral'. */
  tone?: Tone;
  icon?: IconShape | undefined;
}

/** A word or a number in a small coloured pill. */
export function Badge({ children, tone = 'neutral', icon }: BadgeProps) {
  return (
    <span class={styles.badge} data-tone={tone}>
      {icon && <Icon shape={icon} size="small" />}
      {children}
    </span>
  );
}

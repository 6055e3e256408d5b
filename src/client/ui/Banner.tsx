import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import { infoIcon, warningIcon, type IconShape } from './icons.ts';
import styles from './Banner.module.css';

interface BannerProps {
  kind: 'info' | 'warning' | 'problem';
  /** What is so, in a few words. */
  title?: string;
  /** What it means, that the work is safe, what to do. */
  children?: ComponentChildren;
  /** Instead of the kind's own icon. */
  icon?: IconShape;
  /** Buttons, under the words. */
  actions?: ComponentChildren;
}

const iconOf = { info: infoIcon, warning: warningIcon, problem: warningIcon };

/** Something to know that stays until it no longer holds. A problem is read out at once. */
export function Banner({ kind, title, children, icon = iconOf[kind], actions }: BannerProps) {
  return (
    <div class={styles.banner} data-kind={kind} role={kind === 'problem' ? 'alert' : 'status'}>
      <Icon shape={icon} />
      <div class={styles.words}>
        {title && <p class={styles.title}>{title}</p>}
        {children}
        {actions && <div class={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}

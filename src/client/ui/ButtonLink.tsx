import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconShape } from './icons.ts';
import styles from './Button.module.css';

interface ButtonLinkProps {
  /** Where it leads. */
  href: string;
  children: ComponentChildren;
  /** Default 'secondary'. */
  kind?: 'primary' | 'secondary' | 'quiet';
  icon?: IconShape | undefined;
  /** As wide as its place. */
  block?: boolean;
  /** Saves what is there under this name instead of going there. */
  download?: string;
}

/** A link with the weight of a button. */
export function ButtonLink({
  href,
  children,
  kind = 'secondary',
  icon,
  block = false,
  download,
}: ButtonLinkProps) {
  return (
    <a class={styles.button} href={href} download={download} data-kind={kind} data-block={block}>
      {icon && <Icon shape={icon} />}
      <span>{children}</span>
    </a>
  );
}

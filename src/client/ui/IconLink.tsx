import { Icon } from './Icon.tsx';
import type { IconShape } from './icons.ts';
import styles from './IconButton.module.css';

interface IconLinkProps {
  icon: IconShape;
  /** Where it leads, in words. */
  label: string;
  href: string;
}

/** A link whose picture everyone knows: back, home, settings. */
export function IconLink({ icon, label, href }: IconLinkProps) {
  return (
    <a class={styles.button} href={href} aria-label={label} title={label}>
      <Icon shape={icon} />
    </a>
  );
}

import type { ComponentChildren } from 'preact';
import styles from './ListRow.module.css';

interface ListRowProps {
  title: ComponentChildren;
  /** A second, quieter line. */
  detail?: ComponentChildren;
  /** Before the words: an icon, a mark. */
  leading?: ComponentChildren;
  /** After the words, part of the same target: a badge, a chevron. */
  trailing?: ComponentChildren;
  /** Beside the target, a control of its own. */
  aside?: ComponentChildren;
  /** Where the row leads. */
  href?: string;
  /** What the row does. With neither this nor `href` the row is only read. */
  onPress?: () => void;
  /** The chosen one, or the one at hand. */
  current?: boolean;
}

/** One big row of a `List`, tappable from edge to edge. */
export function ListRow({
  title,
  detail,
  leading,
  trailing,
  aside,
  href,
  onPress,
  current = false,
}: ListRowProps) {
  const content = (
    <>
      {leading && <span class={styles.leading}>{leading}</span>}
      <span class={styles.words}>
        <span class={styles.title}>{title}</span>
        {detail && <span class={styles.detail}>{detail}</span>}
      </span>
      {trailing && <span class={styles.trailing}>{trailing}</span>}
    </>
  );
  return (
    <li class={styles.row} data-current={current}>
      {href !== undefined ? (
        <a class={styles.target} href={href} aria-current={current}>
          {content}
        </a>
      ) : onPress ? (
        <button class={styles.target} type="button" onClick={onPress}>
          {content}
        </button>
      ) : (
        <div class={styles.target}>{content}</div>
      )}
      {aside && <div class={styles.aside}>{aside}</div>}
    </li>
  );
}

import type { ComponentChildren } from 'preact';
import type { DescribedWork } from '../../parts/work/describe-work.ts';
import { Icon } from '../../ui/Icon.tsx';
import { infoIcon, warningIcon } from '../../ui/icons.ts';
import styles from './WorkItem.module.css';

interface WorkItemProps {
  work: DescribedWork;
  /** `quiet` for what is settled. Default 'warning'. */
  look?: 'warning' | 'quiet';
  /** A word on how it stands, under the value. */
  badge?: ComponentChildren;
  /** Why it stands here, in a sentence. */
  why: string;
  /** What it means and what to do. */
  children?: ComponentChildren;
  /** Who, where and when, each a piece. */
  facts: readonly (string | undefined)[];
  /** Buttons. */
  actions?: ComponentChildren;
}

/** One piece of work that was refused: whom it is about, what it says, why, and what can be done. */
export function WorkItem({
  work,
  look = 'warning',
  badge,
  why,
  children,
  facts,
  actions,
}: WorkItemProps) {
  const [first, ...others] = work.values;
  return (
    <li class={styles.item}>
      <span class={styles.icon} data-look={look}>
        <Icon shape={look === 'quiet' ? infoIcon : warningIcon} />
      </span>
      <div class={styles.content}>
        <div class={styles.head}>
          <h3 class={styles.title}>{work.title}</h3>
          {first !== undefined && <p class={styles.values}>{first}</p>}
          {others.map(value => (
            <p key={value} class={styles.more}>
              {value}
            </p>
          ))}
          {work.place && <p class={styles.soft}>{work.place}</p>}
        </div>
        {badge && <p>{badge}</p>}
        <p class={styles.why}>{why}</p>
        {children}
        <p class={styles.soft}>{facts.filter(Boolean).join(' · ')}</p>
        {actions && <div class={styles.actions}>{actions}</div>}
      </div>
    </li>
  );
}

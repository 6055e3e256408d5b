import type { ComponentChildren } from 'preact';
import type { DescribedGroup } from './describe-group.ts';
import { ReceiptCode } from '../../parts/work/ReceiptCode.tsx';
import styles from './ReceiptItem.module.css';

interface ReceiptItemProps {
  group: DescribedGroup;
  /** How many people or records, for the eye. */
  count: string;
  /** The figures behind it, and when. */
  figures: readonly (string | undefined)[];
  /** What is not proven yet, or kept apart. */
  missing?: string | undefined;
  /** Undefined as long as no code would prove anything. */
  code: string | undefined;
  badge?: ComponentChildren;
}

/** One group of records and the proof that home holds it. */
export function ReceiptItem({ group, count, figures, missing, code, badge }: ReceiptItemProps) {
  return (
    <li class={styles.item}>
      <div class={styles.words}>
        <h3 class={styles.title}>{group.title}</h3>
        {group.detail && <p class={styles.soft}>{group.detail}</p>}
        <p class={styles.count}>{count}</p>
        <p class={styles.soft}>{figures.filter(Boolean).join(' · ')}</p>
        {missing && <p class={styles.missing}>{missing}</p>}
      </div>
      {(badge || code !== undefined) && (
        <div class={styles.proof}>
          {badge}
          {code !== undefined && <ReceiptCode code={code} />}
        </div>
      )}
    </li>
  );
}

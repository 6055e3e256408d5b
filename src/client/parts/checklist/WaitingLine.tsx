import { useI18n } from '../../i18n/use-i18n.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, listIcon } from '../../ui/icons.ts';
import { waitingWords } from './checklist-words.ts';
import type { ChecklistView } from './checklist-view.ts';
import styles from './WaitingLine.module.css';

/** "3 hal lagi sebelum berangkat", in sight while one ticks. */
export function WaitingLine({ list }: { list: ChecklistView }) {
  const { t } = useI18n();
  const { leaving, closing } = list.progress;
  return (
    <output class={styles.line}>
      <Icon shape={leaving + closing > 0 ? listIcon : checkIcon} />
      <span>{waitingWords(t, list)}</span>
    </output>
  );
}

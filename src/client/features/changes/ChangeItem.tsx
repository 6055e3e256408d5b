import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { undoIcon } from '../../ui/icons.ts';
import type { EditGroup } from './group-edits.ts';
import styles from './ChangesScreen.module.css';

/** A group of edits in words. */
export interface ChangeLine {
  group: EditGroup;
  title: string;
  /** What was said, and where. */
  said: string;
  /** What stood there before; empty if nothing did. */
  before: string;
  by: string | undefined;
  /** False where all of it was written over since. */
  stands: boolean;
}

interface ChangeItemProps {
  line: ChangeLine;
  onTakeBack: () => void;
}

/** One edit, or several of one moment: what it did, and the way back. */
export function ChangeItem({ line, onTakeBack }: ChangeItemProps) {
  const { t, format } = useI18n();
  const { group, title, said, before, by, stands } = line;
  return (
    <li class={styles.item}>
      <div class={styles.words}>
        <h3 class={styles.title}>{title}</h3>
        <p>{said}</p>
        {before !== '' && <p class={styles.soft}>{t('all.changes.before', { what: before })}</p>}
        <p class={styles.soft}>
          {[format.time(group.at), by, !stands && t('all.changes.over')]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {stands && (
        <Button icon={undoIcon} onPress={onTakeBack}>
          {t('all.changes.takeBack')}
        </Button>
      )}
    </li>
  );
}

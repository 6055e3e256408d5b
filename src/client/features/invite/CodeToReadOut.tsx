import { useI18n } from '../../i18n/use-i18n.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './CodeToReadOut.module.css';

/** A code, its groups big and apart, to be read out over a bad line; to a screen reader letter by letter. */
export function CodeToReadOut({ code }: { code: string }) {
  const { t } = useI18n();
  const groups = code.split('-');
  return (
    <p>
      <VisuallyHidden>
        {t('all.invite.code', {
          letters: groups.map(group => Array.from(group).join(' ')).join(', '),
        })}
      </VisuallyHidden>
      <span class={styles.code} aria-hidden="true">
        {groups.map((group, at) => (
          <span key={at} class={styles.group}>
            {group}
          </span>
        ))}
      </span>
    </p>
  );
}

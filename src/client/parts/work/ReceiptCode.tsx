import { useI18n } from '../../i18n/use-i18n.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './ReceiptCode.module.css';

/** The four letters, big enough to be read out over a bad line; to a screen reader one by one. */
export function ReceiptCode({ code }: { code: string }) {
  const { t } = useI18n();
  const letters = Array.from(code);
  return (
    <p>
      <VisuallyHidden>{t('all.receipts.code', { letters: letters.join(' ') })}</VisuallyHidden>
      <span class={styles.code} aria-hidden="true">
        {letters.map((letter, at) => (
          <span key={at} class={styles.letter}>
            {letter}
          </span>
        ))}
      </span>
    </p>
  );
}

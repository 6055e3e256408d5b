import { useI18n } from '../../i18n/use-i18n.tsx';
import { QrPicture } from '../../parts/qr/QrPicture.tsx';
import styles from './BadgeFace.module.css';
import type { ShownBadge } from './use-badges.ts';

interface BadgeFaceProps {
  badge: ShownBadge;
  trainingName: string | undefined;
  /** `card` as it is printed, `phone` as it is held up. */
  size: 'card' | 'phone';
}

/** A badge: the name, where the person comes from, and the QR code. White in every theme, as on paper. */
export function BadgeFace({ badge, trainingName, size }: BadgeFaceProps) {
  const { t } = useI18n();
  const { name, place, number, text } = badge;
  return (
    <div class={styles.badge} data-size={size}>
      <div class={styles.words}>
        {trainingName !== undefined && <p class={styles.training}>{trainingName}</p>}
        <p class={styles.name}>{name}</p>
        {place !== '' && <p class={styles.place}>{place}</p>}
        {number > 1 && <p class={styles.place}>{t('badge.one.number', { n: number })}</p>}
      </div>
      <div class={styles.qr}>
        <QrPicture text={text} label={t('badge.one.qr', { name })} />
      </div>
    </div>
  );
}

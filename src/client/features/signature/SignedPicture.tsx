import type { Picture } from '../../../domain/records/kind.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { usePicture } from '../../parts/use-picture.ts';
import styles from './SignedPicture.module.css';

/** A signature that was recorded, on white paper in every theme. */
export function SignedPicture({ image, name }: { image: Picture; name: string }) {
  const { t } = useI18n();
  const address = usePicture(image);
  if (address === null) return <p>{t('sign.round.elsewhere')}</p>;
  return (
    <span class={styles.paper}>
      {address !== undefined && (
        <img
          class={styles.picture}
          src={address}
          alt={t('sign.round.alt', { name })}
          width={image.w}
          height={image.h}
        />
      )}
    </span>
  );
}

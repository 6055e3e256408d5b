import { dayAt } from '../../../domain/day.ts';
import type { Training } from '../../../domain/records/training.ts';
import type { Territory } from '../../../domain/territory.ts';
import type { MadeInvitation } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { villageWords } from '../../parts/place.ts';
import { QrPicture } from '../../parts/qr/QrPicture.tsx';
import styles from './InvitationCard.module.css';

interface InvitationCardProps {
  made: MadeInvitation;
  about: Training;
  territory: Territory | undefined;
}

/** One card: for whom, as what, the picture to scan, and the code to type. */
export function InvitationCard({ made, about, territory }: InvitationCardProps) {
  const { t, format } = useI18n();
  const { name, role, village = '' } = made.request;
  const label = territory?.villageLabel(village);
  return (
    <li class={styles.card}>
      <div class={styles.qr}>
        <QrPicture text={`${location.origin}${made.path}`} label={t('all.invite.qr', { name })} />
      </div>
      <div class={styles.words}>
        <strong class={styles.name}>{name}</strong>
        <span>{t(`all.role.${role}`)}</span>
        <span class={styles.soft}>{label ? villageWords(t, label) : about.name}</span>
        <span class={styles.code}>{made.code}</span>
        <span class={styles.soft}>{t('setup.cards.how', { address: location.host })}</span>
        <span class={styles.soft}>
          {t('all.invite.until', { day: format.day(dayAt(made.expiresAt), 'long') })}
        </span>
      </div>
    </li>
  );
}

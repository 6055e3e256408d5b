import type { SyncStatus } from '../app-services.ts';
import { useI18n } from '../i18n/use-i18n.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { deliverySentence } from './delivery-words.ts';
import { megabytes } from './megabytes.ts';
import styles from './DeliveryFigures.module.css';

interface DeliveryFiguresProps {
  status: SyncStatus;
}

/** Everything that is known about delivery: what it means in a sentence, then the figures. */
export function DeliveryFigures({ status }: DeliveryFiguresProps) {
  const { t, format } = useI18n();
  const { phase, waiting, attention, pictures, delivered, completedAt } = status;
  return (
    <div class={styles.delivery}>
      {phase.is === 'sending' && (
        <ProgressBar
          label={t('all.sync.underWay')}
          detail={t('all.sync.ofTotal', { done: phase.sent, total: phase.total })}
          value={phase.sent}
          max={phase.total}
        />
      )}
      {phase.is === 'sending-pictures' && (
        <ProgressBar
          label={t('all.sync.underWayPictures')}
          detail={t('all.sync.megabytesOf', {
            done: megabytes(phase.sent),
            total: megabytes(phase.total),
          })}
          value={phase.sent}
          max={Math.max(1, phase.total)}
        />
      )}
      <p>{deliverySentence(t, format, status)}</p>
      <dl class={styles.figures}>
        <Figure label={t('all.sync.figureWaiting')} value={format.number(waiting)} />
        {pictures.waiting > 0 && (
          <Figure
            label={t('all.sync.figurePictures')}
            value={t('all.sync.figurePicturesValue', {
              n: pictures.waiting,
              mb: megabytes(pictures.bytes),
            })}
          />
        )}
        <Figure label={t('all.sync.figureDelivered')} value={format.number(delivered)} />
        {attention > 0 && (
          <Figure label={t('all.sync.attention')} value={format.number(attention)} />
        )}
        <Figure
          label={t('all.sync.figureCompleted')}
          value={completedAt === undefined ? t('all.sync.never') : format.dateTime(completedAt)}
        />
      </dl>
    </div>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

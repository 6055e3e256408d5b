import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import styles from './DeviceFacts.module.css';

/** What the coordinator asks for on the telephone: how safely things are kept, the id, the version. */
export function DeviceFacts() {
  const { device, updates } = useServices();
  const { t } = useI18n();
  const storage = device.storage.value;
  const isKept = storage?.isPersistent === true;
  return (
    <Card title={t('all.device.facts')}>
      <dl class={styles.facts}>
        <div>
          <dt>{t('all.device.storage')}</dt>
          <dd>{t(isKept ? 'all.device.storageKept' : 'all.device.storageNotPromised')}</dd>
        </div>
        {storage?.free !== undefined && (
          <div>
            <dt>{t('all.device.free')}</dt>
            <dd>{t('all.device.megabytes', { n: Math.floor(storage.free / 1_000_000) })}</dd>
          </div>
        )}
        <div>
          <dt>{t('all.device.offline')}</dt>
          <dd>
            {t(
              updates.isOfflineReady.value ? 'all.device.offlineReady' : 'all.device.offlineNotYet',
            )}
          </dd>
        </div>
        <div>
          <dt>{t('all.device.clock')}</dt>
          <dd>
            {t(device.isClockWrong.value ? 'all.device.clockWrong' : 'all.device.clockRight')}
          </dd>
        </div>
        <div>
          <dt>{t('all.device.id')}</dt>
          <dd>{device.id.slice(0, 8)}</dd>
        </div>
        <div>
          <dt>{t('all.device.version')}</dt>
          <dd>{__APP_VERSION__}</dd>
        </div>
      </dl>
      {storage && !isKept && (
        <div class={styles.ask}>
          <p>{t('all.device.storageText')}</p>
          <Button onPress={() => void device.askToKeep()}>{t('all.device.askToKeep')}</Button>
        </div>
      )}
      <p class={styles.source}>{t('all.device.territorySource')}</p>
    </Card>
  );
}

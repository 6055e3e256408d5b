import { useEffect } from 'preact/hooks';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { useAsked } from '../../parts/use-asked.ts';
import { AskedState } from '../../parts/work/AskedState.tsx';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { List } from '../../ui/List.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { DeviceRow } from './DeviceRow.tsx';
import { inOrderOfNeed, isCarrying } from '../../parts/work/waiting-words.ts';
import styles from './receipts.module.css';

/** How often the devices are looked at again while they are in sight, ms. */
export const lookEveryMs = 5_000;

/** All devices of the coordinator's streams: who is on them, and what they still carry. Needs the network. */
export function DevicesScreen() {
  const { receipts, sync, account, now } = useServices();
  const { t, format } = useI18n();
  useEffect(() => sync.watch(), [sync]);
  const asked = useAsked(() => receipts.fetchDevices(), [receipts, account.active.value?.id], {
    now,
    whenever: sync.status.value.completedAt,
    everyMs: lookEveryMs,
  });

  const devices = asked.last?.value.devices;
  const carrying = devices?.filter(device => !device.isRevoked && isCarrying(device)).length ?? 0;
  return (
    <Screen title={t('koordinator.devices.title')} back={paths.home()}>
      <AskedState asked={asked} loading={t('koordinator.devices.loading')} />
      {asked.last && devices?.length === 0 && (
        <EmptyState picture={<RiverPicture scene="moored" />} title={t('koordinator.devices.none')}>
          {t('koordinator.devices.noneText')}
        </EmptyState>
      )}
      {asked.last && devices && devices.length > 0 && (
        <>
          <p class={styles.lead}>
            {carrying === 0
              ? t('koordinator.devices.allIn', { n: devices.length })
              : t('koordinator.devices.carrying', { n: devices.length, waiting: carrying })}{' '}
            {t('all.asked.at', { time: format.time(asked.last.at) })}.
          </p>
          <Card padding="flush">
            <List label={t('koordinator.devices.title')}>
              {inOrderOfNeed(devices).map(device => (
                <DeviceRow key={device.id} device={device} />
              ))}
            </List>
          </Card>
        </>
      )}
    </Screen>
  );
}

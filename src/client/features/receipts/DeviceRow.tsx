import type { DeviceEntry } from '../../../protocol/event-messages.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, chevronIcon, cloudWaitingIcon, closeIcon, tabletIcon } from '../../ui/icons.ts';
import { ListRow } from '../../ui/ListRow.tsx';
import { isCarrying, waitingWords } from '../../parts/work/waiting-words.ts';
import styles from './receipts.module.css';

/** One device among all: who is on it, when it was last there, and what it still carries. */
export function DeviceRow({ device }: { device: DeviceEntry }) {
  const { now, device: here } = useServices();
  const { t, format } = useI18n();
  const { id, name, people, lastSeenAt } = device;
  return (
    <ListRow
      href={paths.deviceOfOthers(id)}
      leading={<Icon shape={tabletIcon} />}
      title={
        people.length === 0
          ? t('koordinator.devices.nobody')
          : format.list(people.map(person => person.name))
      }
      detail={
        <>
          <span class={styles.line}>
            {[
              name || t('koordinator.devices.unnamed'),
              id.slice(0, 8),
              id === here.id && t('all.device.facts'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {lastSeenAt !== null && (
            <span class={styles.line}>
              {t('koordinator.devices.lastSeenAt', { when: format.relative(lastSeenAt, now()) })}
            </span>
          )}
          <span class={styles.line}>
            <DeviceBadge device={device} />
          </span>
        </>
      }
      trailing={<Icon shape={chevronIcon} />}
    />
  );
}

/** What is most worth knowing of a device, in a word. */
export function DeviceBadge({ device }: { device: DeviceEntry }) {
  const { t } = useI18n();
  const waiting = waitingWords(t, device);
  if (device.isRevoked) {
    return (
      <Badge tone="problem" icon={closeIcon}>
        {t('koordinator.devices.revoked')}
      </Badge>
    );
  }
  if (waiting === undefined) return <Badge>{t('koordinator.devices.neverSeen')}</Badge>;
  return isCarrying(device) ? (
    <Badge tone="caution" icon={cloudWaitingIcon}>
      {t('koordinator.devices.carries', { what: waiting })}
    </Badge>
  ) : (
    <Badge tone="good" icon={checkIcon}>
      {waiting}
    </Badge>
  );
}

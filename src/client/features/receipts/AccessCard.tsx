import type { Device } from '../../../domain/records/device.ts';
import { programmeStream } from '../../../domain/stream.ts';
import type { DeviceEntry } from '../../../protocol/event-messages.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useSaving } from '../../parts/work/use-saving.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { checkIcon, closeIcon } from '../../ui/icons.ts';
import { useToast } from '../../ui/Toasts.tsx';
import styles from './receipts.module.css';

/** Shutting a device out and letting it in again: an ordinary edit, saved here at once. */
export function AccessCard({ device: { id, isRevoked } }: { device: DeviceEntry }) {
  const { records, device: here } = useServices();
  const { t } = useI18n();
  const showToast = useToast();
  const isSaved = useSaving();
  const read = useLiveQuery(
    async () => ({ view: await records.readRecord(programmeStream, 'device', id) }),
    [records, id],
  );
  if (!read) return null;
  const { view } = read;
  // What was written here is newer than what home told; without either it is as home told.
  const isOut = valuesOf<Device>(view).revoked ?? isRevoked;

  async function set(revoked: boolean): Promise<boolean> {
    return isSaved(async () => {
      const seen = await records.readRecord(programmeStream, 'device', id);
      await records.write([
        { stream: programmeStream, t: 'device', r: id, fields: { revoked }, seen },
      ]);
    });
  }

  async function change(revoked: boolean): Promise<void> {
    if (!(await set(revoked))) return;
    showToast({
      text: t(revoked ? 'koordinator.devices.revokedDone' : 'koordinator.devices.restored'),
      action: { label: t('all.action.undo'), onPress: () => void undo(!revoked) },
    });
  }

  async function undo(revoked: boolean): Promise<void> {
    if (!(await set(revoked))) return;
    showToast({
      text: t(revoked ? 'koordinator.devices.revokedDone' : 'koordinator.devices.restored'),
    });
  }

  // Whoever shut out the device in their hands could not let it in again.
  const isHere = id === here.id;
  return (
    <Card
      title={t('koordinator.devices.access')}
      trailing={isOut && <Badge tone="problem">{t('koordinator.devices.revoked')}</Badge>}
    >
      <div class={styles.stack}>
        <p>
          {t(
            isOut
              ? 'koordinator.devices.revokedText'
              : isHere
                ? 'koordinator.devices.own'
                : 'koordinator.devices.revokeText',
          )}
        </p>
        {view?.delivery === 'waiting' && (
          <p class={styles.lead}>{t('koordinator.devices.accessWaiting')}</p>
        )}
        {isOut ? (
          <Button icon={checkIcon} onPress={() => void change(false)}>
            {t('koordinator.devices.restore')}
          </Button>
        ) : (
          !isHere && (
            <Button icon={closeIcon} onPress={() => void change(true)}>
              {t('koordinator.devices.revoke')}
            </Button>
          )
        )}
      </div>
    </Card>
  );
}

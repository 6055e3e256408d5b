import type { ComponentChildren } from 'preact';
import type { DeviceEntry } from '../../../protocol/event-messages.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Card } from '../../ui/Card.tsx';
import { DeviceBadge } from './DeviceRow.tsx';
import { waitingWords } from '../../parts/work/waiting-words.ts';
import styles from './receipts.module.css';

/** What a device said of itself when it was last there. */
export function DeviceReport({ device }: { device: DeviceEntry }) {
  const { t, format } = useI18n();
  const { name, people, lastSeenAt, report } = device;
  const free = report?.storage?.free;
  return (
    <Card title={t('koordinator.devices.report')} trailing={<DeviceBadge device={device} />}>
      <div class={styles.stack}>
        <p class={styles.lead}>{t('koordinator.devices.reportText')}</p>
        <dl class={styles.facts}>
          <Fact label={t('koordinator.devices.people')}>
            {people.length === 0
              ? t('koordinator.devices.nobody')
              : people.map(person => `${person.name} (${t(`all.role.${person.role}`)})`).join(', ')}
          </Fact>
          <Fact label={t('all.word.deviceRecord')}>{name || t('koordinator.devices.unnamed')}</Fact>
          <Fact label={t('koordinator.devices.lastSeen')}>
            {lastSeenAt === null ? t('koordinator.devices.neverSeen') : format.dateTime(lastSeenAt)}
          </Fact>
          {report && (
            <>
              <Fact label={t('koordinator.devices.waiting')}>{waitingWords(t, device)}</Fact>
              {typeof free === 'number' && (
                <Fact label={t('all.device.free')}>
                  {t('all.device.megabytes', { n: Math.floor(free / 1_000_000) })}
                </Fact>
              )}
              {report.battery !== undefined && (
                <Fact label={t('koordinator.devices.battery')}>
                  {format.percent(report.battery)}
                </Fact>
              )}
              <Fact label={t('koordinator.devices.version')}>{report.app}</Fact>
            </>
          )}
        </dl>
      </div>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

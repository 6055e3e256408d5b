import { useEffect } from 'preact/hooks';
import type { Receipt } from '../../../protocol/messages.ts';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { coordinatesProgramme } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useAsked } from '../../parts/use-asked.ts';
import { AskedState } from '../../parts/work/AskedState.tsx';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { List } from '../../ui/List.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { AccessCard } from './AccessCard.tsx';
import { describeGroup, type DescribedGroup } from './describe-group.ts';
import { DeviceReport } from './DeviceReport.tsx';
import { lookEveryMs } from './DevicesScreen.tsx';
import { ReceiptItem } from './ReceiptItem.tsx';
import { storedWords } from '../../parts/work/stored-words.ts';
import styles from './receipts.module.css';

/** One device as its coordinator sees it: what it said of itself, and what home holds of it, by code. */
export function DeviceOfOthersScreen({ device: id }: { device: string }) {
  const { receipts, sync, account, now } = useServices();
  const { t, format } = useI18n();
  useEffect(() => sync.watch(), [sync]);
  const asked = useAsked(
    async () => {
      const { devices } = await receipts.fetchDevices();
      const entry = devices.find(one => one.id === id);
      return entry && { entry, held: (await receipts.fetchOf(id)).receipts };
    },
    [receipts, id, account.active.value?.id],
    { now, whenever: sync.status.value.completedAt, everyMs: lookEveryMs },
  );
  const found = asked.last?.value;
  return (
    <Screen
      title={
        found && found.entry.people.length > 0
          ? format.list(found.entry.people.map(person => person.name))
          : t('koordinator.devices.title')
      }
      detail={`${t('koordinator.devices.title')} ${id.slice(0, 8)}`}
      back={paths.devices()}
    >
      <AskedState asked={asked} loading={t('koordinator.devices.loading')} />
      {asked.last && !found && (
        <EmptyState
          picture={<RiverPicture scene="moored" />}
          title={t('koordinator.devices.unknown')}
        >
          {t('koordinator.devices.unknownText')}
        </EmptyState>
      )}
      {found && (
        <>
          <DeviceReport device={found.entry} />
          <HeldReceipts held={found.held} />
          {coordinatesProgramme(account.active.value) && <AccessCard device={found.entry} />}
        </>
      )}
    </Screen>
  );
}

function HeldReceipts({ held }: { held: readonly Receipt[] }) {
  const { records, now } = useServices();
  const { t, format } = useI18n();
  const groups = useLiveQuery(async () => {
    const described: { receipt: Receipt; group: DescribedGroup }[] = [];
    for (const receipt of [...held].sort((one, other) => other.lastAt - one.lastAt)) {
      described.push({ receipt, group: await describeGroup({ records, t, format }, receipt) });
    }
    return described;
  }, [held, records, t, format]);
  return (
    <Card padding="flush" title={t('koordinator.devices.receipts')}>
      <p class={styles.text}>
        {t(
          held.length === 0
            ? 'koordinator.devices.receiptsNone'
            : 'koordinator.devices.receiptsText',
        )}
      </p>
      <List>
        {groups?.map(({ receipt, group }) => (
          <ReceiptItem
            key={`${receipt.stream}|${receipt.kind}|${receipt.group}`}
            group={group}
            count={t(group.isOfPeople ? 'all.receipts.peopleHeld' : 'all.receipts.recordsHeld', {
              n: receipt.records,
            })}
            figures={[
              t('all.receipts.changesHeld', { n: receipt.operations }),
              receipt.pictures.named > 0
                ? t('all.receipts.pictures', {
                    done: receipt.pictures.held,
                    total: receipt.pictures.named,
                  })
                : undefined,
              t('all.receipts.storedAt', { when: storedWords(format, receipt.lastAt, now()) }),
            ]}
            missing={
              receipt.refused.length === 0
                ? undefined
                : t('all.receipts.refused', { n: receipt.refused.length })
            }
            // The code of nothing would prove nothing.
            code={receipt.operations > 0 ? receipt.code : undefined}
          />
        ))}
      </List>
    </Card>
  );
}

import { useServices, type GroupReceipt } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { isWhole } from '../../parts/is-whole.ts';
import { Screen } from '../../parts/Screen.tsx';
import { describeWork } from '../../parts/work/describe-work.ts';
import { useSpeech } from '../../parts/work/use-speech.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { checkIcon, cloudWaitingIcon, warningIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { describeGroup, type DescribedGroup } from './describe-group.ts';
import { countWords, missingPieces, picturesWords } from './own-receipt-words.ts';
import { ReceiptItem } from './ReceiptItem.tsx';
import { storedWords } from '../../parts/work/stored-words.ts';
import styles from './receipts.module.css';

/** Proof, group by group, that home holds what was written on this device; and what is still missing. */
export function ReceiptsScreen() {
  const { receipts, attention, records } = useServices();
  const { t, format } = useI18n();
  const speech = useSpeech();
  const read = useLiveQuery(async () => {
    const { at, groups } = await receipts.read();
    const described: { receipt: GroupReceipt; group: DescribedGroup }[] = [];
    for (const receipt of groups) {
      described.push({ receipt, group: await describeGroup({ records, t, format }, receipt) });
    }
    const refusedNames = new Map<string, string>();
    for (const { operation } of await attention.readOwn()) {
      const { title } = await describeWork({ records, ...speech }, operation);
      refusedNames.set(operation.id, title);
    }
    return { at, described, refusedNames };
  }, [receipts, attention, records, t, format, speech]);

  return (
    <Screen title={t('all.receipts.title')} back={paths.device()}>
      {!read ? (
        <Skeleton label={t('all.receipts.loading')} rows={5} />
      ) : read.described.length === 0 ? (
        <EmptyState picture={<RiverPicture scene="moored" />} title={t('all.receipts.none')}>
          {t('all.receipts.noneText')}
        </EmptyState>
      ) : (
        <>
          <p class={styles.lead}>{t('all.receipts.lead')}</p>
          <Card
            padding="flush"
            title={t('all.receipts.summary', {
              done: read.described.filter(({ receipt }) => isWhole(receipt)).length,
              total: read.described.length,
            })}
          >
            <p class={styles.text}>
              {read.at === undefined
                ? t('all.receipts.notYetAsked')
                : t('all.receipts.at', { when: format.dateTime(read.at) })}
            </p>
            <List>
              {read.described.map(({ receipt, group }) => (
                <OwnReceipt
                  key={`${receipt.stream}|${receipt.kind}|${receipt.group}`}
                  receipt={receipt}
                  group={group}
                  nameOf={id => read.refusedNames.get(id)}
                />
              ))}
            </List>
          </Card>
        </>
      )}
    </Screen>
  );
}

interface OwnReceiptProps {
  receipt: GroupReceipt;
  group: DescribedGroup;
  nameOf: (operation: string) => string | undefined;
}

function OwnReceipt({ receipt, group, nameOf }: OwnReceiptProps) {
  const { now } = useServices();
  const { t, format } = useI18n();
  const { here, home, isProven } = receipt;
  const pieces = missingPieces({ t, format }, receipt, nameOf);
  // Home's code of half the work would be the same on both screens, and prove nothing; so would one of none.
  const code = isProven && home && home.operations > 0 ? home.code : undefined;
  return (
    <ReceiptItem
      group={group}
      count={countWords(t, receipt, group.isOfPeople)}
      figures={[
        t('all.receipts.changes', { done: home?.operations ?? 0, total: here.operations }),
        picturesWords(t, receipt),
        home && t('all.receipts.storedAt', { when: storedWords(format, home.lastAt, now()) }),
      ]}
      missing={
        pieces.length === 0
          ? undefined
          : [
              t('all.receipts.missing', { what: format.list(pieces) }),
              code === undefined && t('all.receipts.codeLater'),
            ]
              .filter(Boolean)
              .join(' ')
      }
      code={code}
      badge={
        isWhole(receipt) ? (
          <Badge tone="good" icon={checkIcon}>
            {t('all.receipts.proven')}
          </Badge>
        ) : (
          <Badge
            tone="caution"
            icon={home && home.refused.length > 0 ? warningIcon : cloudWaitingIcon}
          >
            {t('all.receipts.notYet')}
          </Badge>
        )
      }
    />
  );
}

import { useRef } from 'preact/hooks';
import { canBeAccepted } from '../../../domain/problem.ts';
import { useServices, type RefusedWork } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { readWork } from '../../parts/work/read-work.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { penIcon, undoIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { HistoryLink } from './HistoryLink.tsx';
import { useSpeech } from '../../parts/work/use-speech.ts';
import { readOwnWork, type OwnWork } from './read-own-work.ts';
import { WorkItem } from './WorkItem.tsx';

interface OwnRefusedProps {
  /** False where everybody's refused work follows: that nothing of one's own is refused says little then. */
  isAlone: boolean;
}

/** This device's refused work, and what its author can do about each piece. */
export function OwnRefused({ isAlone }: OwnRefusedProps) {
  const { attention, records, account } = useServices();
  const { t } = useI18n();
  const speech = useSpeech();
  const showToast = useToast();
  const isSaved = useSaving();
  const place = useRef<HTMLDivElement>(null);
  const people = account.known.value;
  const all = useLiveQuery(
    () => readOwnWork({ records, ...speech }, attention, people),
    [attention, records, speech, people],
  );

  async function withdraw({ refused: { n }, work }: OwnWork): Promise<void> {
    if (!(await isSaved(() => attention.withdraw(n)))) return;
    // The button is gone with its row; whoever came by keyboard goes on from the list.
    place.current?.focus({ preventScroll: true });
    showToast({
      text: t('all.attention.withdrawn', { what: work.title }),
      action: { label: t('all.action.undo'), onPress: () => void undo(n) },
    });
  }

  async function undo(n: number): Promise<void> {
    if (await isSaved(() => attention.undoWithdraw(n)))
      showToast({ text: t('all.attention.restored') });
  }

  return (
    <div ref={place} tabIndex={-1}>
      {!all ? (
        <Skeleton label={t('all.attention.loading')} />
      ) : all.length === 0 ? (
        isAlone && (
          <EmptyState picture={<RiverPicture scene="moored" />} title={t('all.attention.none')}>
            {t('all.attention.noneText')}
          </EmptyState>
        )
      ) : (
        <Card padding="flush" title={t('all.attention.own')}>
          <List>
            {all.map(own => (
              <OwnItem key={own.refused.n} own={own} onWithdraw={() => void withdraw(own)} />
            ))}
          </List>
        </Card>
      )}
    </div>
  );
}

function OwnItem({ own, onWithdraw }: { own: OwnWork; onWithdraw: () => void }) {
  const { account, device, sync } = useServices();
  const { t, format } = useI18n();
  const { refused, work, author, streamName, correctPath, isCorrected } = own;
  const { operation, code, refusedAt } = refused;
  const { by } = readWork(operation);
  // Only the author's word takes work back.
  const isMine = by === undefined || by === account.active.value?.id;
  const { phase } = sync.status.value;
  const isShutOut = phase.is === 'failed' && phase.problem === 'device-revoked';
  // Taking back is a decision itself: from a device that is shut out it would be kept apart in its turn.
  const canWithdraw = isMine && !isShutOut;
  const name = author ?? t('all.person.unknown');
  const canCorrect = !canBeAccepted(code) && !isCorrected && correctPath !== undefined;
  return (
    <WorkItem
      work={work}
      why={`${t(`all.refusal.${code}`)}.`}
      facts={[t('all.attention.since', { when: format.dateTime(refusedAt) })]}
      actions={
        <>
          {canCorrect && (
            <ButtonLink href={correctPath} icon={penIcon}>
              {t('all.attention.correct')}
            </ButtonLink>
          )}
          {canWithdraw && (
            <Button icon={undoIcon} onPress={onWithdraw}>
              {t('all.attention.withdraw')}
            </Button>
          )}
          <HistoryLink operation={operation} />
        </>
      }
    >
      <p>
        {isCorrected && isMine
          ? t('all.attention.corrected')
          : adviceOn(t, code, { place: streamName, device: device.id.slice(0, 8) })}
      </p>
      {!isMine && <p>{t('all.attention.ofOther', { author: name })}</p>}
      {isMine && isShutOut && <p>{t('all.attention.shutOut')}</p>}
    </WorkItem>
  );
}

/** What to do about a refusal; whom to ask and what to say, where others have to help. */
function adviceOn(
  t: Translate,
  code: RefusedWork['code'],
  { place, device }: { place: string; device: string },
): string {
  switch (code) {
    case 'forbidden':
      return t('all.attentionAdvice.forbidden', { place });
    case 'unknown-author':
    case 'device-revoked':
      return t(`all.attentionAdvice.${code}`, { device });
    case 'malformed':
    case 'too-large':
    case 'invalid-value':
    case 'id-reuse':
      return t(`all.attentionAdvice.${code}`);
  }
}

import { canBeAccepted } from '../../../domain/problem.ts';
import type { Outcome } from '../../../domain/records/decision.ts';
import type { MessageKey } from '../../i18n/messages-id.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { checkIcon, closeIcon, cloudWaitingIcon, undoIcon, warningIcon } from '../../ui/icons.ts';
import { HistoryLink } from './HistoryLink.tsx';
import type { Decided } from './read-decisions.ts';
import type { OthersWork } from './RefusedOfOthers.tsx';
import { WorkItem } from './WorkItem.tsx';

interface OthersItemProps {
  one: OthersWork;
  /** What was decided already and has not reached home, or whose outcome home still has to list. */
  decided: Decided | undefined;
  onAccept: () => void;
  onAcceptWithGrant: () => void;
  onDecline: () => void;
  onUndo: () => void;
}

/** One refused piece of anybody's work, with the buttons that settle it. */
export function OthersItem({
  one,
  decided,
  onAccept,
  onAcceptWithGrant,
  onDecline,
  onUndo,
}: OthersItemProps) {
  const { t, format } = useI18n();
  const { refused, work } = one;
  const author = one.author ?? t('all.person.unknown');
  const mayAccept = canBeAccepted(refused.code);
  return (
    <WorkItem
      work={work}
      look={decided ? 'quiet' : 'warning'}
      badge={decided && <DecidedBadge decided={decided} />}
      why={`${t(`all.refusal.${refused.code}`)}.`}
      facts={[
        t('koordinator.attention.origin', { author, device: refused.device.slice(0, 8) }),
        t('koordinator.attention.arrived', { when: format.dateTime(refused.receivedAt) }),
      ]}
      actions={
        <>
          {!decided && mayAccept && (
            <Button icon={checkIcon} onPress={onAccept}>
              {t('koordinator.attention.accept')}
            </Button>
          )}
          {!decided && mayAccept && one.grant && (
            <Button icon={checkIcon} onPress={onAcceptWithGrant}>
              {t('koordinator.attention.acceptGrant')}
            </Button>
          )}
          {!decided && (
            <Button icon={closeIcon} onPress={onDecline}>
              {t('koordinator.attention.decline')}
            </Button>
          )}
          {decided?.outcome === 'decline' && (
            <Button icon={undoIcon} onPress={onUndo}>
              {t('all.action.undo')}
            </Button>
          )}
          <HistoryLink operation={refused.operation} />
        </>
      }
    >
      <p>
        {decided
          ? t(wordsOfOutcome[decided.outcome])
          : mayAccept
            ? t('koordinator.attention.mayAccept')
            : one.author === undefined
              ? t('koordinator.attention.onlyNobody')
              : t('koordinator.attention.onlyAuthor', { author })}
      </p>
    </WorkItem>
  );
}

const wordsOfOutcome = {
  accept: 'koordinator.attention.decidedAccept',
  decline: 'koordinator.attention.decidedDecline',
  withdraw: 'all.value.withdraw',
} as const satisfies Record<Outcome, MessageKey>;

function DecidedBadge({ decided }: { decided: Decided }) {
  const { t } = useI18n();
  return decided.delivery === 'attention' ? (
    <Badge tone="problem" icon={warningIcon}>
      {t('all.sync.attention')}
    </Badge>
  ) : (
    <Badge tone="caution" icon={cloudWaitingIcon}>
      {t('koordinator.attention.decided')}
    </Badge>
  );
}

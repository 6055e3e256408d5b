import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { ReceiptCode } from '../../parts/work/ReceiptCode.tsx';
import { storedWords } from '../../parts/work/stored-words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, cloudWaitingIcon } from '../../ui/icons.ts';
import type { BoardSummary } from './board-summary.ts';
import styles from './BoardScreen.module.css';

interface BoardHeadProps {
  summary: BoardSummary;
  /** Whether there was a call of late. */
  isCalled: boolean;
  /** Whether changes come at once. */
  isLive: boolean;
  /** When home was last asked, ms. */
  askedAt: number;
}

/** The one sentence that the evening is about, and the figures behind it. */
export function BoardHead({ summary, isCalled, isLive, askedAt }: BoardHeadProps) {
  const { now } = useServices();
  const { t, format } = useI18n();
  const { allIn, whole, expected, needHelp, underWay, writtenOff, held } = summary;
  return (
    <section class={styles.head} data-all-in={allIn !== undefined}>
      <div class={styles.sentence} aria-live="polite">
        <Icon shape={allIn ? checkIcon : cloudWaitingIcon} />
        <h2>
          {t(
            allIn
              ? 'koordinator.board.allIn'
              : isCalled
                ? 'koordinator.board.notIn'
                : 'koordinator.board.notCalled',
          )}
        </h2>
      </div>
      <p class={styles.counts}>
        {[
          t('koordinator.board.counts', { whole, expected }),
          writtenOff > 0 && t('koordinator.board.crossedOut', { n: writtenOff }),
          underWay > 0 && t('koordinator.board.underWay', { n: underWay }),
          needHelp > 0 &&
            t(isCalled ? 'koordinator.board.needHelp' : 'koordinator.board.notYetIn', {
              n: needHelp,
            }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {!isCalled && <p>{t('koordinator.board.notCalledText')}</p>}
      {allIn && (
        <div class={styles.proof}>
          <p>{t('koordinator.board.allInAt', { time: storedWords(format, allIn.at, now()) })}</p>
          <ReceiptCode code={allIn.code} />
        </div>
      )}
      <p class={styles.freshness}>
        <span>{t('koordinator.board.heldTotal', { n: held })}</span>
        {isLive ? (
          <Badge tone="good">{t('koordinator.board.live')}</Badge>
        ) : (
          <>
            <Badge>{t('koordinator.board.perPoll')}</Badge>
            <span>{t('all.asked.at', { time: format.time(askedAt) })}</span>
          </>
        )}
      </p>
    </section>
  );
}

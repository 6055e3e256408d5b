import { useState } from 'preact/hooks';
import type { PictureTime } from '../../../protocol/event-messages.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { megabytes } from '../../parts/megabytes.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { storedWords } from '../../parts/work/stored-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { soundIcon } from '../../ui/icons.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import type { BoardSummary } from './board-summary.ts';
import type { LiveBoard } from './use-board.ts';
import styles from './BoardScreen.module.css';

interface CallCardProps {
  stream: string;
  live: LiveBoard;
  summary: BoardSummary;
}

/** Calling all devices, and how far what they bring has come. */
export function CallCard({ stream, live, summary }: CallCardProps) {
  const { now } = useServices();
  const { t, format } = useI18n();
  const showToast = useToast();
  const isDone = useSaving();
  const [isCalling, setIsCalling] = useState(false);
  const [chosen, setChosen] = useState<PictureTime>();
  const { call, left, board } = live;
  const pictures = chosen ?? call?.pictures ?? 'now';

  async function callAll(when: PictureTime): Promise<void> {
    if (!board) return;
    setIsCalling(true);
    await isDone(async () => {
      const answer = await board.call(stream, when);
      live.noteCall(answer.call);
      setChosen(undefined);
      showToast({ text: t('koordinator.call.reached', { n: answer.reached.length }) });
    });
    setIsCalling(false);
  }

  function choose(when: PictureTime): void {
    setChosen(when);
    // Whoever is sending already has to hear of it.
    if (call) void callAll(when);
  }

  const { expected, writtenOff, whole, answered } = summary;
  const awaited = expected - writtenOff;
  return (
    <Card title={t('koordinator.call.title')}>
      <div class={styles.stack}>
        {call ? (
          <>
            <p>
              <strong>
                {t('koordinator.call.at', { time: storedWords(format, call.at, now()) })}
              </strong>
              {' · '}
              {t('koordinator.board.answered', { n: answered, total: awaited })}
            </p>
            <ProgressBar
              label={t('koordinator.call.progress')}
              detail={format.percent(shareOf(left, whole, awaited))}
              value={shareOf(left, whole, awaited)}
            />
            {left.bytes > 0 && (
              <p class={styles.soft}>
                {[
                  t('koordinator.call.left', { mb: megabytes(left.bytes) }),
                  // Nobody can tell when what is not connected will come.
                  summary.underWay > 0 &&
                    left.remainingMs !== undefined &&
                    (left.remainingMs < 60_000
                      ? t('koordinator.call.seconds')
                      : t('koordinator.call.minutes', {
                          n: Math.ceil(left.remainingMs / 60_000),
                        })),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            )}
          </>
        ) : (
          <p>{t('koordinator.call.text')}</p>
        )}
        <Button
          kind={call ? 'secondary' : 'primary'}
          icon={soundIcon}
          block
          busy={isCalling}
          disabled={!board}
          onPress={() => void callAll(pictures)}
        >
          {t(call ? 'koordinator.call.again' : 'koordinator.call.all')}
        </Button>
        <SegmentedChoice
          label={t('koordinator.call.pictures')}
          choices={[
            { value: 'now', label: t('koordinator.call.picturesNow') },
            { value: 'later', label: t('koordinator.call.picturesLater') },
          ]}
          value={pictures}
          onChoose={choose}
        />
        <p class={styles.soft}>{t('koordinator.call.picturesText')}</p>
      </div>
    </Card>
  );
}

/**
 * How much of all is in, 0 to 1: by weight among the devices that have brought something, and no more than
 * the share of those that are whole once everything that was said to wait has come.
 */
function shareOf({ bytes, peak }: LiveBoard['left'], whole: number, awaited: number): number {
  const ofDevices = awaited > 0 ? whole / awaited : 0;
  if (peak === 0) return ofDevices;
  return Math.floor(Math.min(1 - bytes / peak, bytes > 0 ? 1 : ofDevices) * 100) / 100;
}

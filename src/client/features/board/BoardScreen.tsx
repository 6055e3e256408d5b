import { useMemo } from 'preact/hooks';
import type { Training } from '../../../domain/records/training.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { AskedState } from '../../parts/work/AskedState.tsx';
import { paths } from '../../paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { AddDevice } from './AddDevice.tsx';
import { BoardHead } from './BoardHead.tsx';
import { BoardList } from './BoardList.tsx';
import { summarise } from './board-summary.ts';
import { CallCard } from './CallCard.tsx';
import { HelpCard } from './HelpCard.tsx';
import { useBoard } from './use-board.ts';
import styles from './BoardScreen.module.css';

/** The coordinator's hour at the hotel: every device of a training, called, counted, and proven to be in. */
export function BoardScreen({ training }: { training: string }) {
  const { records } = useServices();
  const { t } = useI18n();
  const stream = trainingStream(training);
  const live = useBoard(stream);
  const named = useLiveQuery(
    async () => valuesOf<Training>(await records.readRecord(stream, 'training', training)).name,
    [records, stream, training],
  );
  const { asked, rows, others, call, isLive } = live;
  const summary = useMemo(() => summarise(rows, call?.id), [rows, call]);
  return (
    <Screen
      title={t('koordinator.board.title')}
      detail={named}
      back={paths.training(training)}
      width="wide"
    >
      <AskedState asked={asked} loading={t('koordinator.board.loading')} />
      {asked.last && (
        <div class={styles.board}>
          <div class={styles.side}>
            <BoardHead
              summary={summary}
              isCalled={call !== undefined}
              isLive={isLive}
              askedAt={asked.last.at}
            />
            <CallCard stream={stream} live={live} summary={summary} />
          </div>
          <div class={styles.stack}>
            {rows.length === 0 && (
              <EmptyState
                picture={<RiverPicture scene="moored" />}
                title={t('koordinator.board.none')}
              >
                {t('koordinator.board.noneText')}
              </EmptyState>
            )}
            {call && <HelpCard rows={rows} />}
            <BoardList stream={stream} rows={rows} isCalled={call !== undefined} />
            <AddDevice stream={stream} others={others} />
          </div>
        </div>
      )}
    </Screen>
  );
}

import { readChecklistId } from '../../../domain/checklists/checklist-id.ts';
import type { Session } from '../../../domain/records/session.ts';
import type { Training } from '../../../domain/records/training.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { ChecklistBody } from '../../parts/checklist/ChecklistBody.tsx';
import { ChecklistHead } from '../../parts/checklist/ChecklistHead.tsx';
import { titleOfChecklist } from '../../parts/checklist/checklist-words.ts';
import { WaitingLine } from '../../parts/checklist/WaitingLine.tsx';
import { useChecklist } from '../../parts/checklist/use-checklist.ts';
import { Screen } from '../../parts/Screen.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** One checklist of a training, or of one of its sessions. */
export function ChecklistScreen({ training, id }: { training: string; id: string }) {
  const { records } = useServices();
  const { t, language } = useI18n();
  const stream = trainingStream(training);
  const named = readChecklistId(id);
  const subject = named?.subject ?? '';
  const isOfTraining = subject === training;
  const about = useLiveQuery(async () => {
    const ofTraining = valuesOf<Training>(await records.readRecord(stream, 'training', training));
    const session = valuesOf<Session>(await records.readRecord(stream, 'session', subject));
    return { training: ofTraining, session };
  }, [records, stream, training, subject]);
  const book = useChecklist(stream, id, {
    start: about?.training.startsOn,
    end: about?.training.endsOn ?? about?.training.startsOn,
    day: about?.session.day,
  });
  const back = isOfTraining ? laterPaths.checklists(training) : paths.session(training, subject);

  if (book && (named === undefined || named.village !== undefined || book.items.length === 0)) {
    return (
      <Screen title={t('all.word.checklist')} back={laterPaths.checklists(training)}>
        <EmptyState
          picture={<RiverPicture scene="moored" />}
          title={t('checklist.list.unknown')}
          action={
            <ButtonLink href={laterPaths.checklists(training)}>
              {t('checklist.list.seeAll')}
            </ButtonLink>
          }
        >
          {t('checklist.list.unknownText')}
        </EmptyState>
      </Screen>
    );
  }
  return (
    <Screen
      title={book ? titleOfChecklist(book, language) : t('all.word.checklist')}
      detail={isOfTraining ? about?.training.name : about?.session.title}
      back={back}
      bottom={book?.items.some(({ item }) => item.blocks) && <WaitingLine list={book} />}
    >
      {book && about ? (
        <>
          <ChecklistHead book={book} />
          <ChecklistBody book={book} />
          <ButtonLink href={back} icon={checkIcon} block>
            {t(isOfTraining ? 'checklist.list.seeAll' : 'checklist.list.toSheet')}
          </ButtonLink>
        </>
      ) : (
        <Skeleton label={t('checklist.list.loading')} rows={6} />
      )}
    </Screen>
  );
}

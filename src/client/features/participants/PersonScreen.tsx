import { useMemo } from 'preact/hooks';
import { canWrite } from '../../../domain/access.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { markWords } from '../../parts/attendance-words.ts';
import { markChanges } from '../../parts/people/mark-changes.ts';
import { useUndoable } from '../../parts/people/use-undoable.ts';
import { roleIn } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { closeIcon, historyIcon, undoIcon } from '../../ui/icons.ts';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { AttendanceCard } from './AttendanceCard.tsx';
import { CertificateCard } from './CertificateCard.tsx';
import { broughtBack, deletedAt } from './DeletedPeople.tsx';
import { FactsCard } from './FactsCard.tsx';
import { JoinedCard } from './JoinedCard.tsx';
import { recordsOf } from './own-records.ts';
import { readPerson, type PersonPage } from './read-person.ts';
import { ScoresCard } from './ScoresCard.tsx';

interface PersonScreenProps {
  training: string;
  participant: string;
}

/** Everything of one person of a training. An address of any of their records leads here. */
export function PersonScreen({ training, participant }: PersonScreenProps) {
  const { records } = useServices();
  const { t } = useI18n();
  const stream = trainingStream(training);
  const read = useLiveQuery(
    async () => ({ page: await readPerson(records, { stream, training, participant }) }),
    [records, stream, training, participant],
  );
  const page = read?.page;
  const back = paths.participants(training);
  return (
    <Screen
      title={
        page ? (page.entry.participant.name ?? t('all.person.unnamed')) : t('people.page.title')
      }
      back={back}
    >
      {!read ? (
        <Skeleton label={t('people.list.loading')} rows={6} />
      ) : page ? (
        <Person training={training} stream={stream} page={page} />
      ) : (
        <EmptyState
          picture={<RiverPicture scene="moored" />}
          title={t('people.page.unknown')}
          action={<ButtonLink href={back}>{t('people.list.title')}</ButtonLink>}
        >
          {t('people.page.unknownText')}
        </EmptyState>
      )}
    </Screen>
  );
}

interface PersonProps {
  training: string;
  stream: string;
  page: PersonPage;
}

function Person({ training, stream, page }: PersonProps) {
  const { account, loadTerritory } = useServices();
  const { t, format } = useI18n();
  const write = useUndoable();
  const territory = useLoaded(loadTerritory);
  const { entry, views, isDeleted } = page;
  const own = useMemo(() => recordsOf(views, entry.ids), [views, entry]);
  const role = roleIn(account.active.value, stream);
  const can = (kind: string) => role !== undefined && canWrite(role, kind);
  const canEdit = can('participant') && !isDeleted;
  const name = entry.participant.name ?? t('all.person.unnamed');
  const [first] = own;

  return (
    <>
      {isDeleted && first && (
        <Banner
          kind="warning"
          title={t('people.deleted.banner')}
          actions={
            can('participant') && (
              <Button
                icon={undoIcon}
                onPress={() => void write(t('people.deleted.back', { name }), [broughtBack(first)])}
              >
                {t('people.deleted.restore')}
              </Button>
            )
          }
        >
          <p>{t('people.deleted.at', { when: format.dateTime(deletedAt(first)) })}</p>
          <p>{t('people.deleted.text')}</p>
        </Banner>
      )}
      <FactsCard
        participant={entry.participant}
        own={own}
        territory={territory}
        canEdit={canEdit}
        onWrite={(words, changes) => void write(words, changes)}
      />
      <AttendanceCard
        training={training}
        page={page}
        onSettle={
          can('attendance') && !isDeleted
            ? ({ id, marks }, mark) =>
                void write(
                  t('all.history.field', { field: name, value: markWords(t, mark) }),
                  markChanges(stream, id, entry, { mark }, marks),
                )
            : undefined
        }
      />
      <CertificateCard training={training} page={page} role={role} />
      <ScoresCard
        own={own}
        canEdit={canEdit}
        onWrite={(words, changes) => void write(words, changes)}
      />
      {canEdit && (
        <JoinedCard
          entry={entry}
          views={views}
          own={own}
          territory={territory}
          onWrite={(words, changes) => void write(words, changes)}
        />
      )}
      {canEdit && (
        <Button
          kind="quiet"
          icon={closeIcon}
          onPress={() =>
            void write(
              t('people.deleted.done', { name }),
              own.map(view => ({
                stream,
                t: view.t,
                r: view.r,
                fields: { deleted: true },
                seen: view,
              })),
            )
          }
        >
          {t('people.deleted.delete')}
        </Button>
      )}
      <ButtonLink
        href={paths.history(stream, 'participant', entry.id)}
        kind="quiet"
        icon={historyIcon}
      >
        {t('all.history.open')}
      </ButtonLink>
    </>
  );
}

import { dayAt } from '../../../domain/day.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { ChecklistRow } from '../../parts/checklist/ChecklistRow.tsx';
import { titleOfChecklist } from '../../parts/checklist/checklist-words.ts';
import {
  readTrainingChecklists,
  waitingIn,
  type TrainingChecklists,
} from '../../parts/checklist/read-training-checklists.ts';
import { UnsharedBanner } from '../../parts/checklist/UnsharedBanner.tsx';
import { roleIn } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { sessionTimes } from '../../parts/session-times.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { penIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { PlansCard } from './PlansCard.tsx';

/** All checklists of a training: its own, and a short one for each session. */
export function ChecklistsScreen({ training }: { training: string }) {
  const { records } = useServices();
  const { t } = useI18n();
  const read = useLiveQuery(() => readTrainingChecklists(records, training), [records, training]);
  return (
    <Screen
      title={t('all.word.checklist')}
      detail={read?.training.name}
      back={paths.training(training)}
    >
      {read ? (
        <Lists id={training} all={read} />
      ) : (
        <Skeleton label={t('checklist.list.loading')} rows={6} />
      )}
    </Screen>
  );
}

function Lists({ id, all }: { id: string; all: TrainingChecklists }) {
  const { account, device } = useServices();
  const { t, format, language } = useI18n();
  const today = dayAt(device.likelyNow());
  const waiting = waitingIn(all, today);
  const mayChange = roleIn(account.active.value, trainingStream(id)) === 'koordinator';
  // What did not take place asks for nothing; what was begun all the same stays to be read.
  const sessions = all.sessions
    .map(one => ({
      ...one,
      lists: one.lists.filter(({ isBegun }) => isBegun || one.session.notHeld === undefined),
    }))
    .filter(({ lists }) => lists.length > 0);
  return (
    <>
      {mayChange && all.unshared.length > 0 && <UnsharedBanner unshared={all.unshared} />}
      <Card
        padding="flush"
        title={t('checklist.list.ofTraining')}
        trailing={
          waiting.n > 0 && (
            <Badge tone={waiting.what === 'leaving' ? 'caution' : 'neutral'}>
              {t(`checklist.wait.${waiting.what}`, { n: waiting.n })}
            </Badge>
          )
        }
      >
        <List>
          {all.lists.map(list => (
            <ChecklistRow
              key={list.id}
              list={list}
              today={today}
              href={laterPaths.checklist(id, list.id)}
            />
          ))}
        </List>
      </Card>
      {sessions.length > 0 && (
        <Card padding="flush" title={t('checklist.list.ofSessions')}>
          <List>
            {sessions.flatMap(({ session, lists }) =>
              lists.map((list, index) => (
                <ChecklistRow
                  key={list.id}
                  list={list}
                  title={
                    index === 0
                      ? (session.title ?? t('all.session.untitled'))
                      : titleOfChecklist(list, language)
                  }
                  when={[
                    session.day === undefined ? '' : format.day(session.day, 'short'),
                    sessionTimes(format, session),
                    session.notHeld === undefined ? '' : t('all.session.notHeld'),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                  today={today}
                  href={laterPaths.checklist(id, list.id)}
                />
              )),
            )}
          </List>
        </Card>
      )}
      <PlansCard training={id} />
      {mayChange && (
        <ButtonLink href={laterPaths.templates()} kind="quiet" icon={penIcon} block>
          {t('checklist.template.open')}
        </ButtonLink>
      )}
      <p>{t('checklist.list.proposal')}</p>
    </>
  );
}

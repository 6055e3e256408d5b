import { useLocation } from 'preact-iso/router';
import { canWrite } from '../../../domain/access.ts';
import { dayAt } from '../../../domain/day.ts';
import { sessionForm } from '../../../domain/forms/record-forms.ts';
import type { Session } from '../../../domain/records/session.ts';
import type { Training } from '../../../domain/records/training.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { isDeletedView, valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { RecordForm } from '../../parts/record-form/RecordForm.tsx';
import { roleIn } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useSaving } from '../../parts/work/use-saving.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useToast } from '../../ui/Toasts.tsx';

interface SessionFormScreenProps {
  training: string;
  session: string;
}

/** A session's line of the timetable, each part saved by itself; also why it did not take place. */
export function SessionFormScreen({ training, session: id }: SessionFormScreenProps) {
  const { records, account, device } = useServices();
  const { t } = useI18n();
  const { route } = useLocation();
  const saving = useSaving();
  const showToast = useToast();
  const stream = trainingStream(training);
  const role = roleIn(account.active.value, stream);
  const mayWrite = role !== undefined && canWrite(role, 'session');
  const read = useLiveQuery(async () => {
    const view = await records.readRecord(stream, 'session', id);
    return {
      view,
      about: valuesOf<Training>(await records.readRecord(stream, 'training', training)),
    };
  }, [records, stream, id, training]);
  const session = valuesOf<Session>(read?.view);
  const isGone = read !== undefined && (!read.view || isDeletedView(read.view));

  const write = async (fields: Record<string, never> | Record<string, boolean>) => {
    const seen = await records.readRecord(stream, 'session', id);
    return saving(() => records.write([{ stream, t: 'session', r: id, fields, seen }]));
  };

  async function remove(): Promise<void> {
    if (!(await write({ deleted: true }))) return;
    route(paths.training(training), true);
    showToast({
      text: t('all.session.deleted', { title: session.title ?? t('all.session.untitled') }),
      action: { label: t('all.action.undo'), onPress: () => void write({ deleted: false }) },
    });
  }

  return (
    <Screen
      title={session.title ?? t('all.session.untitled')}
      detail={t('all.session.edit')}
      back={isGone ? paths.training(training) : paths.session(training, id)}
    >
      {!read ? (
        <Skeleton label={t('form.record.loading')} rows={6} />
      ) : isGone || !mayWrite ? (
        <EmptyState
          picture={<RiverPicture scene="moored" />}
          title={t(isGone ? 'fasilitator.sheet.unknown' : 'all.session.readOnly')}
          action={
            <ButtonLink href={paths.training(training)}>{t('all.session.seeAll')}</ButtonLink>
          }
        >
          {t(isGone ? 'fasilitator.sheet.unknownText' : 'all.session.readOnlyText')}
        </EmptyState>
      ) : (
        <>
          <Oddities session={session} about={read.about} />
          <Card>
            <RecordForm
              key={id}
              fields={sessionForm}
              view={read.view}
              prefix={`session|${stream}|${id}|`}
              today={dayAt(device.likelyNow())}
              onAnswer={(key, given) =>
                saving(() =>
                  records.write([
                    { stream, t: 'session', r: id, fields: { [key]: given }, seen: read.view },
                  ]),
                )
              }
            />
          </Card>
          <ButtonLink kind="primary" href={paths.training(training)} block>
            {t('all.action.done')}
          </ButtonLink>
          <Button kind="quiet" onPress={() => void remove()} block>
            {t('all.session.delete')}
          </Button>
        </>
      )}
    </Screen>
  );
}

/** What is odd about a session as it stands. It is saved all the same. */
function Oddities({ session, about }: { session: Session; about: Training }) {
  const { t } = useI18n();
  const { startsAt, endsAt, day } = session;
  const { startsOn, endsOn } = about;
  const isBackwards = startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt;
  const isOutside =
    day !== undefined &&
    ((startsOn !== undefined && day < startsOn) || (endsOn !== undefined && day > endsOn));
  if (!isBackwards && !isOutside) return null;
  return (
    <Banner kind="warning">
      {isBackwards && <p>{t('all.session.endsBefore')}</p>}
      {isOutside && <p>{t('all.session.outsideTraining')}</p>}
    </Banner>
  );
}

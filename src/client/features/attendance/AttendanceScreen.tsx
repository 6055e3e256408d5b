import { useLocation } from 'preact-iso/router';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { canWrite } from '../../../domain/access.ts';
import type { Session } from '../../../domain/records/session.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { roleIn } from '../../parts/role-in.ts';
import { sessionFacts } from '../../parts/session-times.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { SheetRow } from './sheet-rows.ts';
import { SheetScreen } from './SheetScreen.tsx';
import { SheetTools } from './SheetTools.tsx';
import { useSheet } from './use-sheet.ts';

interface AttendanceScreenProps {
  training: string;
  session: string;
}

/**
 * The attendance sheet of a session. A trainer marks it; a coordinator sees the same sheet filling
 * up. While it is open, no new version of the app interrupts.
 */
export function AttendanceScreen({ training, session: id }: AttendanceScreenProps) {
  const { account, sync, updates } = useServices();
  const { t, format } = useI18n();
  const location = useLocation();
  const sheet = useSheet(training, id);
  const { rows, session, isKnown, trainingName } = sheet;
  const role = roleIn(account.active.value, trainingStream(training));
  const isWatching = role === 'koordinator';
  const canMark = !isWatching && role !== undefined && canWrite(role, 'attendance');

  useEffect(() => updates.holdBack(), [updates]);
  useEffect(() => (isWatching ? sync.watch() : undefined), [sync, isWatching]);

  const historyOf = useCallback(
    (record: string) => paths.history(trainingStream(training), 'attendance', record),
    [training],
  );
  const personHref = useCallback(
    (participant: string) => paths.participants(training, participant),
    [training],
  );
  const place = useMemo(() => ({ stream: trainingStream(training), session: id }), [training, id]);
  const frame = {
    title: session.title ?? t('all.word.attendanceSheet'),
    detail: detailOf({ t, format }, session, trainingName),
    back: paths.training(training),
  };
  return (
    <SheetScreen
      frame={frame}
      rows={rows ?? nobody}
      save={sheet.save}
      historyOf={historyOf}
      place={place}
      personHref={personHref}
      tools={
        <SheetTools
          training={training}
          session={id}
          canMark={canMark && session.notHeld === undefined}
          mayTick={role !== undefined && canWrite(role, 'checklistItem')}
          mayPlan={role !== undefined && canWrite(role, 'session')}
        />
      }
      first={location.query['participant']}
      notHeld={session.notHeld}
      canMark={canMark && session.notHeld === undefined}
      isWatching={isWatching}
      instead={
        !rows ? (
          <Skeleton label={t('fasilitator.sheet.loading')} rows={7} />
        ) : !isKnown || rows.length === 0 ? (
          <NothingToMark isKnown={isKnown} training={training} />
        ) : undefined
      }
    />
  );
}

const nobody: readonly SheetRow[] = [];

function NothingToMark({ isKnown, training }: { isKnown: boolean; training: string }) {
  const { t } = useI18n();
  return (
    <EmptyState
      picture={<RiverPicture scene="moored" />}
      title={t(isKnown ? 'fasilitator.sheet.nobody' : 'fasilitator.sheet.unknown')}
      action={
        isKnown ? (
          <ButtonLink href={paths.participants(training)}>{t('people.list.title')}</ButtonLink>
        ) : (
          <ButtonLink href={paths.training(training)}>{t('all.session.seeAll')}</ButtonLink>
        )
      }
    >
      {t(isKnown ? 'fasilitator.sheet.nobodyText' : 'fasilitator.sheet.unknownText')}
    </EmptyState>
  );
}

function detailOf(
  { t, format }: { t: Translate; format: Format },
  session: Session,
  trainingName: string | undefined,
): string {
  const day = session.day === undefined ? '' : format.day(session.day, 'short');
  const facts = sessionFacts({ t, format }, session);
  return [day, facts || trainingName].filter(Boolean).join(' · ');
}

import { useEffect } from 'preact/hooks';
import { canWrite } from '../../../domain/access.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { roleIn } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { sessionTimes } from '../../parts/session-times.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ScanDesk } from './ScanDesk.tsx';
import { useSheet } from './use-sheet.ts';

interface ScanScreenProps {
  training: string;
  session: string;
}

/**
 * Checking in by camera, without a network: whoever holds up a badge is marked on the session's sheet. While it is
 * open, no new version of the app interrupts.
 */
export function ScanScreen({ training, session: id }: ScanScreenProps) {
  const { account, updates } = useServices();
  const { t, format } = useI18n();
  const sheet = useSheet(training, id);
  const { rows, session, isKnown } = sheet;
  const role = roleIn(account.active.value, trainingStream(training));
  const canMark = role === 'fasilitator' && canWrite(role, 'attendance');
  useEffect(() => updates.holdBack(), [updates]);

  const isOpen = isKnown && canMark && session.notHeld === undefined;
  const sheetPath = paths.session(training, id);
  return (
    <Screen
      title={t('scan.screen.title')}
      detail={[session.title, sessionTimes(format, session)].filter(Boolean).join(' · ')}
      back={sheetPath}
    >
      {!rows ? (
        <Skeleton label={t('fasilitator.sheet.loading')} rows={4} />
      ) : isOpen && rows.length > 0 ? (
        <ScanDesk training={training} sheet={sheet} session={id} rows={rows} />
      ) : (
        <EmptyState
          picture={<RiverPicture scene="moored" />}
          title={t(isKnown ? 'scan.screen.closed' : 'fasilitator.sheet.unknown')}
          action={<ButtonLink href={sheetPath}>{t('scan.screen.sheet')}</ButtonLink>}
        >
          {session.notHeld ??
            t(isKnown ? 'scan.screen.closedText' : 'fasilitator.sheet.unknownText')}
        </EmptyState>
      )}
    </Screen>
  );
}

import { canWrite } from '../../../domain/access.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { roleIn } from '../../parts/role-in.ts';
import { saveFile } from '../../parts/save-file.ts';
import { Screen } from '../../parts/Screen.tsx';
import { laterPaths } from '../../later-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { downloadIcon, syncIcon } from '../../ui/icons.ts';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { BadgeFace } from './BadgeFace.tsx';
import { paintBadge } from './paint-badge.ts';
import { useBadges } from './use-badges.ts';

interface BadgeScreenProps {
  training: string;
  participant: string;
}

/** One person's badge on a phone: to be held up, passed on as a picture, or replaced when it is lost. */
export function BadgeScreen({ training, participant }: BadgeScreenProps) {
  const { account } = useServices();
  const { t } = useI18n();
  const { badges, trainingName, renew } = useBadges(training);
  const badge = badges?.find(one => one.ids.includes(participant));
  const role = roleIn(account.active.value, trainingStream(training));
  const canRenew = role !== undefined && canWrite(role, 'participant');

  return (
    <Screen title={t('badge.one.title')} detail={trainingName} back={laterPaths.badges(training)}>
      {badge ? (
        <>
          <BadgeFace badge={badge} trainingName={trainingName} size="phone" />
          <p>{t('badge.one.text')}</p>
          <Button
            icon={downloadIcon}
            onPress={() => void paintBadge(badge).then(file => saveFile(file, `${badge.name}.png`))}
          >
            {t('badge.one.save')}
          </Button>
          {canRenew && (
            <>
              <Button kind="quiet" icon={syncIcon} onPress={() => void renew(badge)}>
                {t('badge.one.renew')}
              </Button>
              <p>{t('badge.one.renewText')}</p>
            </>
          )}
        </>
      ) : badges ? (
        <EmptyState
          picture={<RiverPicture scene="moored" />}
          title={t('badge.one.unknown')}
          action={
            <ButtonLink href={laterPaths.badges(training)}>{t('badge.list.title')}</ButtonLink>
          }
        />
      ) : (
        <Skeleton label={t('badge.list.loading')} rows={3} />
      )}
    </Screen>
  );
}

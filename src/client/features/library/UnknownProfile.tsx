import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { villageWords } from '../../parts/place.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';

interface UnknownProfileProps {
  back: string;
  /** The village that the profile was moved to. */
  movedTo?: string | undefined;
}

/** Instead of a profile: an address that names none, or one that has moved to another village. */
export function UnknownProfile({ back, movedTo }: UnknownProfileProps) {
  const { loadTerritory } = useServices();
  const { t } = useI18n();
  const territory = useLoaded(loadTerritory);
  const label = movedTo === undefined ? undefined : territory?.villageLabel(movedTo);
  const place = label ? villageWords(t, label) : (movedTo ?? '');
  return (
    <Screen title={t('library.begun.title')} back={back}>
      <EmptyState
        picture={<RiverPicture scene={movedTo === undefined ? 'moored' : 'underway'} />}
        title={
          movedTo === undefined ? t('library.unknown.title') : t('library.village.moved', { place })
        }
        action={
          movedTo !== undefined && (
            <ButtonLink kind="primary" href={paths.library(movedTo)}>
              {t('library.village.follow')}
            </ButtonLink>
          )
        }
      >
        {movedTo === undefined && <p>{t('library.unknown.text')}</p>}
      </EmptyState>
    </Screen>
  );
}

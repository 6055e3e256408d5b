import { useI18n } from '../i18n/use-i18n.tsx';
import { Screen } from '../parts/Screen.tsx';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { RiverPicture } from '../ui/RiverPicture.tsx';

/** Stands at an address that is none of ours. */
export function NotFound() {
  const { t } = useI18n();
  return (
    <Screen title={t('all.notFound.title')} back={paths.home()}>
      <EmptyState
        picture={<RiverPicture scene="moored" />}
        title={t('all.notFound.title')}
        action={<ButtonLink href={paths.home()}>{t('all.word.home')}</ButtonLink>}
      >
        {t('all.notFound.text')}
      </EmptyState>
    </Screen>
  );
}

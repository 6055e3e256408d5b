import { useI18n } from '../../i18n/use-i18n.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';

/** Instead of what only a coordinator sets up, or of what is not there. */
export function NotForYou({ because }: { because: 'right' | 'unknown' }) {
  const { t } = useI18n();
  return (
    <EmptyState
      picture={<RiverPicture scene="moored" />}
      title={t(because === 'unknown' ? 'all.training.unknown' : 'setup.right.none')}
      action={<ButtonLink href={paths.home()}>{t('all.word.home')}</ButtonLink>}
    >
      {t(because === 'unknown' ? 'all.training.unknownText' : 'setup.right.noneText')}
    </EmptyState>
  );
}

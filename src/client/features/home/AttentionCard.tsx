import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';

/** Stands only while something of this device is kept apart. */
export function AttentionCard() {
  const { sync } = useServices();
  const { t } = useI18n();
  const { attention } = sync.status.value;
  if (attention === 0) return null;
  return (
    <Banner
      kind="warning"
      title={t('all.sync.attentionCount', { n: attention })}
      actions={<ButtonLink href={paths.attention()}>{t('all.sync.seeAttention')}</ButtonLink>}
    >
      <p>{t('all.sync.attentionText')}</p>
    </Banner>
  );
}

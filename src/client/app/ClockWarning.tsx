import { useServices } from '../app-services.ts';
import { useI18n } from '../i18n/use-i18n.tsx';
import { Banner } from '../ui/Banner.tsx';

/** Says so while the device's clock disagrees with home's. Work goes on: order does not hang on the clock. */
export function ClockWarning() {
  const { device } = useServices();
  const { t } = useI18n();
  if (!device.isClockWrong.value) return null;
  return (
    <Banner kind="warning" title={t('all.clock.title')}>
      <p>{t('all.clock.text')}</p>
    </Banner>
  );
}

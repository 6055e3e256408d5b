import { useState } from 'preact/hooks';
import { useServices } from '../app-services.ts';
import { useI18n } from '../i18n/use-i18n.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';

/** Offers a new version, never while a sheet is being marked. */
export function UpdatePrompt({ onLater }: { onLater: () => void }) {
  const { updates } = useServices();
  const { t } = useI18n();
  const [isApplying, setIsApplying] = useState(false);
  if (!updates.isReady.value || updates.isHeldBack.value) return null;

  async function apply(): Promise<void> {
    setIsApplying(true);
    try {
      await updates.apply();
    } finally {
      setIsApplying(false);
    }
  }

  return (
    <Banner
      kind="info"
      title={t('all.update.title')}
      actions={
        <>
          <Button kind="primary" busy={isApplying} onPress={() => void apply()}>
            {t('all.update.apply')}
          </Button>
          <Button kind="quiet" onPress={onLater}>
            {t('all.update.later')}
          </Button>
        </>
      }
    >
      <p>{t('all.update.text')}</p>
    </Banner>
  );
}

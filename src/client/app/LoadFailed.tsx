import { useI18n } from '../i18n/use-i18n.tsx';
import { Screen } from '../parts/Screen.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { RiverPicture } from '../ui/RiverPicture.tsx';

/** Stands where a screen's code could not be had: no network before the app was kept on the device. */
export function LoadFailed() {
  const { t } = useI18n();
  return (
    <Screen title={t('all.loadFailed.title')} back={paths.home()}>
      <EmptyState
        picture={<RiverPicture scene="moored" />}
        title={t('all.loadFailed.title')}
        action={
          <Button kind="primary" onPress={() => location.reload()}>
            {t('all.action.retry')}
          </Button>
        }
      >
        {t('all.loadFailed.text')}
      </EmptyState>
    </Screen>
  );
}

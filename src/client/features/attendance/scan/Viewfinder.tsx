import { useRef } from 'preact/hooks';
import { useI18n } from '../../../i18n/use-i18n.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cameraIcon } from '../../../ui/icons.ts';
import { useCamera } from './use-camera.ts';
import styles from './Viewfinder.module.css';

interface ViewfinderProps {
  /** Told of each badge once; `at` is when its frame was taken, on the clock of `performance.now()`, ms. */
  onSight: (text: string, at: number) => void;
}

/** What the camera sees, or why it sees nothing and what to do. */
export function Viewfinder({ onSight }: ViewfinderProps) {
  const { t } = useI18n();
  const video = useRef<HTMLVideoElement>(null);
  const { state, again } = useCamera(video, onSight);
  const isTrouble = state !== 'opening' && state !== 'open' && state !== 'resting';
  return (
    <>
      <div class={styles.frame} hidden={isTrouble}>
        <video
          ref={video}
          class={styles.video}
          muted
          playsInline
          aria-label={t('scan.camera.alt')}
        />
        <p class={styles.words}>
          {t(state === 'open' ? 'scan.camera.hint' : 'scan.camera.opening')}
        </p>
      </div>
      {isTrouble && (
        <Banner
          kind="warning"
          icon={cameraIcon}
          title={t(`scan.camera.${state}`)}
          actions={<Button onPress={again}>{t('scan.camera.again')}</Button>}
        >
          <p>{t(`scan.camera.${state}Text`)}</p>
          <p>{t('scan.camera.search')}</p>
        </Banner>
      )}
    </>
  );
}

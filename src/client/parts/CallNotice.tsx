import { useServices } from '../app-services.ts';
import { useI18n } from '../i18n/use-i18n.tsx';
import { Banner } from '../ui/Banner.tsx';
import { soundIcon } from '../ui/icons.ts';
import { useLoaded } from './use-loaded.ts';

/** A call is news for so long, ms. */
const newsMs = 15 * 60_000;

/** That the coordinator has called, and what this device makes of it. */
export function CallNotice() {
  const { loadBoard, sync, now } = useServices();
  const { t, format } = useI18n();
  const board = useLoaded(loadBoard);
  const call = board?.heard.value;
  if (!board || !call) return null;
  const areHeld = board.arePicturesHeld() && sync.status.value.pictures.waiting > 0;
  // Held pictures are told of as long as they are held.
  if (!areHeld && Math.abs(now() - call.at) > newsMs) return null;
  const { waiting, pictures } = sync.status.value;
  const isDone = waiting === 0 && pictures.waiting === 0;
  return (
    <Banner
      kind="info"
      icon={soundIcon}
      title={t('all.call.heard', { time: format.time(call.at) })}
    >
      <p>
        {t(
          isDone ? 'all.call.heardDone' : areHeld ? 'all.call.picturesHeld' : 'all.call.heardText',
        )}
      </p>
    </Banner>
  );
}

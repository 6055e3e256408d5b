import { useEffect, useRef, useState } from 'preact/hooks';
import { dayAt } from '../../../domain/day.ts';
import type { Training } from '../../../domain/records/training.ts';
import { readStream } from '../../../domain/stream.ts';
import type { Territory } from '../../../domain/territory.ts';
import type { InviteRequest } from '../../../protocol/messages.ts';
import { useServices, type MadeInvitation } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { villageWords } from '../../parts/place.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { addIcon, checkIcon } from '../../ui/icons.ts';
import { CodeToReadOut } from './CodeToReadOut.tsx';
import { QrPicture } from '../../parts/qr/QrPicture.tsx';
import { shareLink, type Shared } from './share-link.ts';
import styles from './MadeInvitationCard.module.css';

interface MadeInvitationCardProps {
  made: MadeInvitation;
  territory: Territory | undefined;
  onAnother: () => void;
}

/** An invitation to hold up and to read out: the picture, the code, who, where, and until when. */
export function MadeInvitationCard({ made, territory, onAnother }: MadeInvitationCardProps) {
  const { t, format } = useI18n();
  const { request, code, path, expiresAt } = made;
  const { name, role } = request;
  const [shared, setShared] = useState<Shared>();
  const place = usePlaceWords(request, territory);
  const link = `${location.origin}${path}`;

  // The form that was sent is gone: whoever cannot see is told where it led.
  const who = useRef<HTMLParagraphElement>(null);
  useEffect(() => who.current?.focus({ preventScroll: true }), []);
  useEffect(() => scrollTo(0, 0), []);

  return (
    <>
      <Card>
        <div class={styles.content}>
          <p ref={who} class={styles.who} tabIndex={-1}>
            <strong>{t(`all.role.${role}`)}</strong>
            {place !== undefined && <span>{place}</span>}
          </p>
          <p>{t('all.invite.scan')}</p>
          <QrPicture text={link} label={t('all.invite.qr', { name })} />
          <p class={styles.soft}>{t('all.invite.readOut')}</p>
          <CodeToReadOut code={code} />
          <p class={styles.soft}>
            {t('all.invite.until', { day: format.day(dayAt(expiresAt), 'full') })}
          </p>
          <p class={styles.link}>{link}</p>
        </div>
      </Card>
      <Button
        kind="primary"
        block
        icon={shared === 'copied' ? checkIcon : undefined}
        onPress={() =>
          void shareLink(t('all.invite.shareText', { name }), link).then(outcome =>
            setShared(outcome),
          )
        }
      >
        {t('all.invite.share')}
      </Button>
      {shared === 'copied' && <Banner kind="info">{t('all.invite.copied')}</Banner>}
      {shared === 'failed' && <Banner kind="warning">{t('all.invite.shareFailed')}</Banner>}
      <Button icon={addIcon} block onPress={onAnother}>
        {t('all.invite.another')}
      </Button>
      <p class={styles.soft}>{t('all.invite.notKept')}</p>
    </>
  );
}

/** Where the invited person will work; undefined as long as its name is not at hand. */
function usePlaceWords(
  { village, stream }: InviteRequest,
  territory: Territory | undefined,
): string | undefined {
  const { records } = useServices();
  const { t } = useI18n();
  const place = readStream(stream ?? '');
  const training = useLiveQuery(async () => {
    if (place?.kind !== 'training' || stream === undefined) return undefined;
    return valuesOf<Training>(await records.readRecord(stream, 'training', place.id)).name;
  }, [records, stream]);
  if (village !== undefined) {
    const label = territory?.villageLabel(village);
    return label ? villageWords(t, label) : village;
  }
  if (place?.kind !== 'region') return training;
  const regency = territory?.regency(place.id);
  return regency && t(`all.place.${regency.kind}`, { name: regency.name });
}

import type { SyncPhase, SyncStatus } from '../app-services.ts';
import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import {
  cloudDoneIcon,
  cloudWaitingIcon,
  offlineIcon,
  syncIcon,
  warningIcon,
  type IconShape,
} from '../ui/icons.ts';
import type { Tone } from '../ui/tone.ts';

/**
 * What may be said of delivery in one breath. `sent` is said only when it is proven: nothing waits,
 * nothing is kept apart, no picture waits, and a whole round with home has once come to its end.
 */
export type DeliveryState =
  | 'sending'
  | 'waiting'
  | 'waiting-offline'
  | 'attention'
  | 'sending-pictures'
  | 'pictures'
  | 'pictures-offline'
  | 'sent'
  | 'receiving'
  | 'offline'
  | 'new';

/** The most pressing thing that is true of a status. Never concluded from "no sync is running". */
export function deliveryStateOf(status: SyncStatus): DeliveryState {
  const { phase, waiting, attention, pictures, isOnline, completedAt } = status;
  if (phase.is === 'sending') return 'sending';
  if (waiting > 0) return isOnline ? 'waiting' : 'waiting-offline';
  if (phase.is === 'sending-pictures') return 'sending-pictures';
  if (attention > 0) return 'attention';
  if (pictures.waiting > 0) return isOnline ? 'pictures' : 'pictures-offline';
  if (completedAt !== undefined) return 'sent';
  if (phase.is === 'receiving') return 'receiving';
  return isOnline ? 'new' : 'offline';
}

/** True while something is moving between the device and home. */
export function isUnderWay({ phase }: SyncStatus): boolean {
  return phase.is !== 'idle' && phase.is !== 'failed';
}

/** The state in a few words, for the chip that is always in sight. */
export function deliveryWords(t: Translate, status: SyncStatus): string {
  const { phase, waiting, attention, pictures } = status;
  switch (deliveryStateOf(status)) {
    case 'sending':
      return phase.is === 'sending'
        ? t('all.sync.sending', { done: phase.sent, total: phase.total })
        : t('all.sync.waiting', { n: waiting });
    case 'waiting':
    case 'waiting-offline':
      return t('all.sync.waiting', { n: waiting });
    case 'attention':
      return t('all.sync.attentionCount', { n: attention });
    case 'sending-pictures':
      return t('all.sync.sendingPictures', { n: percentSent(phase) });
    case 'pictures':
    case 'pictures-offline':
      return t('all.sync.pictures', { n: pictures.waiting });
    case 'sent':
      return t('all.sync.sent');
    case 'receiving':
      return t('all.sync.receiving');
    case 'offline':
      return t('all.sync.offline');
    case 'new':
      return t('all.sync.notYet');
  }
}

/** How much of a round's pictures is sent; never all of it before all is. */
function percentSent(phase: SyncPhase): number {
  if (phase.is !== 'sending-pictures' || phase.total <= 0) return 0;
  return Math.min(100, Math.floor((100 * phase.sent) / phase.total));
}

/** What the state means for the work, and what will happen next. */
export function deliverySentence(t: Translate, format: Format, status: SyncStatus): string {
  const { phase, isOnline, completedAt } = status;
  if (phase.is === 'failed' && isOnline) {
    const next = t('all.sync.nextTry', { time: format.time(phase.nextAt) });
    return `${t(`all.problem.${phase.problem}`)} ${next}`;
  }
  switch (deliveryStateOf(status)) {
    case 'sending':
      return t('all.sync.sendingText');
    case 'waiting':
      return t('all.sync.waitingText');
    case 'waiting-offline':
      return t('all.sync.waitingOfflineText');
    case 'attention':
      return t('all.sync.attentionText');
    case 'sending-pictures':
      return t('all.sync.sendingPicturesText');
    case 'pictures':
      return t('all.sync.picturesText');
    case 'pictures-offline':
      return t('all.sync.picturesOfflineText');
    case 'sent':
      return isOnline || completedAt === undefined
        ? t('all.sync.sentText')
        : t('all.sync.sentOfflineText', { when: format.dateTime(completedAt) });
    case 'receiving':
      return t('all.sync.receivingText');
    case 'offline':
      return t('all.sync.offlineText');
    case 'new':
      return t('all.sync.notYetText');
  }
}

export const iconOfDelivery: Readonly<Record<DeliveryState, IconShape>> = {
  sending: syncIcon,
  waiting: cloudWaitingIcon,
  'waiting-offline': offlineIcon,
  attention: warningIcon,
  'sending-pictures': syncIcon,
  pictures: cloudWaitingIcon,
  'pictures-offline': offlineIcon,
  sent: cloudDoneIcon,
  receiving: syncIcon,
  offline: offlineIcon,
  new: cloudWaitingIcon,
};

export const toneOfDelivery: Readonly<Record<DeliveryState, Tone>> = {
  sending: 'notice',
  waiting: 'caution',
  'waiting-offline': 'caution',
  attention: 'problem',
  'sending-pictures': 'notice',
  pictures: 'caution',
  'pictures-offline': 'caution',
  sent: 'good',
  receiving: 'notice',
  offline: 'neutral',
  new: 'neutral',
};

import type { DeviceEntry } from '../../../protocol/event-messages.ts';
import type { Translate } from '../../i18n/translate.ts';

/** True if a device said that something on it is not home yet. */
export function isCarrying({ report }: DeviceEntry): boolean {
  return report !== null && (report.waiting.ops > 0 || report.waiting.pictures > 0);
}

/** "12 catatan, 3 foto", as the device last said; undefined if it never said anything. */
export function waitingWords(t: Translate, { report }: DeviceEntry): string | undefined {
  if (!report) return undefined;
  const { ops, pictures } = report.waiting;
  const parts = [
    ops > 0 && t('koordinator.devices.waitingEntries', { n: ops }),
    pictures > 0 && t('koordinator.devices.waitingPictures', { n: pictures }),
  ].filter(Boolean);
  return parts.length === 0 ? t('koordinator.devices.nothingWaits') : parts.join(', ');
}

/** Those that still carry something first, then whoever was seen last; what was shut out at the end. */
export function inOrderOfNeed(devices: readonly DeviceEntry[]): DeviceEntry[] {
  const rank = (device: DeviceEntry) => (device.isRevoked ? 2 : isCarrying(device) ? 0 : 1);
  return [...devices].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      (other.lastSeenAt ?? 0) - (one.lastSeenAt ?? 0) ||
      (one.id < other.id ? -1 : 1),
  );
}

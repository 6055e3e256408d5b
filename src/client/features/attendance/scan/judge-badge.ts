import { readBadge, type ReadBadge } from '../../../../domain/badge.ts';
import type { Participant } from '../../../../domain/records/participant.ts';
import { isDeletedView, valuesOf, type RecordView } from '../../../data/record-view.ts';
import { joinDoubles } from '../../../parts/roster.ts';

/** What a QR code means at one training. */
export type JudgedBadge =
  /** Of somebody on the roster; `person` is one of the records that stand for them. */
  | { is: 'person'; person: string }
  /** Made void by a newer badge. */
  | { is: 'revoked'; name: string | undefined }
  /** Of somebody who was taken off the roster. */
  | { is: 'deleted'; name: string | undefined }
  /** Of this training, but of nobody known on this device. */
  | { is: 'unknown' }
  | { is: 'other-training' }
  | { is: Exclude<ReadBadge['is'], 'badge'> };

/** Judges what a QR code says by a training's participants, the deleted ones included. Takes any text. */
export function judgeBadge(
  text: string,
  training: string,
  participants: readonly RecordView[],
): JudgedBadge {
  const read = readBadge(text);
  if (read.is !== 'badge') return read;
  const { badge } = read;
  if (badge.training !== training) return { is: 'other-training' };
  const view = participants.find(one => one.r === badge.participant);
  if (!view) return { is: 'unknown' };
  const { name, badge: valid = 1 } = valuesOf<Participant>(view);
  // A higher number than is known here was printed on a device that this one has not heard from yet.
  if (badge.number < valid) return { is: 'revoked', name };
  const rootOf = joinDoubles(participants);
  const root = rootOf(view.r);
  const present = isDeletedView(view)
    ? participants.find(one => !isDeletedView(one) && rootOf(one.r) === root)
    : view;
  return present ? { is: 'person', person: present.r } : { is: 'deleted', name };
}

import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { storedWords } from '../../parts/work/stored-words.ts';
import { waitingWords } from '../../parts/work/waiting-words.ts';
import type { Tone } from '../../ui/tone.ts';
import type { BoardRow, RowState } from './board-rows.ts';

/** What each state means to the eye. */
export const toneOfState: Record<RowState, Tone> = {
  lost: 'problem',
  apart: 'caution',
  revoked: 'problem',
  stale: 'caution',
  unproven: 'caution',
  away: 'caution',
  never: 'neutral',
  sending: 'notice',
  held: 'notice',
  proving: 'notice',
  whole: 'good',
  writtenOff: 'neutral',
  notExpected: 'neutral',
};

/** How a device stands, in words. */
export function stateWords(
  { t, format }: { t: Translate; format: Format },
  { state, device }: BoardRow,
  nowMs: number,
): string {
  const waiting = (device && waitingWords(t, device)) ?? '';
  switch (state) {
    case 'lost':
      return t('koordinator.board.stateLost');
    case 'apart':
      return t('koordinator.board.stateApart', { n: device?.report?.apart ?? 0 });
    case 'revoked':
      return t('koordinator.board.stateRevoked');
    case 'stale':
      return t('koordinator.board.stateStale', {
        time: storedWords(format, device?.proof?.at ?? 0, nowMs),
      });
    case 'unproven':
      return t('koordinator.board.stateUnproven');
    case 'away':
      return t('koordinator.board.stateAway', { what: waiting });
    case 'never':
      return t('koordinator.board.stateNever');
    case 'sending':
      return t('koordinator.board.stateSending', { what: waiting });
    case 'held':
      return t('koordinator.board.stateHeld', { n: device?.report?.waiting.pictures ?? 0 });
    case 'proving':
      return t('koordinator.board.stateProving');
    case 'whole':
      return t('koordinator.board.stateWhole', {
        time: storedWords(format, device?.proof?.at ?? 0, nowMs),
      });
    case 'writtenOff':
      return t('koordinator.board.stateWrittenOff');
    case 'notExpected':
      return t('koordinator.board.stateNotExpected');
  }
}
